import NeuralNetwork
import TerminalCanvas

/// The chain rule on the whole screen: the sum on paper, under it the same factors of every sample of the batch, the product
/// of every parameter of the network, and in the room that is left the cost whose slope all of it is.
func drawChainZoomed(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let chain = model.chainRule
  let (sheet, rest) = rect.split(top: min(rect.height, chain.factors.count + 6))
  drawChainRule(model, in: sheet, on: &canvas)
  // Any of the products may be what is asked.
  guard !model.isGuessing, !chain.factors.isEmpty else { return }
  let samples = chain.batch.count > 1 ? min(chain.batch.count + 3, rest.height / 2) : 0
  let (upper, below) = rest.split(top: samples)
  let products = model.run.network.parameterCount + 3
  let hasCost = below.height - products >= 10 && Panel.parabola.fills(PanelContext(model.workspace))
  let (lower, cost) = below.split(top: hasCost ? products : below.height)
  drawFactorsOfSamples(model, in: upper, on: &canvas)
  drawFactorsOfParameters(model, in: lower, on: &canvas)
  if hasCost { Panel.parabola.drawTitled(model, in: cost, on: &canvas) }
}

/// A row a sample: its factors, and what they make together.
private func drawFactorsOfSamples(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  guard rect.height > 2 else { return }
  let (step, parameter) = (model.shownStep, model.chainParameter)
  canvas.titledRule(rect, title: StyledText("each sample of the batch", .muted))
  let rows = step.sampleIndices.indices.prefix(200).map { row -> [StyledText] in
    let chain = ChainRule(parameter, in: step, row: row, phase: model.shownPhase)
    return [StyledText("\(chain.sample + 1)")]
      + chain.factors.map { known($0.value, $0.isKnown) } + [known(chain.product, chain.isKnown)]
  }
  let names = ChainRule(parameter, in: step, row: 0, phase: model.shownPhase).factors.map(\.name)
  table(["sample"] + names + ["product"], rows, selected: step.row(of: model.pinnedSample))
    .draw(in: rect.inset(left: 1, top: 1), on: &canvas)
}

/// A row a parameter: the factors of the pinned sample one after the other, and the gradient.
private func drawFactorsOfParameters(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  guard rect.height > 2 else { return }
  let (step, sample) = (model.shownStep, model.pinnedSample)
  let (shown, row) = (model.chainParameter, step.row(of: sample))
  guard let row else { return }
  canvas.titledRule(rect, title: StyledText("every parameter, sample \(sample + 1)", .muted))
  let indices = step.network.parameterIndices
  let selected = indices.firstIndex(of: shown) ?? 0
  // Around the selected one, as many as are to be seen.
  let first = max(0, min(selected - rect.height / 2, indices.count - rect.height))
  let rows = indices.dropFirst(first).prefix(rect.height).map { index -> [StyledText] in
    let chain = ChainRule(index, in: step, row: row, phase: model.shownPhase)
    let product = chain.factors.map { $0.isKnown ? number($0.value) : "·" }
    return [
      StyledText(step.network.symbol(index)), StyledText(product.joined(separator: " × "), .muted),
      known(chain.product, chain.isKnown), known(chain.gradient, chain.isKnown),
    ]
  }
  table(["", "factors", "product", "gradient"], rows, selected: selected - first)
    .draw(in: rect.inset(left: 1, top: 1), on: &canvas)
}

private func table(_ titles: [String], _ rows: [[StyledText]], selected: Int?) -> TextTable {
  let columns = titles.indices.map { column in
    TableColumn(
      titles[column], alignment: column == 0 || titles[column] == "factors" ? .leading : .trailing,
      // What it comes to stays the longest, then the first factors.
      priority: column == titles.count - 1 ? 99 : 90 - column)
  }
  return TextTable(columns, rows: rows, selected: selected)
}

private func known(_ value: Double, _ isKnown: Bool) -> StyledText {
  isKnown ? StyledText(number(value)) : StyledText("·", .muted)
}
