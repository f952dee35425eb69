import NeuralNetwork
import TerminalCanvas

/// A small network as units joined by lines: a line is solid for a positive weight and broken for a negative one.
struct NetworkGraph {
  private static let nodeWidth = 9
  private static let largestLayer = 4

  private let picture: NetworkPicture
  private let rect: Rect
  private let shape: [Int]
  private let gap: Int

  init(_ picture: NetworkPicture, in rect: Rect) {
    self.picture = picture
    self.rect = rect.inset(left: 1)
    shape = picture.network.shape
    let nodes = shape.count * Self.nodeWidth
    gap = shape.count > 1 ? (self.rect.width - nodes) / (shape.count - 1) : 0
  }

  /// Whether every unit has its two rows and every weight its number.
  var fits: Bool {
    let tallest = shape.max() ?? 0
    return tallest <= Self.largestLayer && rect.height >= tallest * 3 - 1 && rect.height >= 3
      && gap >= 7
  }

  func draw(on canvas: inout Canvas) {
    drawLines(on: &canvas)
    for layer in shape.indices {
      for unit in 1...max(1, shape[layer]) { drawUnit(layer: layer, unit: unit, on: &canvas) }
    }
    for layer in shape.indices.dropFirst() { drawWeights(layer: layer, on: &canvas) }
  }

  // MARK: - Places

  private func column(of layer: Int) -> Int { rect.x + layer * (Self.nodeWidth + min(gap, 16)) }

  /// The row of a unit: layers are spread over the height and centred.
  private func row(layer: Int, unit: Int) -> Int {
    let count = shape[layer]
    let pitch = min(5, max(3, rect.height / max(1, shape.max() ?? 1)))
    let top = rect.y + max(1, (rect.height - (count - 1) * pitch - 1) / 2)
    return min(top + (unit - 1) * pitch, rect.maxY - 1)
  }

  // MARK: - Parts

  private func drawUnit(layer: Int, unit: Int, on canvas: inout Canvas) {
    let place = Point(x: column(of: layer), y: row(layer: layer, unit: unit))
    let value = picture.activation(layer: layer, unit: unit).map { number($0) } ?? "·"
    let symbol =
      layer == 0 ? inputName(unit) : picture.network.layers[layer - 1].activation.definition.symbol
    canvas.write(
      StyledText("\(symbol) ", .heading) + StyledText(value), at: place, within: rect)
    guard layer > 0 else { return }
    let below = Point(x: place.x, y: place.y + 1)
    if let fault = picture.fault(layer: layer, unit: unit) {
      canvas.write(fault, at: below, within: rect)
    } else {
      drawBias(layer: layer, unit: unit, at: below, on: &canvas)
    }
  }

  private func inputName(_ unit: Int) -> String {
    shape[0] == 1 ? "x" : "x" + subscripted(unit)
  }

  private func drawBias(layer: Int, unit: Int, at place: Point, on canvas: inout Canvas) {
    let index = ParameterIndex.bias(layer: layer, unit: unit)
    guard picture.network.contains(index) else { return }
    let text = StyledText("b ", .muted) + label(picture.network[index], width: 7, index)
    canvas.write(text, at: place, within: rect)
  }

  private func drawLines(on canvas: inout Canvas) {
    var raster = Raster(size: rect.size, glyphs: canvas.glyphs)
    let (across, down) = (raster.width / max(1, rect.width), raster.height / max(1, rect.height))
    for layer in shape.indices.dropFirst() {
      forEachWeight(of: layer) { unit, input, weight in
        let start = Point(
          x: (column(of: layer - 1) + Self.nodeWidth - rect.x) * across,
          y: (row(layer: layer - 1, unit: input) - rect.y) * down + down / 2)
        let end = Point(
          x: (column(of: layer) - 1 - rect.x) * across,
          y: (row(layer: layer, unit: unit) - rect.y) * down + down / 2)
        var dot = 0
        raster.line(from: start, to: end, style: weight < 0 ? .negative : .positive) {
          dot += 1
          return weight > 0 || dot % 4 < 2
        }
      }
    }
    raster.draw(on: &canvas, at: rect.origin, within: rect)
  }

  /// Numbers stand on their lines, at a third of the way from the unit they leave, where lines have not met yet.
  private func drawWeights(layer: Int, on canvas: inout Canvas) {
    forEachWeight(of: layer) { unit, input, weight in
      let from = row(layer: layer - 1, unit: input)
      let to = row(layer: layer, unit: unit)
      let isAlone = shape[layer - 1] * shape[layer] == 1
      let rise = Double(to - from) * 0.34
      let y = isAlone ? from - 1 : from + Int(rise.rounded())
      let room = min(gap, 16)
      let index = ParameterIndex.weight(layer: layer, unit: unit, input: input)
      let text = label(weight, width: min(7, room), index)
      let x = column(of: layer - 1) + Self.nodeWidth + max(0, (room - 7) / (isAlone ? 2 : 3))
      canvas.write(text, at: Point(x: x, y: y), within: rect)
    }
  }

  private func forEachWeight(of layer: Int, _ body: (_ unit: Int, _ input: Int, Double) -> Void) {
    for unit in 1...max(1, shape[layer]) {
      for input in 1...max(1, shape[layer - 1]) {
        body(unit, input, picture.weight(layer: layer, unit: unit, input: input))
      }
    }
  }

  private func label(_ value: Double, width: Int, _ index: ParameterIndex) -> StyledText {
    let text = value.fitted(width: width, decimals: 4, signed: true)
    var style: Style = value < 0 ? .negative : .positive
    if picture.isSelected(index) { style.attributes.insert(.reversed) }
    return StyledText(text, style)
  }
}
