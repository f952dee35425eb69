import NeuralNetwork
import TerminalCanvas

/// The chain rule for the selected parameter as a sum on paper, one factor a line, as far as the learner has walked.
func drawChainRule(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let sheet = ChainSheet(
    model.chainRule, in: model.shownStep, room: rect.inset(left: 1).size, glyphs: canvas.glyphs,
    isGuessing: model.isGuessing, guess: model.guess(of: .gradient(model.chainParameter)),
    hasFault: model.run.activeExperiment.fault != nil, isFresh: model.isFresh)
  canvas.write(sheet.lines, in: rect.inset(left: 1))
}

extension Panel {
  static let chain = Panel(
    "chain", term: "chain rule",
    title: { "chain rule for \($0.run.network.symbol($0.chainParameter))" + $0.pinnedTitle },
    side: .left, needs: chainNeeds,
    sheds: "the remark, the rule, each sample's share, the next value; factors become one",
    // A weight of a pixel says little, and at the rim it never moves.
    fills: { !$0.hasImage },
    draw: drawChainRule, drawZoomed: drawChainZoomed, words: chainWords,
    legend: { chainLegend + ($0.run.activeExperiment.fault == nil ? [] : [contradictionLegend]) })
}

/// A chain of single units has two factors a layer; elsewhere the layers above are one factor.
private func chainNeeds(_ context: PanelContext) -> PanelNeeds {
  let factors = context.isChain ? 2 * context.depth + 1 : 4
  let sums = context.sampleCount == 1 ? 0 : context.sampleCount <= 12 ? 2 : 1
  return PanelNeeds(
    width: .init(34, best: 41, most: 64),
    height: .init(min(factors, 5) + 3, best: factors + sums + 4), weight: 2)
}

/// The known factors of the parameter's gradient, one statement each.
private func chainWords(_ model: Model) -> [String] {
  let chain = model.chainRule
  let factors = chain.factors.filter(\.isKnown).map {
    "\($0.name) = \($0.formula) = \(number($0.value))"
  }
  let name = model.run.network.symbol(chain.parameter)
  let penalty = chain.isKnown ? chain.penalty.map { ["The penalty adds \(number($0))"] } ?? [] : []
  return factors + penalty
    + (chain.isKnown ? ["Gradient of \(name) = \(number(chain.gradient))"] : [])
}

private let contradictionLegend = LegendRow(
  StyledText("≠", .muted), "the engine says another number than its parts come to")

private let chainLegend = [
  LegendRow(StyledText("·", .muted), "not worked out yet"),
  LegendRow(StyledText("×", .muted), "times the line above"),
  LegendRow(
    StyledText("█", .positive),
    "the product of the factors down to its line, against the largest; from the middle line to the left below 0"
  ),
  LegendRow(StyledText("0.1", Style(.accent, .bold)), "found out by the last step"),
]
