import Experiments

/// `go`: all runs move together.
extension Move: Deed {
  /// Moves them.
  public func perform(
    on workspace: inout Workspace, watch: Survey.Watch?, at position: SourcePosition
  ) throws(LessonError) {
    try workspace.go(self, at: position)
  }
}

/// `survey`: many runs of the focused run's recipe, from seeds of their own; the workspace keeps what came out.
extension Survey: Deed {
  /// Trains them all.
  public var takesLong: Bool { true }

  /// Trains the runs and keeps the result.
  public func perform(
    on workspace: inout Workspace, watch: Watch?, at position: SourcePosition
  ) throws(LessonError) {
    let run = workspace.focusedRun
    try TrainingWork(runs: seeds * settings.count, updates: updates(of: run), of: run)
      .check(at: position)
    do { workspace.survey = try result(for: workspace.focusedFile, watch: watch) } catch {
      throw LessonError(error.sentence, at: error.position ?? position)
    }
  }
}
