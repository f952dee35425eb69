import NeuralNetwork
import TerminalCanvas

/// The optimizer taken apart: from the gradient of each parameter over what it remembers to the step; right below it, as
/// far as there is room, what that means.
func drawMoments(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let table = MomentTable(model)
  let foot = table.foot(in: rect, canvas.glyphs)
  let body = rect.split(bottom: foot.count).rest
  table.draw(in: body, on: &canvas)
  let end = table.rowCount(in: body) + 1
  canvas.write(foot, in: rect.inset(left: 1, top: min(body.height, end + 1)))
}

private func momentsTitle(_ model: Model) -> String {
  "\(model.run.activeExperiment.optimizer.rule.title) taken apart"
}

private func momentsWords(_ model: Model) -> [String] {
  // Of many nobody wants to hear all.
  let isSmall = model.shownStep.network.parameterCount <= 6
  return momentsWords(
    of: isSmall ? model.shownStep.network.parameterIndices : [model.chainParameter], model)
}

private func momentsDetails(_ model: Model) -> [String] {
  momentsWords(of: Array(model.shownStep.network.parameterIndices.prefix(mostToldRows)), model)
}

private func momentsWords(of indices: [ParameterIndex], _ model: Model) -> [String] {
  let (step, optimizer) = (model.shownStep, model.run.activeExperiment.optimizer)
  guard !model.isGuessing, model.shownPhase == .whole else { return [] }
  return indices.map { index in
    let parts = OptimizerPart.of(optimizer, in: step).compactMap { part in
      part.value(step, index, optimizer).map { "\(part.symbol) \(number($0))" }
    }
    return "\(optimizer.rule.title), \(step.network.symbol(index)): "
      + parts.joined(separator: ", ") + "."
  }
}

extension Panel {
  static let moments = Panel(
    "moments", term: "optimizer", title: momentsTitle,
    brief: { $0.run.activeExperiment.optimizer.rule.title }, side: .left,
    needs: { context in
      PanelNeeds(
        width: .init(28, best: 62, most: 90),
        height: .init(
          5, best: max(10, min(context.parameterCount, 8) + 5), most: context.parameterCount + 16),
        weight: 2)
    },
    sheds: "the formulas, the roots and corrected means", fills: { _ in false }, draw: drawMoments,
    drawZoomed: drawMomentsZoomed, prepare: prepareMoments, words: momentsWords,
    details: momentsDetails,
    legend: momentsLegend)
}

private func momentsLegend(_ model: Model) -> [LegendRow] {
  let parts = OptimizerPart.of(model.run.activeExperiment.optimizer, in: model.shownStep)
  return parts.map { LegendRow(StyledText($0.symbol), $0.meaning) } + [
    LegendRow(
      model.glyphs == .ascii
        ? StyledText("<", .negative) + StyledText("|", .rule) + StyledText(">", .positive)
        : StyledText("█", .negative) + StyledText("│", .rule) + StyledText("█", .positive),
      "a step down, a step up, beside the largest"),
    LegendRow(StyledText("·", .muted), "not worked out yet"),
  ]
}
