import Experiments
import Lessons
import Workbench

/// What has become of a lesson's file since it was last asked: a new version, what is wrong with it, or nothing.
public typealias LessonWatch = () -> Result<Lesson, Diagnostics>?

extension Model {
  /// Goes on with a new version of the open lesson at the same page; a faulty one is spoken of, and the last good one stays.
  public mutating func reload(_ result: Result<Lesson, Diagnostics>) -> [Effect] {
    guard let place else { return [] }
    switch result {
    case .failure(let problems):
      watchProblem = problems.list.first.map(Self.sentence)
      notice = watchProblem
      return []
    case .success(let lesson):
      watchProblem = nil
      self.place = LessonScene(lesson: lesson).moved(to: place.page)
      let effects = enter(page: self.place?.page ?? 0)
      notice = "Read again"
      return effects
    }
  }

  private static func sentence(_ problem: Diagnostic) -> String {
    let line = problem.position.map { "Line \($0.line): " } ?? ""
    return (line + problem.message).replacing("\n", with: " ")
  }
}
