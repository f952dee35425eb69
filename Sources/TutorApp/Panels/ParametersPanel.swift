import NeuralNetwork
import TerminalCanvas

/// Every parameter as a sum to check: value + change = next; with its gradient, and the optimizer's memory of it.
func drawParameters(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let rows = ParameterRows(model, glyphs: canvas.glyphs)
  let selected = model.look.selected.flatMap { rows.indices.firstIndex(of: $0) }
  let visible = rows.visible(around: selected, height: rect.height)
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

/// The rows of the table; only those in view are written out.
private struct ParameterRows {
  let indices: [ParameterIndex]
  private let step: TrainingStep
  private let phase: Phase
  /// Whether what the update does must wait, since a question may be about it.
  private let isGuessing: Bool
  private let veil: Veil
  /// Whether the step has just been made, so that the network holds what comes next already.
  private let isMade: Bool

  /// Whether the last step found out what a phase does, and which parameter it moved the furthest.
  private let isFresh: (Phase) -> Bool
  private let movedMost: ParameterIndex?
  /// Every parameter as it was observed, up to now; empty where runs keep none.
  private let way: [[Double]]
  private let offsets: [ParameterIndex: Int]
  private let glyphs: GlyphSet

  init(_ model: Model, glyphs: GlyphSet) {
    self.glyphs = glyphs
    isFresh = model.isFresh
    movedMost = model.movedMost
    isGuessing = model.isGuessing
    veil = model.veil
    isMade = model.run.isUpdateMade
    let step = model.shownStep
    let all = step.network.parameterIndices
    let mayTell = !model.isGuessing && model.shownPhase == .whole
    self.step = step
    phase = model.shownPhase
    indices =
      model.look.sortsByChange && mayTell
      ? all.sorted { abs(step.change($0)) > abs(step.change($1)) } : all
    way = model.run.history.observations.map(\.parameters).filter { $0.count == all.count }
    offsets =
      way.count < 2
      ? [:] : Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
  }

  private static let wayColumns = 10

  /// A parameter's way up to now, from its lowest to its highest place.
  private func way(of index: ParameterIndex) -> StyledText {
    guard let offset = offsets[index] else { return "" }
    let values = way.map { $0[offset] } + [step.before(index)]
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    guard high > low, (high - low).isFinite else { return "" }
    let axis = Axis(from: low - (high - low) / 8, to: high)
    let line = Sparkline(values, axis: axis).text(columns: Self.wayColumns, glyphs)
    return StyledText(line, .muted)
  }

  /// The sum to check; right after an update what came of it counts for more than its gradient.
  var columns: [TableColumn] {
    func figure(_ title: String, _ priority: Int) -> TableColumn {
      TableColumn(title, alignment: .trailing, priority: priority)
    }
    var columns = [
      TableColumn("name", priority: 9), figure(isMade ? "before" : "value", 8),
      figure("gradient", isMade ? 5 : 6), figure("change", 7),
      figure(isMade ? "now" : "next", isMade ? 6 : 5),
    ]
    if !offsets.isEmpty { columns.append(TableColumn("its way", priority: 3, isPicture: true)) }
    if moments.first { columns.append(figure("m", 2)) }
    if moments.second { columns.append(figure("s", 1)) }
    return columns
  }

  private var moments: (first: Bool, second: Bool) {
    guard let index = indices.first else { return (false, false) }
    return (step.firstMoment(index) != nil, step.secondMoment(index) != nil)
  }

  /// A few more rows than can be seen, wherever the table puts the selected one.
  func visible(around selected: Int?, height: Int) -> Range<Int> {
    let middle = selected ?? 0
    let first = max(0, min(middle, indices.count - height) - height)
    return first..<min(indices.count, middle + 2 * height + 2)
  }

  func row(of index: ParameterIndex) -> [StyledText] {
    let isKnown = phase >= .backward(layer: index.layer)
    func known(_ value: Double?, _ isTold: Bool = true) -> StyledText {
      value.map { isKnown && isTold ? signed($0) : StyledText("·", .muted) } ?? ""
    }
    func marked(_ text: StyledText, _ isMarked: Bool) -> StyledText {
      isMarked ? text.restyled { $0.attributes.insert(.bold) } : text
    }
    var values = [
      StyledText(step.network.symbol(index)),
      marked(signed(step.told(index)), index == movedMost),
      marked(
        known(step.gradient(index), !veil.hidesGradient(index)),
        isFresh(.backward(layer: index.layer))),
      step.network.isFrozen(index)
        ? StyledText("frozen", .muted) : known(step.change(index), !isGuessing),
      known(step.after(index), !isGuessing),
    ]
    if !offsets.isEmpty { values.append(way(of: index)) }
    if moments.first { values.append(known(step.firstMoment(index))) }
    if moments.second { values.append(known(step.secondMoment(index))) }
    return values
  }
}

extension TrainingStep {
  /// A parameter's value as it is told: 0 where it is tiny, and next to its change no more than a rounding.
  func told(_ index: ParameterIndex) -> Double {
    abs(before(index)) < 1e-13 * min(1, abs(change(index))) ? 0 : before(index)
  }
}

/// A number with its sign, which the color repeats; with as many digits as a row of them leaves legible.
func signed(_ value: Double) -> StyledText {
  guard value != 0 else { return StyledText("0", .muted) }
  // Five decimals leave a single figure of numbers below this.
  let text =
    value.magnitude < 1e-4
    ? value.scientific(significant: 2, signed: true)
    : value.fitted(width: 8, decimals: 5, signed: true)
  return StyledText(text, value < 0 ? .negative : .positive)
}

/// The rows of a small table; of a large one that of the selected parameter.
private func parameterWords(_ model: Model) -> [String] {
  let all = model.run.network.parameterIndices
  guard all.count > fewParameters else { return all.map { parameterSentence($0, model) } }
  let selected = model.look.selected.map { [parameterSentence($0, model)] } ?? []
  return ["\(all.count) parameters; j and k select one."] + selected
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
  let values = network.parameterIndices.map { "\(network.symbol($0)) \(number(network[$0]))" }
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
    drawZoomed: drawParametersZoomed, words: parameterWords, legend: { _ in parametersLegend })
}

private func parametersTitle(_ model: Model) -> String {
  "parameters" + (model.look.sortsByChange ? ", the largest change first" : "")
}

private let parametersLegend = [
  LegendRow(StyledText("·", .muted), "not worked out yet"),
  LegendRow(StyledText("+", .positive), "a number above 0"),
  LegendRow(StyledText("−", .negative), "a number below 0"),
  LegendRow(
    StyledText("▂▅▇", .muted), "the parameter's way so far, from its lowest place to its highest"),
  LegendRow(StyledText("frozen", .muted), "training leaves it as it is"),
  LegendRow(StyledText("m, s"), "the optimizer's memory: of gradients, of their squares"),
]
