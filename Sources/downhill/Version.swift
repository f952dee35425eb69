import CRevision
import NeuralNetwork

/// What this program is.
enum Version {
  /// The version, by the rules of semantic versioning.
  static let number = "1.0.0"

  /// The commit that it was built from, with a `+` where files had changed since; nil outside a repository.
  static var revision: String? {
    let text = String(cString: downhill_revision())
    return text.isEmpty ? nil : text
  }

  /// As `--version` says it.
  static var text: String {
    let parts = [revision.map { "revision \($0)" }, "\(KernelVariant.inUse) kernels"].compactMap {
      $0
    }
    return "\(number) (\(parts.joined(separator: ", ")))"
  }
}
