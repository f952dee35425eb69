import Lessons
import TerminalCanvas
import Workbench

/// A curve: the arrows draw it, and Enter commits it.
struct CurveEntry: AnswerEntry {
  let kind: CurveQuestion
  /// What is drawn so far; nil before the first stroke, also after one that was missed.
  private(set) var sketch: CurveSketch?

  init(kind: CurveQuestion) { self.kind = kind }

  var keys: KeyContext { .sketching }
  var lack: String { "Draw the curve first" }

  mutating func move(right columns: Int, up rows: Int) {
    var sketch = sketch ?? CurveSketch()
    if columns != 0 { sketch.move(right: columns) }
    if rows != 0 { sketch.move(up: rows) }
    self.sketch = sketch
  }

  func commitment(to question: Question, on workspace: Workspace) -> Commitment? {
    sketch.flatMap { kind.judgment(of: $0.text, to: question, on: workspace) }
      .map(Commitment.answer)
  }

  /// A shape, or heights.
  func meaning(of line: String, in model: Model) -> LineMeaning? { typing(line, as: kind) }

  /// The heights of the curve that is being drawn; then what it was.
  func lines(_ answering: Answering, _ setter: BlockSetter) -> [[StyledText]] {
    let drawn = sketch.map { "\($0.digits)  \($0.shape.name)" }
    let said = answering.prediction?.last?.curve.map { setter.language(.youDrew, $0.shape.name) }
    guard let answer = answering.outcome?.answer else {
      return field(answering, drawn ?? said ?? setter.language.invitation(kind))
    }
    return told(said, setter.language(.theRun, answer), setter)
  }

  func rightAnswer(_ setter: BlockSetter) -> String { kind.shape.name }
}

extension LessonScene {
  /// While a question asks for a curve: the arrows draw it.
  static let sketchingKeys: [KeyBinding] = [
    KeyBinding(
      [.up], .lesson(.move(right: 0, up: 1)), "up", rank: 0,
      help: "Draw the curve higher in its column, and level from there", .lesson),
    KeyBinding(
      [.down], .lesson(.move(right: 0, up: -1)), "down", rank: 0,
      help: "Draw the curve lower in its column, and level from there", .lesson),
    KeyBinding(
      [.right], .lesson(.move(right: 1, up: 0)), "column", rank: 0,
      help: "Next column of the curve", .lesson),
    KeyBinding(
      [.left], .lesson(.move(right: -1, up: 0)), help: "Column of the curve before", .lesson),
    KeyBinding(
      [.enter], .lesson(.commitAnswer), "commit", rank: 0, help: "Commit the drawn curve", .lesson),
    KeyBinding(
      ["t"], .lesson(.beginTyping), help: "Type an answer, in words or digits", .lesson),
    sureKey,
  ]
}
