import NeuralNetwork
import TerminalCanvas

/// The network, drawn: units with what they respond to, weights as lines or cells, one sample's way through it.
///
/// A small network is a graph with every number; a larger one of one or two inputs shows the map of each unit, joined by
/// lines; the largest show their weights as cells.
///
/// In a place taller than a graph ever is, its numbers stand below it as sums.
func drawNetwork(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let picture = NetworkPicture(model, glyphs: canvas.glyphs)
  let notes = NetworkNotes(picture, model)
  let graph = NetworkGraph(picture, model, in: rect)
  let (drawing, below) = rect.split(bottom: notes.height(in: rect, below: graph))
  drawNetwork(picture, model, in: drawing, on: &canvas)
  notes.draw(in: below, on: &canvas)
}

/// The same, where what it shows of the run is known already.
func drawNetwork(
  _ picture: NetworkPicture, _ model: Model, in rect: Rect, on canvas: inout Canvas
) {
  let graph = NetworkGraph(picture, model, in: rect)
  if graph.fits { return graph.draw(on: &canvas) }
  if let maps = NetworkMaps(picture, model, in: rect, on: canvas) { return maps.draw(on: &canvas) }
  NetworkCells(picture, model, in: rect, on: canvas).draw(on: &canvas)
}

extension Panel {
  static let network = Panel(
    "network", term: "network", title: networkTitle,
    brief: { _ in "network" }, side: .left,
    needs: networkNeeds, sheds: "numbers, then lines; weights never", couldTell: false,
    draw: drawNetwork, drawZoomed: drawNetworkZoomed, words: networkWords, details: networkDetails,
    legend: networkLegend)
}

/// What it shows of a sample is that sample's alone, where other panels show the mean over its batch.
private func networkTitle(_ model: Model) -> String {
  let isOneOfMany = model.shownHeldOut == nil && model.run.step.sampleCount > 1
  return "network" + model.direction + model.shownTitle + (isOneOfMany ? " alone" : "")
}

/// A graph grows with its units; maps need two rows each, cells half a row.
private func networkNeeds(_ context: PanelContext) -> PanelNeeds {
  let tallest = context.tallest
  let width = PanelNeeds.Extent(20, best: max(40, min(90, bestWidth(context.shape))), most: .max)
  guard tallest <= NetworkGraphPlan.largestLayer else {
    let rows = context.shape[0] <= 2 ? 3 * min(tallest, 12) + 2 : tallest / 2 + 3
    return PanelNeeds(width: width, height: .init(6, best: min(rows, 26), most: .max), weight: 2)
  }
  let isMapped = context.shape[0] <= 2 && context.dataCount > 1
  return PanelNeeds(
    width: width,
    height: .init(
      max(6, 3 * tallest), best: max(8, 3 * tallest + 2),
      // A map or a curve below the numbers of each unit; of a chain a small one, as its neighbors say more.
      most: tallest > 1 ? 16 * tallest : isMapped ? 18 : 13),
    weight: 2)
}

/// Columns for a cell a weight, an image of the inputs and the numbers of every unit.
private func bestWidth(_ shape: [Int]) -> Int {
  guard shape.max() ?? 0 > 4, shape[0] > 2 else { return 15 * shape.count }
  let inputs = InputImage.side(ofInputs: shape[0]) ?? 5
  return zip(shape, shape.dropFirst()).reduce(inputs + 12) { $0 + $1.1 + 7 }
}

/// The parameters of a small network, and what it makes of the pinned sample.
private func networkWords(_ model: Model) -> [String] {
  let (name, words) = networkStatements(model, units: 4)
  return (parameterValues(model).map { [$0] } ?? [])
    + ["\(name): \(words.joined(separator: "; "))."]
}

/// The same with the units of larger layers, a line a layer.
private func networkDetails(_ model: Model) -> [String] {
  let (name, words) = networkStatements(model, units: 64)
  return (parameterValues(model).map { [$0] } ?? []) + ["\(name):"] + words.map { "\($0)." }
}

private func networkStatements(
  _ model: Model, units most: Int
) -> (name: String, words: [String]) {
  let picture = NetworkPicture(model, glyphs: .ascii)
  let shape = model.run.network.shape
  let name = "Network \(shape.map(String.init).joined(separator: "-"))"
  // Of a large layer nobody wants to hear each unit.
  let isSmall = shape.allSatisfy { $0 <= most } && shape.count <= most
  let layers = isSmall ? Array(shape.indices) : [0, shape.count - 1].filter { shape[$0] <= most }
  let end = layers.last == shape.count - 1 ? [] : picture.outputParts.map(\.plain)
  return ("\(name), \(model.shownName)", picture.wayInWords(through: layers) + end)
}

