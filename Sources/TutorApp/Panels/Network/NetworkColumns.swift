import NeuralNetwork
import TerminalCanvas

/// A larger network as one column of units a layer, with the weights between them as shaded cells where they fit.
struct NetworkColumns {
  private let picture: NetworkPicture
  private let rect: Rect
  private let depth: Int

  init(_ picture: NetworkPicture, in rect: Rect) {
    self.picture = picture
    self.rect = rect.inset(left: 1)
    depth = picture.network.depth
  }

  func draw(on canvas: inout Canvas) {
    let hasWeights = width(withWeights: true) <= rect.width
    var x = rect.x
    for layer in 0...depth {
      if layer > 0, hasWeights { x += drawWeights(layer: layer, at: x, on: &canvas) }
      x += drawUnits(layer: layer, at: x, on: &canvas)
    }
    drawLegend(hasWeights: hasWeights, on: &canvas)
  }

  /// Columns of a layer's units: a number where there is room for one, else a shade.
  private var unitWidth: Int {
    (depth + 1) * 7 <= rect.width ? 6 : max(2, rect.width / (depth + 1) - 1)
  }

  private func width(withWeights: Bool) -> Int {
    let weights = (0..<depth).reduce(0) { $0 + picture.unitCount(layer: $1) + 1 }
    return weights + (depth + 1) * (unitWidth + 1)
  }

  private var visibleRows: Int { max(0, rect.height - 2) }

  /// Weights of a layer: a row for each unit, a cell for each input.
  private func drawWeights(layer: Int, at x: Int, on canvas: inout Canvas) -> Int {
    let inputs = picture.unitCount(layer: layer - 1)
    let weights = picture.network.weights(layer: layer)
    let rows = (0..<min(visibleRows, weights.rows)).map { row in
      (0..<inputs).map { weights[row, $0] }
    }
    let area = Rect(x: x, y: rect.y + 1, width: inputs, height: visibleRows)
    HeatMap(rows).draw(in: area.intersection(rect), on: &canvas)
    return inputs + 1
  }

  private func drawUnits(layer: Int, at x: Int, on canvas: inout Canvas) -> Int {
    let name = layer == 0 ? "x" : picture.network.layers[layer - 1].activation.definition.symbol
    canvas.write(
      StyledText(layer == 0 ? name : "\(layer) \(name)", .heading), at: Point(x: x, y: rect.y),
      within: rect)
    let count = picture.unitCount(layer: layer)
    for unit in 1...max(1, min(count, visibleRows)) where visibleRows > 0 {
      let place = Point(x: x, y: rect.y + unit)
      canvas.write(text(layer: layer, unit: unit), at: place, within: rect)
    }
    if count > visibleRows {
      canvas.write(
        StyledText("+\(count - visibleRows)", .muted), at: Point(x: x, y: rect.maxY - 1),
        within: rect)
    }
    return unitWidth + 1
  }

  /// A unit as its activation, or what is wrong with it.
  private func text(layer: Int, unit: Int) -> StyledText {
    if let fault = picture.fault(layer: layer, unit: unit) {
      return StyledText(String(fault.plain.prefix(unitWidth)), .warning)
    }
    guard let value = picture.activation(layer: layer, unit: unit) else {
      return StyledText("·", .muted)
    }
    return StyledText(value.fitted(width: unitWidth, decimals: 2))
  }

  private func drawLegend(hasWeights: Bool, on canvas: inout Canvas) {
    guard rect.height > 4 else { return }
    let words = hasWeights ? "a of sample 1, weights between" : "a of sample 1 in each layer"
    canvas.write(StyledText(words, .muted), in: rect, row: rect.height - 1, alignment: .trailing)
  }
}
