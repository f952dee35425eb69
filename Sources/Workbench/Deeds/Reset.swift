import Experiments

/// `reset`: begins again.
public enum Reset: String, CaseIterable, Deed {
  /// Every run begins again, without the changes made on the way.
  case run
  /// The workspace is as the lesson found it.
  case lesson

  /// Begins again.
  public func perform(
    on workspace: inout Workspace, watch: Survey.Watch?, at position: SourcePosition
  ) throws(LessonError) {
    switch self {
    case .run: try workspace.resetRuns(at: position)
    case .lesson: try workspace.resetLesson(at: position)
    }
  }
}

extension Workspace {
  fileprivate mutating func resetLesson(at position: SourcePosition) throws(LessonError) {
    try lay([("", origin.file)], at: position)
    panels = origin.panels
    selected = nil
    isSealed = false
    lossScale = .auto
  }

  /// Every run anew; focus stays.
  fileprivate mutating func resetRuns(at position: SourcePosition) throws(LessonError) {
    let focus = focus
    try lay(runs.map { ($0.label, $0.file) }, at: position)
    self.focus = focus
  }
}
