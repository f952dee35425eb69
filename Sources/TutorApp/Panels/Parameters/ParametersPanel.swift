import NeuralNetwork
import TerminalCanvas

/// Every parameter as a sum to check: value + change = next; with its gradient, and the optimizer's memory of it.
func drawParameters(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let rows = ParameterRows(model, width: rect.width - 1, glyphs: canvas.glyphs)
  let selected = model.look.selected.flatMap { rows.indices.firstIndex(of: $0) }
  let visible = TextTable.rowsInReach(
    around: selected, of: rows.indices.count, height: rect.height)
  let table = TextTable(
    rows.columns,
    rows: rows.indices.enumerated().map { visible.contains($0) ? rows.row(of: $1) : [] },
    selected: selected)
  table.draw(in: rect.inset(left: 1), on: &canvas)
}

/// The table, and beside or below it the way of the selected parameter as a curve.
private func drawParametersZoomed(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let index = model.chainParameter
  let way = parameterWay(of: index, model)
  let isWide = rect.width >= 110
  guard way.count > 1, isWide || rect.height >= 16 else {
    return drawParameters(model, in: rect, on: &canvas)
  }
  let table: Rect
  let rest: Rect
  if isWide {
    (table, rest) = rect.split(left: min(84, rect.width * 3 / 5))
  } else {
    (table, rest) = rect.split(top: rect.height / 2)
  }
  drawParameters(model, in: table, on: &canvas)
  let (head, plot) = rest.inset(left: 2).split(top: 1)
  let name = model.run.network.symbol(index)
  canvas.write(StyledText("\(name) over the updates", .heading), in: head)
  let curve = Series(compact(model.run.network[index]), way, hasHead: true)
  let chart = LineChart(
    [curve], x: Axis(from: 0, to: LossAxis.lastUpdate(atLeast: model.lastSeenUpdate), whole: true),
    y: Axis(fitting: way.map(\.last)))
  chart.aligned(in: plot).draw(in: plot, on: &canvas)
}

/// The values of a parameter that were kept, up to now; none where runs keep none.
private func parameterWay(of index: ParameterIndex, _ model: Model) -> [Bucket] {
  let run = model.run
  guard let offset = run.network.parameterIndices.firstIndex(of: index) else { return [] }
  let past = run.history.observations.filter { $0.update < run.position.update }.compactMap { one in
    one.parameters.indices.contains(offset)
      ? Bucket(x: Double(one.update), y: one.parameters[offset]) : nil
  }
  return past + [Bucket(x: Double(run.position.update), y: run.network[index])]
}

/// The rows of a small table; of a large one that of the selected parameter.
private func parameterWords(_ model: Model) -> [String] {
  let all = model.run.network.parameterIndices
  guard all.count > fewParameters else { return all.map { parameterSentence($0, model) } }
  let selected = model.look.selected.map { [parameterSentence($0, model)] } ?? []
  return ["\(all.count) parameters; j and k select one."] + selected
}

/// The rows of a table of any size, as far as anybody may want to hear them.
private func parameterDetails(_ model: Model) -> [String] {
  let all = model.run.network.parameterIndices
  guard all.count > fewParameters else { return parameterWords(model) }
  return parameterWords(model) + all.prefix(mostToldRows).map { parameterSentence($0, model) }
}

private func parameterSentence(_ index: ParameterIndex, _ model: Model) -> String {
  let (step, mayTell, isMade) = (model.shownStep, !model.isGuessing, model.run.isUpdateMade)
  let name = "\(step.network.symbol(index)) \(isMade ? "was" : "is")"
  var words = ["\(name) \(signed(step.told(index)).plain)"]
  if model.shownPhase >= .backward(layer: index.layer) {
    if !model.veil.hidesGradient(index) {
      words.append("gradient \(signed(step.gradient(index)).plain)")
    }
    if step.network.isFrozen(index) {
      words.append("frozen")
    } else if mayTell {
      words.append("change \(signed(step.change(index)).plain)")
      words.append("\(isMade ? "now" : "next") \(signed(step.after(index)).plain)")
    }
  }
  let isSelected = index == model.look.selected && step.network.parameterIndices.count > 1
  return words.joined(separator: ", ") + (isSelected ? " (selected)." : ".")
}

/// The most parameters that lines name one by one.
private let fewParameters = 9

/// The values in one line, as far as there are few, and no panel tells more of them.
func parameterValues(_ model: Model) -> String? {
  let network = model.run.network
  guard network.parameterCount <= fewParameters, !model.panels.contains(.parameters) else {
    return nil
  }
  let values = network.parameterIndices.map {
    "\(network.symbol($0)) \(network[$0].formatted(significant: abs(network[$0]) < 100 ? 4 : 5))"
  }
  return "Parameters: " + values.joined(separator: ", ") + "."
}

extension Panel {
  static let parameters = Panel(
    "parameters", term: "parameter", title: parametersTitle, side: .left,
    needs: { context in
      let count = context.parameterCount
      return PanelNeeds(
        width: .init(28, best: 48, most: 64),
        height: .init(5, best: min(count, 10) + 2, most: count + 2), weight: 2)
    },
    observes: { $0.parameterCount <= Observations.mostParameters ? .parameters : [] },
    sheds: "the optimizer's memory, their way, the next value, the gradient", draw: drawParameters,
    drawZoomed: drawParametersZoomed, words: parameterWords, details: parameterDetails,
    legend: parametersLegend)
}

private func parametersTitle(_ model: Model) -> String {
  "parameters" + (model.look.sortsByChange ? ", the largest change first" : "")
}

private func parametersLegend(_ model: Model) -> [LegendRow] {
  [
    LegendRow(
      StyledText("change"),
      "what the next update adds, or beside before and now: what the last one added"),
    LegendRow(StyledText("·", .muted), "not worked out yet, or not told before your guess"),
    LegendRow(StyledText("+", .positive), "a number above 0"),
    LegendRow(StyledText("−", .negative), "a number below 0"),
    LegendRow(
      StyledText("▂▅▇", .muted), "the parameter's way so far, from its lowest place to its highest"),
    LegendRow(
      StyledText(WayLine.swing(model.glyphs), .muted), "it swings there between these two heights"),
    LegendRow(StyledText("frozen", .muted), "training leaves it as it is"),
    LegendRow(StyledText("m, s"), "the optimizer's memory: of gradients, of their squares"),
  ]
}
