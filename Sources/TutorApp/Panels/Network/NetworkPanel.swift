import NeuralNetwork
import TerminalCanvas

/// The network: units with their activations, weights with sign, size and number, dead and saturated units marked.
///
/// Small networks are drawn as a graph; larger ones as columns of units with their weights as cells between them, and
/// without the weights where even those do not fit.
func drawNetwork(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let picture = NetworkPicture(model, glyphs: canvas.glyphs)
  let graph = NetworkGraph(picture, in: rect)
  if graph.fits {
    graph.draw(on: &canvas)
  } else {
    NetworkColumns(picture, in: rect).draw(on: &canvas)
  }
}

/// What the drawings of a network need to know of a run: one sample's way through it, as far as the learner has walked.
struct NetworkPicture {
  let network: Network
  let step: TrainingStep
  let phase: Phase
  let selected: ParameterIndex?
  let glyphs: GlyphSet
  /// The row of the batch that is shown.
  let sample: Int
  private let faults: [[Int]: Fault]
  /// Whether the last step found out what a phase does.
  private let isFresh: (Phase) -> Bool
  /// The parameter that the last step moved the furthest.
  private let movedMost: ParameterIndex?

  /// What is wrong with a unit.
  enum Fault: Hashable { case dead, saturated }

  init(_ model: Model, glyphs: GlyphSet) {
    self.glyphs = glyphs
    network = model.run.network
    step = model.run.step
    phase = model.run.position.phase
    selected = model.look.selected
    sample = model.shownSample
    isFresh = model.isFresh
    movedMost = model.movedMost
    var faults: [[Int]: Fault] = [:]
    let marks: [ProblemKind: Fault] = [
      .deadNetwork: .dead, .deadUnits: .dead, .saturatedUnits: .saturated,
    ]
    for problem in model.isGuessing ? [] : model.summary.findings {
      guard let fault = marks[problem.kind], let layer = problem.layers.last else { continue }
      for unit in problem.units { faults[[layer, unit]] = fault }
    }
    self.faults = faults
  }

  var depth: Int { network.depth }

  /// Units of a layer; layer 0 are the inputs.
  func unitCount(layer: Int) -> Int { network.shape[layer] }

  /// The activation of a unit for the sample; nil while the learner has not got there.
  func activation(layer: Int, unit: Int) -> Double? {
    guard layer == 0 || phase >= .forward(layer: layer) else { return nil }
    return step.activations(layer: layer)[sample, unit - 1]
  }

  /// δ of a unit for the sample; nil while the learner has not got there.
  func delta(layer: Int, unit: Int) -> Double? {
    guard layer > 0, phase >= .backward(layer: layer) else { return nil }
    return step.deltas(layer: layer)[sample, unit - 1]
  }

  /// How a number is written that a phase finds out: it stands out when the last step did.
  func style(foundIn phase: Phase) -> Style { isFresh(phase) ? Style(.accent, .bold) : .text }

  func fault(layer: Int, unit: Int) -> Fault? { faults[[layer, unit]] }

  /// The weight into a unit of a layer (from 1).
  func weight(layer: Int, unit: Int, input: Int) -> Double {
    network[.weight(layer: layer, unit: unit, input: input)]
  }

  /// The target of an output unit for the sample.
  func target(unit: Int) -> Double { step.targets[sample, unit - 1] }

  /// The sample's own loss; nil while the learner has not got there.
  var error: Double? {
    guard phase >= .loss else { return nil }
    if step.inputs.rows == 1 { return step.dataLoss }
    let outputs = step.lossArguments
    let value = step.lossKind.value
    let sum = (0..<outputs.columns).reduce(0) {
      $0 + value(outputs[sample, $1], step.targets[sample, $1])
    }
    return sum / step.lossKind.divisor(rows: 1, outputs: outputs.columns)
  }

  /// The sign in front of a unit's number: its function, or x for an input.
  func symbol(layer: Int) -> String {
    guard layer > 0 else { return "x" }
    let activation = network.layers[layer - 1].activation
    return glyphs == .ascii ? activation.asciiSymbol : activation.symbol
  }

  /// A parameter's number with its sign, reversed where it is the selected one.
  func text(_ index: ParameterIndex, width: Int, decimals: Int) -> StyledText {
    let value = network[index]
    var style: Style = value < 0 ? .negative : .positive
    if selected == index { style.attributes.insert(.reversed) }
    if movedMost == index { style.attributes.insert(.bold) }
    return StyledText(value.fitted(width: width, decimals: decimals, signed: true), style)
  }
}

extension Panel {
  static let network = Panel(
    "network", term: "network", title: { "network" + $0.direction + $0.sampleTitle }, side: .left,
    needs: networkNeeds, sheds: "weights in full, then weights", couldTell: false,
    draw: drawNetwork,
    words: parameterWords, legend: networkLegend)
}

/// A graph grows with its units; columns have a row for each.
private func networkNeeds(_ context: PanelContext) -> PanelNeeds {
  let tallest = context.tallest
  let width = PanelNeeds.Extent(20, best: max(40, min(90, 15 * context.shape.count)), most: .max)
  guard tallest <= 4 else {
    return PanelNeeds(width: width, height: .init(6, best: tallest + 2), weight: 2)
  }
  return PanelNeeds(
    width: width,
    height: .init(
      max(6, 3 * tallest), best: max(8, 3 * tallest + 2), most: tallest == 1 ? 9 : 5 * tallest),
    weight: 2)
}

private func networkLegend(_ model: Model) -> [LegendRow] {
  let activations = model.run.network.layers.map(\.activation)
  let functions = activations.enumerated().filter { activations.firstIndex(of: $1) == $0 }.map {
    let symbol = model.glyphs == .ascii ? $1.asciiSymbol : $1.symbol
    return LegendRow(
      StyledText(symbol, .heading), "\($1.title) of what a unit sums up: its activation")
  }
  return functions + [
    LegendRow(StyledText("+", .positive), "a weight above 0"),
    LegendRow(StyledText("−", .negative), "a weight below 0"),
    LegendRow(StyledText("0.1", Style(.accent, .bold)), "found out by the last step"),
    LegendRow(
      StyledText("+0.1", Style(.positive, .bold)), "the parameter that the last step moved most"),
    LegendRow(StyledText("b"), "the bias"), LegendRow(StyledText("δ"), "∂E/∂z of the shown sample"),
    LegendRow(StyledText("T", .muted), "the target"),
    LegendRow(StyledText("E", .accent), "the loss"),
    LegendRow(StyledText("✗", .warning), "dead: 0 for every sample"),
    LegendRow(StyledText("=", .warning), "saturated: flat on nearly all samples"),
    LegendRow(StyledText("+5", .muted), "five more units that have no room"),
  ]
}
