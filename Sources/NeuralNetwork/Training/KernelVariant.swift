internal import CKernels

/// The arithmetic that networks are trained with: variants for kinds of processors, which give the same bits.
public enum KernelVariant {
  /// The one in use, such as "AVX2".
  ///
  /// It is the widest that the processor has, unless the environment's `DOWNHILL_KERNELS` names another.
  public static var inUse: String { String(cString: dk_variant_in_use()) }

  /// Every one that the processor has, the narrowest first.
  public static var all: [String] {
    (0..<dk_variant_count()).compactMap { dk_variant($0).map { String(cString: $0.pointee.name) } }
  }
}
