import NeuralNetwork
import TerminalCanvas

/// Below the drawing of a small network: how each unit comes to its number for the shown sample, what every sample makes of
/// the units, and, on a screen of its own, in the room that is left every parameter.
struct NetworkNotes {
  private let picture: NetworkPicture
  private let model: Model
  private let unitRows: Int
  private let samples: SampleRows?
  private var sampleRows: Int { samples.map { $0.count + 2 } ?? 0 }

  init(_ picture: NetworkPicture, _ model: Model) {
    (self.picture, self.model) = (picture, model)
    let shape = picture.network.shape
    let isShown = shape.allSatisfy { $0 <= NetworkGraphPlan.largestLayer }
    unitRows = isShown ? shape.dropFirst().reduce(0, +) : 0
    samples = isShown ? SampleRows(model) : nil
  }

  /// The rows that they take of the whole screen, without those that the drawing needs.
  func height(in rect: Rect) -> Int {
    let tallest = picture.network.shape.max() ?? 1
    let (least, most) = (9 * tallest, 16 * tallest)
    let wanted = unitRows + 2 + min(sampleRows, 10)
    return worthwhile(max(rect.height - most, min(wanted, rect.height - least)))
  }

  /// The rows that a drawing leaves in a place where it is as tall as it ever is.
  func height(in rect: Rect, below drawing: NetworkGraph) -> Int {
    guard unitRows > 0, rect.width >= Self.leastWidth else { return 0 }
    return worthwhile(min(unitRows + 2 + sampleRows, rect.height - drawing.mostHeight))
  }

  private func worthwhile(_ height: Int) -> Int {
    unitRows > 0 && height > unitRows + 1 ? height : 0
  }

  /// Below this a sum has no room beside what it comes to.
  private static let leastWidth = 60

  func draw(in rect: Rect, on canvas: inout Canvas) {
    guard rect.height > unitRows + 1 else { return }
    // Any of the numbers may be what is asked.
    guard !model.isGuessing else {
      canvas.titledRule(rect, title: StyledText("each unit" + model.shownTitle, .muted))
      return drawVeil(in: rect.inset(top: 1), on: &canvas)
    }
    let (units, below) = rect.split(top: unitRows + 2)
    drawUnits(in: units, on: &canvas)
    let (table, rest) = below.split(top: sampleRows)
    samples?.draw(picture, in: table, on: &canvas)
    guard rest.height >= 5 else { return }
    canvas.titledRule(rest, title: StyledText("every parameter", .muted))
    drawParameters(model, in: rest.inset(top: 1), on: &canvas)
  }

  /// A row a unit: its sum written out, what it comes to, what the unit puts out and its δ.
  private func drawUnits(in rect: Rect, on canvas: inout Canvas) {
    let title = "each unit" + model.shownTitle
    canvas.titledRule(rect, title: StyledText(title, .muted))
    let network = picture.network
    let rows = network.layers.flatMap { layer in
      (1...layer.units).map { unit in row(layer: layer.number, unit: unit) }
    }
    TextTable(
      [
        TableColumn("", priority: 9), TableColumn("weight · value + bias", priority: 5),
        TableColumn("z", alignment: .trailing, priority: 6),
        TableColumn("a", alignment: .trailing, priority: 8),
        TableColumn("δ", alignment: .trailing, priority: 7),
      ], rows: rows
    ).draw(in: rect.inset(left: 1, top: 1), on: &canvas)
  }

  private func row(layer: Int, unit: Int) -> [StyledText] {
    let inputs = (1...picture.unitCount(layer: layer - 1)).map {
      picture.activation(layer: layer - 1, unit: $0)
    }
    return [
      StyledText(picture.network.symbol("a", layer: layer, unit: unit)),
      StyledText(sum(of: inputs, layer: layer, unit: unit), .muted),
      Self.known(picture.z(layer: layer, unit: unit)),
      Self.known(picture.activation(layer: layer, unit: unit)),
      Self.known(picture.delta(layer: layer, unit: unit), signed: true),
    ]
  }

  private func sum(of inputs: [Double?], layer: Int, unit: Int) -> String {
    let products = inputs.enumerated().map { input, value in
      let weight = picture.weight(layer: layer, unit: unit, input: input + 1)
      return (weight, "·" + (value.map { number($0) } ?? "?"))
    }
    let bias = picture.network.biases(layer: layer).map { [($0[unit - 1], "")] } ?? []
    return (products + bias).enumerated().map { index, term in
      index == 0
        ? number(term.0) + term.1 : (term.0 < 0 ? "− " : "+ ") + number(abs(term.0)) + term.1
    }.joined(separator: " ")
  }

  /// A number as the tables have it.
  static func known(_ value: Double?, signed: Bool = false) -> StyledText {
    value.map { StyledText($0.fitted(width: 8, decimals: 4, signed: signed)) }
      ?? StyledText("·", .muted)
  }
}
