import NeuralNetwork
import TerminalCanvas

/// Below the drawing of a small network: how each unit comes to its number for the shown sample, what every sample of the
/// batch makes of the units, and, in the room that is left, every parameter.
struct NetworkNotes {
  private let picture: NetworkPicture
  private let model: Model
  private let unitRows: Int
  private let sampleRows: Int

  init(_ picture: NetworkPicture, _ model: Model) {
    (self.picture, self.model) = (picture, model)
    let shape = picture.network.shape
    // Any of the numbers may be what is asked.
    let isShown = !model.isGuessing && shape.allSatisfy { $0 <= NetworkGraphPlan.largestLayer }
    unitRows = isShown ? shape.dropFirst().reduce(0, +) : 0
    let samples = model.run.step.sampleCount
    sampleRows = isShown && samples > 1 ? samples : 0
  }

  /// The rows that they take of a place, without those that the drawing needs.
  func height(in rect: Rect) -> Int {
    guard unitRows > 0 else { return 0 }
    let tallest = picture.network.shape.max() ?? 1
    let (least, most) = (9 * tallest, 16 * tallest)
    let wanted = unitRows + 2 + (sampleRows > 0 ? min(sampleRows, 8) + 2 : 0)
    let height = max(rect.height - most, min(wanted, rect.height - least))
    return height > unitRows + 1 ? height : 0
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    guard rect.height > unitRows + 1 else { return }
    let (units, below) = rect.split(top: unitRows + 2)
    drawUnits(in: units, on: &canvas)
    let (samples, rest) = below.split(top: sampleRows > 0 ? sampleRows + 2 : 0)
    drawSamples(in: samples, on: &canvas)
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
    let terms = inputs.enumerated().map { input, value in
      let weight = picture.weight(layer: layer, unit: unit, input: input + 1)
      return "\(number(weight)) · \(value.map { number($0) } ?? "?")"
    }
    let bias = picture.network.biases(layer: layer).map { [number($0[unit - 1])] } ?? []
    return (terms + bias).joined(separator: " + ")
  }

  /// A row a sample of the batch: its inputs, what every unit puts out, its target and its loss.
  private func drawSamples(in rect: Rect, on canvas: inout Canvas) {
    guard rect.height > 2 else { return }
    canvas.titledRule(rect, title: StyledText("each sample of the batch", .muted))
    let (step, depth) = (model.run.step, picture.depth)
    let places = (0...depth).flatMap { layer in
      (0..<picture.unitCount(layer: layer)).map { (layer: layer, unit: $0) }
    }
    let values = (0...depth).map { step.activations(layer: $0) }
    let rows = (0..<min(step.sampleCount, 200)).map { row -> [StyledText] in
      [StyledText("\(step.sampleIndices[row] + 1)")]
        + places.map { layer, unit in
          let isKnown = layer == 0 || model.run.position.phase >= .forward(layer: layer)
          return Self.known(isKnown ? values[layer][row, unit] : nil)
        } + [
          StyledText(step.targets.row(row).map { compact($0) }.joined(separator: " ")),
          Self.known(model.run.position.phase >= .loss ? step.dataLoss(ofRow: row) : nil),
        ]
    }
    TextTable(columns(places), rows: rows, selected: step.row(of: model.pinnedSample))
      .draw(in: rect.inset(left: 1, top: 1), on: &canvas)
  }

  private func columns(_ places: [(layer: Int, unit: Int)]) -> [TableColumn] {
    func column(_ title: String, _ priority: Int) -> TableColumn {
      TableColumn(title, alignment: .trailing, priority: priority)
    }
    let inputs = picture.unitCount(layer: 0)
    return [column("sample", 99)]
      + places.map { layer, unit in
        layer == 0
          ? column(inputs == 1 ? "x" : "x" + subscripted(unit + 1), 1)
          : column(picture.network.symbol("a", layer: layer, unit: unit + 1), 1 + layer)
      } + [column("T", 98), column("E", 97)]
  }

  private static func known(_ value: Double?, signed: Bool = false) -> StyledText {
    value.map { StyledText($0.fitted(width: 8, decimals: 4, signed: signed)) }
      ?? StyledText("·", .muted)
  }
}
