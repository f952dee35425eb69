import Lessons
import TerminalCanvas

/// The words of the end of a lesson, set for a width.
struct EndingText {
  let scene: EndingScene
  let next: Lesson?
  let width: Int
  var glyphs = GlyphSet.ascii
  /// Whether the questions stand above what was said to them.
  private var asks = false

  init(scene: EndingScene, next: Lesson?, width: Int, glyphs: GlyphSet = .ascii) {
    (self.scene, self.next, self.width, self.glyphs) = (scene, next, width, glyphs)
  }

  /// All of it, line by line.
  var lines: [StyledText] { account + [""] + nextSteps }

  /// What was predicted and reached.
  var account: [StyledText] { head + predictions + [""] + goals }

  /// The same with what was asked, where so many rows have room for that.
  func account(asking rows: Int) -> [StyledText] {
    var text = self
    text.asks = true
    return text.account.count <= rows ? text.account : account
  }

  /// What to keep, what has changed, and where to go on.
  var nextSteps: [StyledText] {
    [keep, change, ahead].filter { !$0.isEmpty }.reduce(into: []) { lines, part in
      lines += (lines.isEmpty ? [] : [""]) + part
    }
  }

  /// The row of the selected question.
  var selectedRow: Int { head.count + rows.prefix(scene.selection).map(\.count).reduce(0, +) }

  private var head: [StyledText] {
    guard let score = scene.report.score else { return [] }
    return set(StyledText(score.sentence, .heading)) + [""]
  }

  private var predictions: [StyledText] { rows.flatMap(\.self) }

  /// The lines of each prediction.
  private var rows: [[StyledText]] {
    scene.report.predictions.enumerated().map { row, prediction in
      let marker = row == scene.selection ? "▶ " : "  "
      return set(
        StyledText(marker, .accent) + prediction.result.sign + StyledText(words(prediction), .text),
        indent: 4) + (asks ? asked(prediction) : [])
    }
  }

  /// The question, and a blank row to the next one.
  private func asked(_ prediction: LessonReport.Prediction) -> [StyledText] {
    let question = scene.lesson.pages[prediction.page].question?.promptWords ?? ""
    return set(StyledText("    " + question, .muted), indent: 4) + [""]
  }

  private func words(_ prediction: LessonReport.Prediction) -> String {
    let said =
      prediction.tries.isEmpty
      ? "no guess" : "you said \(prediction.tries.joined(separator: ", then "))"
    let isRight = prediction.result == .right || prediction.result == .rightAtLast
    let answer = isRight ? nil : prediction.answer.map { "; the answer: \($0)" }
    return "\(prediction.title): \(said)\(answer ?? "")"
  }

  private var goals: [StyledText] {
    scene.report.goals.flatMap { goal in
      return set(
        StyledText("  ") + sign(goal.way)
          + StyledText("Goal, \(goal.title): \(how(goal.way))", .text),
        indent: 4)
    }
  }

  private func sign(_ way: GoalWay?) -> StyledText {
    guard let way else { return StyledText("◇ ", .muted) }
    return way == .shown ? StyledText("◆ ", .accent) : StyledText("✓ ", .right)
  }

  private func how(_ way: GoalWay?) -> String {
    guard let way else { return "open" }
    return way == .alone ? "by your own hand" : way.help
  }

  private var keep: [StyledText] {
    guard !scene.lesson.keep.isEmpty else { return [] }
    let setter = BlockSetter(workspace: nil, width: width, glyphs: glyphs)
    return [StyledText("To keep", .heading)]
      + scene.lesson.keep.flatMap {
        setter.set(StyledText("• ", .accent) + setter.text($0, .text), indent: 2)
      }
  }

  private var change: [StyledText] {
    guard let change = scene.report.change else { return [] }
    let format = NumberFormat.automatic
    return set(
      StyledText(
        "The loss of the lesson's run was \(format.text(change.first)) at the beginning, and is "
          + "\(format.text(change.last)) on the last page."))
  }

  private var ahead: [StyledText] {
    guard let next else { return set(StyledText("This was the last lesson.")) }
    return set(
      StyledText(
        "Next: \(next.number)\(glyphs == .ascii ? "," : " ·") \(next.title). \(next.summary)"))
  }

  private func set(_ text: StyledText, indent: Int = 0) -> [StyledText] {
    text.wrapped(
      to: width, glyphs: glyphs, rest: StyledText(String(repeating: " ", count: indent)))
  }
}

extension LessonReport.Result {
  /// A sign that tells how it went without color.
  fileprivate var sign: StyledText {
    switch self {
    case .right: StyledText("✓ ", .right)
    case .rightAtLast: StyledText("✓ 2nd try, ", .right)
    case .missed: StyledText("✗ ", .warning)
    case .passed: StyledText("– passed, ", .muted)
    case .noted: StyledText("  ")
    }
  }
}
