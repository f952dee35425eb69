import NeuralNetwork
import TerminalCanvas

/// The chain rule for the selected parameter, one factor a line, as far as the learner has walked.
func drawChainRule(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  guard let selected = model.selected, model.run.network.contains(selected) else {
    canvas.write(StyledText("Select a parameter with ↑ and ↓.", .muted), in: rect.inset(left: 1))
    return
  }
  let chain = ChainRule(selected, in: model.shownStep, phase: model.shownPhase)
  let lines =
    chain.factors.enumerated().map { factorLine($0.element, isFirst: $0.offset == 0) }
    + totalLines(chain, model)
  canvas.write(table(lines, width: rect.width - 1, glyphs: canvas.glyphs), in: rect.inset(left: 1))
}

private func factorLine(_ factor: ChainRule.Factor, isFirst: Bool) -> [StyledText] {
  [
    StyledText(factor.name, .heading), StyledText(factor.formula, .text),
    StyledText(isFirst ? "=" : "×", .muted),
    factor.isKnown ? StyledText(number(factor.value), .text) : StyledText("·", .muted),
  ]
}

/// The gradient, and once the update is made what became of the parameter.
private func totalLines(_ chain: ChainRule, _ model: Model) -> [[StyledText]] {
  let name = model.run.network.symbol(chain.parameter)
  let value = chain.isKnown ? number(chain.gradient) : "·"
  let formula = chain.sampleCount == 1 ? "" : "Σ of \(chain.sampleCount) samples"
  var lines = [
    [
      StyledText("∂E/∂\(name)", .accent), StyledText(formula, .muted), StyledText("=", .muted),
      StyledText(value, .accent),
    ]
  ]
  if chain.sampleCount > 1, chain.isKnown {
    lines.insert(
      [
        StyledText("", .text), StyledText("sample 1 adds", .muted), StyledText("=", .muted),
        StyledText(number(chain.product), .text),
      ], at: 0)
  }
  let step = model.shownStep
  lines.append([
    StyledText("\(name) next", .text),
    StyledText(
      "\(number(step.before(chain.parameter))) \(number(step.change(chain.parameter), signed: true))",
      .muted),
    StyledText("=", .muted),
    StyledText(chain.isKnown ? number(step.after(chain.parameter)) : "·", .text),
  ])
  return lines
}

/// Four columns that line up: name, formula, sign, value.
private func table(_ rows: [[StyledText]], width: Int, glyphs: GlyphSet) -> [StyledText] {
  let first = rows.map { glyphs.columns(of: $0[0]) }.max() ?? 0
  let last = rows.map { glyphs.columns(of: $0[3]) }.max() ?? 0
  let middle = max(0, width - first - last - 6)
  return rows.map { row in
    padded(row[0], to: first, glyphs: glyphs) + "  " + padded(row[1], to: middle, glyphs: glyphs)
      + row[2] + " " + row[3]
  }
}

private func padded(_ text: StyledText, to width: Int, glyphs: GlyphSet) -> StyledText {
  let cut = glyphs.truncated(text, to: width)
  return cut
    + StyledText(String(repeating: " ", count: max(0, width - glyphs.columns(of: cut))), .text)
}
