import NeuralNetwork
import TerminalCanvas

/// The result of a gradient check: both losses, the quotient, and what backpropagation says; beside a text, not over it.
func drawGradientCheck(_ check: GradientCheck, _ model: Model, on canvas: inout Canvas) {
  let (screen, text) = (canvas.size, model.layout.text)
  let room = screen.width - (text.width < screen.width ? text.width + 1 : 0)
  let width = min(room, 46)
  let glyphs = canvas.glyphs
  let lines = gradientCheckLines(check, name: model.run.network.symbol(check.parameter)).flatMap {
    $0.wrapped(to: max(1, width - 4), glyphs: glyphs)
  }
  let height = min(screen.height, lines.count + 2)
  let box = Rect(
    x: screen.width - width, y: max(0, screen.height - height - 2), width: width, height: height)
  canvas.fill(box)
  canvas.frame(
    box, title: StyledText("gradient check, \(model.run.loss.title)", .heading), style: .accent)
  canvas.write(lines, in: box.inset(left: 2, top: 1, right: 2, bottom: 1))
}

/// The check in words and numbers, one statement a line.
func gradientCheckLines(_ check: GradientCheck, name: String) -> [StyledText] {
  func line(_ words: String, _ number: Double, _ digits: Int, _ style: Style) -> StyledText {
    StyledText(words.padded(to: 17, atLeast: 2) + number.formatted(significant: digits), style)
  }
  let lines = [
    StyledText("Move \(name) by h = \(compact(check.h)) to either side:", .text),
    line("E(\(name) + h)", check.lossAbove, 10, .text),
    line("E(\(name) − h)", check.lossBelow, 10, .text),
    line("difference / 2h", check.numerical, 10, .accent),
    line("chain rule", check.analytic, 10, .accent),
    line("relative error", check.relativeError, 2, .muted),
    check.isPassed
      ? StyledText("✓ they agree", .right) : StyledText("✗ they differ", .warning),
  ]
  return lines + (check.kink.map { [StyledText($0.sentence, .warning)] } ?? [])
}
