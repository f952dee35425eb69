import Experiments

/// What a key of a `do` block does to the workspace.
///
/// The check and the app both work through this, so a lesson cannot show one thing and claim another.
public protocol Deed: Hashable, Sendable {
  /// Does it; `position` is where a file says so. What a watch ends leaves no result.
  /// - Throws: why it cannot be done; then the workspace is of no use any more.
  func perform(
    on workspace: inout Workspace, watch: Survey.Watch?, at position: SourcePosition
  ) throws(LessonError)
  /// Whether it trains many runs, which takes a while.
  var takesLong: Bool { get }
}

extension Deed {
  /// It does not, unless a deed says otherwise.
  public var takesLong: Bool { false }
}

extension Workspace {
  /// Carries out an action.
  ///
  /// Claims are not judged here.
  /// - Throws: the first step that cannot be done; the steps before it are.
  public mutating func perform(
    _ action: Action, watch: Survey.Watch? = nil
  ) throws(LessonError) {
    for step in action.steps { try perform(step, watch: watch) }
  }

  /// Carries out one step of a `do` block.
  public mutating func perform(
    _ step: Action.Step, watch: Survey.Watch? = nil
  ) throws(LessonError) {
    try step.deed.perform(on: &self, watch: watch, at: step.position)
  }
}
