import NeuralNetwork
import TerminalCanvas

/// The result of a gradient check: both losses, the quotient, and what backpropagation says.
func drawGradientCheck(_ check: GradientCheck, _ model: Model, on canvas: inout Canvas) {
  let lines = gradientCheckLines(check, name: model.run.network.symbol(check.parameter))
  let width = min(canvas.size.width, 46)
  let height = min(canvas.size.height, lines.count + 2)
  let box = Rect(
    x: canvas.size.width - width, y: max(0, canvas.size.height - height - 2), width: width,
    height: height)
  canvas.fill(box)
  canvas.frame(
    box, title: StyledText("gradient check, \(model.run.loss.name)", .heading), style: .accent)
  canvas.write(lines, in: box.inset(left: 2, top: 1, right: 2, bottom: 1))
}

/// The check in words and numbers, one statement a line.
func gradientCheckLines(_ check: GradientCheck, name: String) -> [StyledText] {
  let digits = 10
  let verdict =
    check.isPassed
    ? StyledText("✓ they agree", .right) : StyledText("✗ they differ", .warning)
  var lines: [StyledText] = [
    StyledText("Move \(name) by h = \(compact(check.h)) to either side:", .text),
    "",
    StyledText("E(\(name) + h)     \(check.lossAbove.formatted(significant: digits))", .text),
    StyledText("E(\(name) − h)     \(check.lossBelow.formatted(significant: digits))", .text),
    StyledText("difference / 2h  \(check.numerical.formatted(significant: digits))", .accent),
    StyledText("chain rule       \(check.analytic.formatted(significant: digits))", .accent),
    StyledText("relative error   \(check.relativeError.formatted(significant: 2))  ", .muted)
      + verdict,
  ]
  if let kink = check.kink { lines.append(StyledText(kink.sentence, .warning)) }
  return lines
}
