import NeuralNetwork

/// Something for the learner to bring about; the engine decides when it is reached.
public struct Goal: Hashable, Sendable {
  /// What to do, in the author's words.
  public let text: InlineText
  /// What must hold.
  public let condition: Condition
  /// The update by which it must be reached, where that is part of the task.
  public let deadline: Int?
  /// Where it stands in the file.
  public let position: SourcePosition

  /// Whether the bench fulfils it.
  public func isReached(on bench: Bench) -> Bool {
    condition.holds(on: bench) && bench.focusedRun.position.update <= deadline ?? .max
  }
}
