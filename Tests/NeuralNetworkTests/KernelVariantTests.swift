import CKernels
import Testing

/// Whole runs in each variant of the kernels.
///
/// The variant is set for the whole process, so these tests run one after the other. Other tests may run meanwhile:
/// whichever variant they meet gives the same bits.
@Suite(.serialized) enum KernelVariantTests {
  /// What a body gives while one variant is in use.
  static func using<Result>(_ variant: Int, _ body: () throws -> Result) rethrows -> Result {
    dk_use_variant(variant)
    defer { dk_use_variant(dk_variant_count() - 1) }
    return try body()
  }
}
