import Lessons
import NeuralNetwork
import TerminalCanvas

/// What is wrong with the run, each with the figures that show it.
func drawDiagnosis(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let place = rect.inset(left: 1, right: 1)
  guard !model.isGuessing else {
    canvas.write(StyledText("after your guess", .muted), in: place)
    return
  }
  let problems = model.diagnoses
  guard !problems.isEmpty else {
    let text = StyledText("No known fault found.", .muted)
    canvas.write(text.wrapped(to: place.width, glyphs: canvas.glyphs), in: place)
    return
  }
  let glyphs = canvas.glyphs
  func wrapped(_ findings: [String]) -> [StyledText] {
    findings.flatMap { finding in
      StyledText(finding).wrapped(
        to: place.width, glyphs: glyphs, first: StyledText("! ", .warning))
    }
  }
  // The longest telling that fits: with what helps, without, in a few words.
  let told = problems.map { model.tellings(of: $0) }
  let tellings = (0..<3).map { length in told.map { $0[min(length, $0.count - 1)] } }
  let lines =
    tellings.lazy.map(wrapped).first { $0.count <= place.height }
    ?? wrapped(problems.map(\.headline))
  let shown = lines.count > place.height ? place.height - 1 : lines.count
  canvas.write(Array(lines.prefix(max(0, shown))), in: place)
  if shown < lines.count {
    canvas.write(StyledText("… and more (z zooms)", .muted), in: place, row: place.height - 1)
  }
}

/// Below what is found all that is looked for, with what it means.
private func drawDiagnosisZoomed(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let kinds = model.isGuessing ? [] : ProblemKind.all.filter { model.explains($0.name) }
  let found = max(3, 4 * model.diagnoses.count)
  guard !kinds.isEmpty, rect.height >= found + 6 else {
    return drawDiagnosis(model, in: rect, on: &canvas)
  }
  let (top, below) = rect.split(top: min(found, rect.height / 2))
  drawDiagnosis(model, in: top, on: &canvas)
  canvas.titledRule(below, title: StyledText("what is looked for", .muted))
  let place = below.inset(left: 1, top: 1, right: 1)
  let lines = kinds.map { line(of: $0, model, width: place.width, canvas.glyphs) }
  // Air between them, where there is plenty of room.
  let isAiry = lines.reduce(0) { $0 + $1.count + 1 } <= place.height
  canvas.write(lines.flatMap { $0 + (isAiry ? [StyledText()] : []) }, in: place)
}

/// Whether a kind of trouble is there, its name, and what it is.
private func line(
  of kind: ProblemKind, _ model: Model, width: Int, _ glyphs: GlyphSet
) -> [StyledText] {
  let isFound = model.diagnoses.contains { $0.kind == kind }
  let mark = isFound ? StyledText("! ", .warning) : StyledText("✓ ", .right)
  let name = StyledText(kind.name.padded(to: 25), isFound ? .warning : .text)
  let meaning = kind.meaning
  return StyledText(model.explains(meaning) ? meaning : "", .muted).wrapped(
    to: width, glyphs: glyphs, first: mark + name)
}

extension ProblemKind {
  /// What it is; empty where the glossary has it only as a part of something else.
  fileprivate var meaning: String {
    let term = Glossary.term(name)
    let isOwn = term?.name.split(separator: " ").first == name.split(separator: " ").first
    return isOwn ? term?.meaning ?? "" : ""
  }
}

extension Model {
  /// A problem in words, the longest first and never none: what a lesson has not explained by its page is left out.
  func tellings(of problem: TrainingProblem) -> [String] {
    let longer = [problem.sentence, problem.finding]
    return longer.filter(explains) + [problem.headline]
  }
}

extension Panel {
  static let diagnosis = Panel(
    "diagnosis", term: "diagnosis", title: { _ in "diagnosis" }, side: .left,
    needs: { _ in PanelNeeds(width: .init(20, best: 37), height: .init(3, best: 5, most: 9)) },
    sheds: "the figures of each finding, then the last findings", draw: drawDiagnosis,
    drawZoomed: drawDiagnosisZoomed,
    // What is found is told whatever panels are open.
    words: { $0.isGuessing || !$0.diagnoses.isEmpty ? [] : ["Diagnosis: no known fault found."] })
}
