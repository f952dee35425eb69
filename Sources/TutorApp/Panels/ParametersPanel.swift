import NeuralNetwork
import TerminalCanvas

/// Every parameter: its value, its gradient, and what the update changes.
func drawParameters(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let network = model.run.network
  let indices = network.parameterIndices
  let table = TerminalCanvas.Table(
    [
      TableColumn("name"), TableColumn("value", alignment: .trailing),
      TableColumn("gradient", alignment: .trailing, priority: 1),
      TableColumn("change", alignment: .trailing, priority: 2),
    ],
    rows: indices.map { row(of: $0, model) },
    selected: model.selected.flatMap { indices.firstIndex(of: $0) })
  table.draw(in: rect.inset(left: 1), on: &canvas)
}

private func row(of index: ParameterIndex, _ model: Model) -> [StyledText] {
  let step = model.shownStep
  let isKnown = model.shownPhase >= .backward(layer: index.layer)
  func known(_ value: Double) -> StyledText {
    isKnown ? signed(value) : StyledText("·", .muted)
  }
  return [
    StyledText(model.run.network.symbol(index)), signed(model.run.network[index]),
    known(step.gradient(index)), known(step.change(index)),
  ]
}

/// A number with its sign, which the colour repeats.
func signed(_ value: Double) -> StyledText {
  StyledText(number(value, signed: true), value < 0 ? .negative : value > 0 ? .positive : .muted)
}
