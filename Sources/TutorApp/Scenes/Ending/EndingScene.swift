import Lessons
import TerminalCanvas
import Workbench

/// The end of a lesson: what was predicted and what was, the goals, and where to go on.
public struct EndingScene: Scene {
  /// The lesson that was played.
  let lesson: Lesson
  /// What became of it.
  let report: LessonReport
  /// The runs of the last page; nil where nobody has them.
  var end: Workspace?
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
    return ["", title] + text.lines.map(\.plain)
      + [
        "Enter opens the \(next(in: model.library) == nil ? "list of lessons" : "next lesson"), "
          + "j and k choose a question, b goes back to it."
      ]
  }

  /// The wheel goes through the questions.
  public func message(for mouse: Mouse, in model: Model) -> TutorApp.Message? {
    switch mouse.action {
    case .wheelUp: .ending(.moveSelection(-1))
    case .wheelDown: .ending(.moveSelection(1))
    default: nil
    }
  }

  /// Draws the page, scrolled so that the selected question is in view; a wide screen has what to keep beside it, and
  /// the picture of the run below.
  public func draw(_ model: Model, on canvas: inout Canvas) {
    let (title, rest) = canvas.bounds.split(top: 1)
    let (body, keys) = rest.split(bottom: 1)
    drawTitle(model, in: title.inset(left: 1, right: 1), on: &canvas)
    let isWide = body.width >= 100
    let (left, right) = body.split(left: isWide ? body.width / 2 : body.width)
    let column = left.inset(left: 1, top: 1, right: 1)
    let text = EndingText(
      scene: self, next: next(in: model.library), width: column.width, glyphs: canvas.glyphs)
    let lines = isWide ? text.account(asking: column.height) : text.lines
    // What stands below the last question can be read from there.
    let isAtEnd = selection >= report.predictions.count - 1
    let first = column.firstRow(
      showing: text.selectedRow, around: isAtEnd ? lines.count : text.selectedRow,
      of: lines.count)
    canvas.write(Array(lines.dropFirst(first).prefix(column.height)), in: column)
    canvas.drawArrows(
      above: first > 0, below: first + column.height < lines.count, in: left.inset(top: 1))
    if isWide { drawBeside(right, model, on: &canvas) }
    drawKeys(model, in: keys, on: &canvas)
  }

  /// What was finished, and what follows, where both have room.
  private func drawTitle(_ model: Model, in row: Rect, on canvas: inout Canvas) {
    let written = canvas.write(StyledText(title, .heading), in: row)
    guard let next = next(in: model.library) else { return }
    let words = "Next: \(next.number) · \(next.title)"
    guard written + 2 + canvas.glyphs.columns(of: words) <= row.width else { return }
    canvas.write(StyledText(words, .muted), in: row, alignment: .trailing)
  }

  private func drawBeside(_ rect: Rect, _ model: Model, on canvas: inout Canvas) {
    let column = rect.inset(left: 1, top: 1, right: 1)
    let text = EndingText(
      scene: self, next: next(in: model.library), width: column.width, glyphs: canvas.glyphs)
    let lines = text.nextSteps
    canvas.write(lines, in: column)
    drawPictures(model, in: column.split(top: lines.count + 1).rest, on: &canvas)
  }

  /// The run of the lesson's beginning above that of its end, where both learn the same; else the end alone.
  private func drawPictures(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
    guard let end else { return }
    let hasBoth = report.change != nil && rect.height >= 18
    let (upper, lower) = rect.split(top: hasBoth ? rect.height / 2 : 0)
    if hasBoth { draw("at the beginning", lesson.workspace, model, in: upper, on: &canvas) }
    if lower.height >= 8 { draw("on the last page", end, model, in: lower, on: &canvas) }
  }

  private func draw(
    _ time: String, _ workspace: Workspace, _ model: Model, in rect: Rect, on canvas: inout Canvas
  ) {
    let shown = end.flatMap { $0.panels.compactMap(Panel.named).first { $0.prepare == nil } }
    let panel = shown ?? .data
    var model = model
    (model.workspace, model.summaries) = (workspace, RunSummary.all(workspace))
    canvas.titledRule(rect, title: StyledText("\(panel.title(in: model)), \(time)", .muted))
    panel.draw(model, rect.inset(top: 1), &canvas)
  }
}

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
    return set(StyledText("Next: \(next.number) · \(next.title). \(next.summary)"))
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
