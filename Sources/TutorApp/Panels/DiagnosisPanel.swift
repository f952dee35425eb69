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
    // What is found is told whatever panels are open.
    words: { $0.isGuessing || !$0.diagnoses.isEmpty ? [] : ["Diagnosis: no known fault found."] })
}
