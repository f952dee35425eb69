import Experiments
import NeuralNetwork
import Workbench

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

  /// Whether the workspace fulfils it.
  public func isReached(on workspace: Workspace) -> Bool {
    condition.holds(on: workspace) && workspace.focusedRun.position.update <= deadline ?? .max
  }
}