extension NetworkPicture {
  /// The sample's way through the units of some layers, as far as the learner has walked.
  fileprivate func wayInWords(through layers: [Int]) -> [String] {
    let outputs = layers.compactMap { layer -> String? in
      let values = units(layer).compactMap { activation(layer: layer, unit: $0) }
      guard !values.isEmpty else { return nil }
      let name = layer == 0 ? "input" : layer == depth ? "output" : "layer \(layer) puts out"
      return "\(name) \(values.map { number($0) }.joined(separator: ", "))"
    }
    guard layers.last == depth else { return outputs }
    let targets = units(depth).map { compact(target(unit: $0)) }.joined(separator: ", ")
    let deltas = layers.filter { $0 > 0 }.reversed().compactMap { layer -> String? in
      let values = units(layer).compactMap { delta(layer: layer, unit: $0) }
      guard !values.isEmpty else { return nil }
      return
        "δ of layer \(layer) \(values.map { number($0, signed: true) }.joined(separator: ", "))"
    }
    return outputs + ["target \(targets)"] + (error.map { ["its loss \(number($0))"] } ?? [])
      + deltas
  }

  private func units(_ layer: Int) -> ClosedRange<Int> { 1...max(1, unitCount(layer: layer)) }
}

/// The curves below the units, where these are few enough for numbers and have no maps.
private func curveLegend(_ model: Model) -> [LegendRow] {
  let shape = model.run.network.shape
  guard InputPlane(model.run.dataset) == nil,
    shape.allSatisfy({ $0 <= NetworkGraphPlan.largestLayer }),
    model.run.network.layers.contains(where: { $0.activation != .softmax })
  else { return [] }
  let point = StyledText(String(PlotMark.shown.glyph))
  return [
    LegendRow(point, "on the curve of its activation: where a unit stands for the shown sample")
  ]
}

private func networkLegend(_ model: Model) -> [LegendRow] {
  let activations = model.run.network.layers.map(\.activation)
  let hasBatchNorm = model.run.network.layers.contains { $0.batchNormEpsilon != nil }
  let functions = activations.enumerated().filter { activations.firstIndex(of: $1) == $0 }.map {
    let symbol = model.glyphs == .ascii ? $1.asciiSymbol : $1.symbol
    return LegendRow(
      StyledText(symbol, .heading), "\($1.title) of what a unit sums up: its activation")
  }
  return functions + curveLegend(model) + [
    LegendRow(
      StyledText("+", .positive) + " " + StyledText("──", Style(.positive, tone: Tone(.sign, 1))),
      "a weight above 0: a whole line, orange"),
    LegendRow(
      StyledText("−", .negative) + " " + StyledText("- -", Style(.negative, tone: Tone(.sign, -1))),
      "a weight below 0: a broken line, blue"),
    LegendRow(StyledText("━━"), "a thick line: a large weight of its layer"),
  ]
    + (model.look.selected == nil
      ? []
      : [
        LegendRow(
          StyledText("━━", Style(.positive, tone: Tone(.sign, 1))) + " "
            + StyledText("━━", Style(.positive, .dim, tone: Tone(.sign, 0.3))),
          "bright: into the unit of the selected parameter; dim: into the others")
      ]) + [
      LegendRow(
        StyledText("▄", Style(tone: Tone(.sign, 1))),
        "a weight, or what a unit puts out: orange above 0, blue below; in a map of a unit, much and little"
      ),
      LegendRow(
        StyledText("▄", Style(tone: Tone(.sign, -1))),
        "in a block of weights a row leads on from the number at its left, a column into one unit"),
      LegendRow(StyledText("↓", .accent), "over the weights that lead into the selected unit"),
      LegendRow(StyledText("- ░"), "without colors: strokes for weights below 0, blocks above"),
      LegendRow(StyledText("0.1", Style(.accent, .bold)), "found out by the last step"),
      LegendRow(
        StyledText("+0.1", Style(.positive, .bold)), "the parameter that the last step moved most"),
      LegendRow(StyledText("b"), "the bias"),
      LegendRow(
        StyledText("δ"),
        hasBatchNorm
          ? "∂E/∂z, as E is the losses of the whole batch: batch norm ties its samples together"
          : "∂E/∂z of the shown sample, as E is its loss alone"),
      LegendRow(
        StyledText("T", .muted), "the target; of classes, #0 and on, it marks the true one"),
      LegendRow(
        StyledText("E", .accent),
        "the loss of the shown sample"
          + (model.run.network.outputCount > 1 ? ", of all outputs" : "")),
      LegendRow(NetworkPicture.dead, "a dead unit: it puts out 0 for every sample"),
      LegendRow(NetworkPicture.saturated, "a saturated unit: flat on nearly all samples"),
      LegendRow(
        StyledText("2x4", .muted), "so many weights share a cell, which shows the largest of them"),
    ]
    + (model.guess?.isRight == true
      ? [LegendRow(StyledText("✓", .right), "the number that was asked for, as you said")]
      : model.guessed(
        LegendRow(.guess, "the number that was asked for, and below its unit what you took it for")))
}
