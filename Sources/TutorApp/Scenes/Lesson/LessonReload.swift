import Experiments
import Lessons
import Workbench

/// What has become of a lesson's file since it was last asked; nil for nothing.
public typealias LessonWatch = () -> LessonNews?

/// What there is to say of a lesson's file that was saved.
public enum LessonNews: Sendable {
  /// It holds a new version.
  case version(Lesson)
  /// It cannot be read.
  case unreadable(Diagnostics)
  /// What its check found, once that was done; empty where nothing is wrong.
  case checked([Diagnostic])
}

extension Model {
  /// Goes on with a new version of the open lesson at the same page; a faulty one is spoken of, and the last good one stays.
  public mutating func reload(_ news: LessonNews) -> [Effect] {
    guard let place else { return [] }
    switch news {
    case .unreadable(let problems): tell(problems.list)
    case .checked(let problems): tell(problems)
    case .version(let lesson):
      watchProblem = nil
      let page = lesson.page(like: place.page, of: place.lesson)
      self.place = LessonScene(lesson: lesson).moved(to: page)
      let effects = enter(page: self.place?.page ?? 0)
      notice = "Read again"
      return effects
    }
    return []
  }

  /// Says what is wrong, that of the page at hand first.
  private mutating func tell(_ problems: [Diagnostic]) {
    guard let place, let first = problems.first else { return }
    let next = place.isLast ? Int.max : place.lesson.pages[place.page + 1].line
    let here = problems.first { place.current.line..<next ~= $0.position?.line ?? 0 }
    watchProblem = Self.sentence(here ?? first)
    notice = watchProblem
  }

  private static func sentence(_ problem: Diagnostic) -> String {
    let line = problem.position.map { "Line \($0.line): " } ?? ""
    return (line + problem.message).replacing("\n", with: " ")
  }
}

extension Lesson {
  /// The page that is called as one of an older version is, the same of several; else the one in its place.
  fileprivate func page(like index: Int, of other: Lesson) -> Int {
    let title = other.pages[index].title
    let order = other.pages[..<index].count { $0.title == title }
    let same = pages.indices.filter { pages[$0].title == title }
    return same.isEmpty ? index : same[min(order, same.count - 1)]
  }
}
