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
      scene: self, next: next(in: model.library), width: PlainTutor.statementWidth)
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
