/// A number of a run that has a name, as lessons write it: `layer1.z[1]`, `layer2.w[1,2].grad`, `loss`.
/// Units, inputs, samples and layers count from 1. `sample3.` in front chooses a sample of the batch (else the first).
public struct Quantity: Hashable, Sendable, CustomStringConvertible {
  /// The name as it was written.
  public let description: String

  /// A quantity of a name.
  public init?(parsing text: String) { fatalError("follows at once") }

  /// The names of quantities, with 1 in place of every number, for help and suggestions.
  public static let names: [String] = []

  /// The known name nearest to a text that is none; nil when nothing is near.
  public static func suggestion(for text: String) -> String? { nil }

  /// The number in a run at its position; nil when this network has no such thing.
  public func value(in run: Run) -> Double? { fatalError("follows at once") }

  /// Whether the learner who stands at a phase has walked far enough to know it.
  public func isKnown(at phase: Phase) -> Bool { fatalError("follows at once") }
}
