import Experiments
import NeuralNetwork

/// A `do` block: what happens in the workspace, step by step.
public struct Action: Hashable, Sendable {
  /// One thing that happens, and where the file says so.
  public struct Step: Sendable {
    /// What happens.
    public let deed: any Deed
    /// Where it stands in the file.
    public let position: SourcePosition

    /// One thing that happens.
    package init(_ deed: any Deed, at position: SourcePosition) {
      (self.deed, self.position) = (deed, position)
    }
  }

  /// In the order of the file.
  public let steps: [Step]
  /// Where it stands in the file.
  public let position: SourcePosition

  /// Steps that happen one after the other.
  package init(steps: [Step], position: SourcePosition) {
    (self.steps, self.position) = (steps, position)
  }
}

extension Action {
  /// Whether it trains many runs, which takes a while.
  public var takesLong: Bool { steps.contains { $0.deed.takesLong } }
}

extension Action.Step: Hashable {
  /// By what happens and where it stands.
  public static func == (left: Self, right: Self) -> Bool {
    AnyHashable(left.deed) == AnyHashable(right.deed) && left.position == right.position
  }

  /// By what happens and where it stands.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(AnyHashable(deed))
    hasher.combine(position)
  }
}
