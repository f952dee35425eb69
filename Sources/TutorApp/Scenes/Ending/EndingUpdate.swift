import Lessons
import TerminalCanvas

extension EndingScene {
  static let keys: [KeyBinding] = [
    KeyBinding(
      [.enter, .right, " ", "n", "l"], .ending(.openNext), "go on", rank: 1,
      help: "Open the lesson that follows, after the last one the list", .lesson),
    KeyBinding(
      [.down, "j"], .ending(.moveSelection(1)), "down", rank: 3, help: "Next question", .lesson),
    KeyBinding(
      [.up, "k"], .ending(.moveSelection(-1)), "up", rank: 4, help: "Previous question", .lesson),
    KeyBinding(
      ["b", .left, "h"], .ending(.visit), "look again", rank: 2,
      help: "Go back to the page of the selected question", .lesson),
    KeyBinding(
      [.escape, "i"], .close, "lessons", rank: 5, help: "The list of lessons", .lesson),
  ]
}

extension Model {
  mutating func update(_ message: EndingScene.Message) -> [Effect] {
    guard var ending = scene as? EndingScene else { return [] }
    let rows = ending.report.predictions
    switch message {
    case .moveSelection(let count):
      ending.selection = min(max(0, ending.selection + count), max(0, rows.count - 1))
      scene = ending
      return []
    case .visit:
      guard rows.indices.contains(ending.selection) else { return close() }
      return open(ending.lesson, at: rows[ending.selection].page, lookingAgain: true)
    case .openNext: return ending.next(in: library).map { openNext($0) } ?? close()
    }
  }

  /// The lesson that follows, over the end of the one before, to which its first page leads back.
  private mutating func openNext(_ lesson: Lesson) -> [Effect] {
    let beneath = path
    let effects = open(lesson)
    path = beneath + path
    return effects
  }

  /// The end of the lesson over the list, where the lesson after it is selected.
  mutating func finishLesson() -> [Effect] {
    guard let place else { return [] }
    let lesson = place.lesson
    let report = LessonReport(of: lesson, progress.record(of: lesson.id), end: workspace)
    progress.finish(lesson.id)
    let following = (library.firstIndex { $0.id == lesson.id } ?? -1) + 1
    path = [
      HomeScene(selection: min(following, max(0, library.count - 1))),
      EndingScene(lesson: lesson, report: report, end: workspace),
    ]
    look = freshLook
    let lessons: [Effect] = library.isEmpty ? [.findLessons] : []
    return lessons + [.send(.pause), .save(progress)]
  }
}
