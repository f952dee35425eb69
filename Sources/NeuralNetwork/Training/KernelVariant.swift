internal import CKernels

/// The arithmetic that networks are trained with: variants for kinds of processors, which give the same bits.
public enum KernelVariant {
  /// The one in use, such as "AVX2".
  ///
  /// It is the widest that the processor has, unless the environment's `DOWNHILL_KERNELS` names another.
  public static var inUse: String { String(cString: dk_variant_in_use()) }

  /// What they are called in `DOWNHILL_KERNELS`, the narrowest first.
  private static let choices = ["baseline", "avx2", "avx512"]

  /// Why a choice of the environment counts for nothing, in a sentence; nil where it counts, or none was made.
  public static func problem(ofChoice name: String?) -> String? {
    guard let name, !name.isEmpty, !choices.prefix(all.count).contains(name) else { return nil }
    let reason =
      choices.contains(name)
      ? "which this processor cannot run" : "which is none of \(choices.joined(separator: ", "))"
    return "DOWNHILL_KERNELS is '\(name)', \(reason): \(inUse) kernels are used."
  }

  /// Every one that the processor has, the narrowest first.
  public static var all: [String] {
    (0..<dk_variant_count()).compactMap { dk_variant($0).map { String(cString: $0.pointee.name) } }
  }
}
