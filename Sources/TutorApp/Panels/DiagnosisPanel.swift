import NeuralNetwork
import TerminalCanvas

/// What is wrong with the run, each with the figures that show it.
func drawDiagnosis(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let diagnoses = model.run.diagnoses
  guard !diagnoses.isEmpty else {
    canvas.write(StyledText("Nothing is wrong with this run.", .muted), in: rect.inset(left: 1))
    return
  }
  let lines = diagnoses.flatMap { diagnosis in
    StyledText(diagnosis.sentence).wrapped(
      to: rect.width - 2, glyphs: canvas.glyphs, first: StyledText("! ", .warning))
  }
  canvas.write(lines, in: rect.inset(left: 1, right: 1))
}
