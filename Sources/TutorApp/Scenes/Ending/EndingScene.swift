import Lessons
import TerminalCanvas

/// The end of a lesson: what was predicted and what was, the goals, and where to go on.
public struct EndingScene: Scene {
  /// The lesson that was played.
  let lesson: Lesson
  /// What became of it.
  let report: LessonReport
  /// The row that the marker stands at, from 0.
  var selection = 0

  /// What happens here.
  public enum Message: Hashable, Sendable {
    case moveSelection(Int), visit, openNext
  }

  /// The lesson that follows; nil after the last one.
  func next(in library: [Lesson]) -> Lesson? {
    library.firstIndex { $0.id == lesson.id }.flatMap { index in
      library.indices.contains(index + 1) ? library[index + 1] : nil
    }
  }

  /// The name of the page.
  public var title: String { "Finished: \(lesson.title)" }
  /// Its own keys.
  public var keyContext: KeyContext { .ending }
  /// No run is to be seen.
  public var hasWorkbench: Bool { false }
  /// What tells one place on the page from another.
  public var whereabouts: [String] { [title, "\(selection)"] }

  /// The page, one statement a line.
  public func words(_ model: Model) -> [String] {
    let text = EndingText(
      scene: self, next: next(in: model.library), width: PlainTutor.width)
    return [""] + text.lines.map(\.plain)
      + ["Enter opens the next lesson, j and k choose a question, b goes back to it."]
  }

  /// The wheel goes through the questions.
  public func message(for mouse: Mouse, in model: Model) -> TutorApp.Message? {
    switch mouse.action {
    case .wheelUp: .ending(.moveSelection(-1))
    case .wheelDown: .ending(.moveSelection(1))
    default: nil
    }
  }

  /// Draws the page, scrolled so that the selected question is in view.
  public func draw(_ model: Model, on canvas: inout Canvas) {
    let (title, rest) = canvas.bounds.split(top: 1)
    let (body, keys) = rest.split(bottom: 1)
    canvas.write(StyledText(self.title, .heading), in: title.inset(left: 1, right: 1))
    let column = body.inset(left: 1, top: 1, right: 1)
    let text = EndingText(
      scene: self, next: next(in: model.library), width: min(column.width, 100),
      glyphs: canvas.glyphs)
    let lines = text.lines
    let first = column.firstRow(showing: text.selectedRow, of: lines.count)
    canvas.write(Array(lines.dropFirst(first).prefix(column.height)), in: column)
    drawKeys(model, in: keys, on: &canvas)
  }
}

/// The words of the end of a lesson, set for a width.
struct EndingText {
  let scene: EndingScene
  let next: Lesson?
  let width: Int
  var glyphs = GlyphSet.ascii

  /// All of it, line by line.
  var lines: [StyledText] { head + predictions + [""] + goals + change + ahead }

  /// The row of the selected question.
  var selectedRow: Int { head.count + scene.selection }

  private var head: [StyledText] {
    let (right, count) = scene.report.score
    guard count > 0 else { return [] }
    let words = "\(right) of \(count) predictions right at once"
    return [StyledText(words, .heading), ""]
  }

  private var predictions: [StyledText] {
    scene.report.predictions.enumerated().map { row, prediction in
      let marker = row == scene.selection ? "▶ " : "  "
      let said = prediction.said.map { "you said \($0)" } ?? "no guess"
      let was = prediction.answer.map { " · it was \($0)" } ?? ""
      let isRight = prediction.result == .right || prediction.result == .rightAtLast
      let words = "\(prediction.title): \(said)\(isRight ? "" : was)"
      return StyledText(marker, .accent) + prediction.result.sign + StyledText(words, .text)
    }
  }

  private var goals: [StyledText] {
    scene.report.goals.map { goal in
      let state: StyledText =
        switch (goal.isReached, goal.isShown) {
        case (true, false): StyledText("✓ ", .right)
        case (true, true): StyledText("◆ ", .accent)
        case (false, _): StyledText("◇ ", .muted)
        }
      let how =
        goal.isReached ? goal.isShown ? "as the solution showed" : "by your own hand" : "open"
      return StyledText("  ") + state + StyledText("Goal, \(goal.title): \(how)", .text)
    }
  }

  private var change: [StyledText] {
    let (start, end) = (scene.report.firstLoss, scene.report.lastLoss)
    guard start.isFinite, end.isFinite, start != end else { return [] }
    let format = NumberFormat.automatic
    let words =
      "The loss of the lesson's run was \(format.text(start)) at the beginning, and is "
      + "\(format.text(end)) on the last page."
    return [""] + set(words)
  }

  private var ahead: [StyledText] {
    let next = next.map { "Next: \($0.number) · \($0.title). \($0.summary)" }
    return [""] + set(scene.lesson.summary) + (next.map { [""] + set($0) } ?? [])
  }

  private func set(_ words: String) -> [StyledText] {
    StyledText(words, .text).wrapped(to: width, glyphs: glyphs)
  }
}

extension LessonReport.Result {
  /// A sign that tells how it went without color.
  fileprivate var sign: StyledText {
    switch self {
    case .right: StyledText("✓ ", .right)
    case .rightAtLast: StyledText("✓ 2nd try, ", .right)
    case .missed: StyledText("✗ ", .warning)
    case .passed: StyledText("· passed, ", .muted)
    case .noted: StyledText("  ")
    }
  }
}
