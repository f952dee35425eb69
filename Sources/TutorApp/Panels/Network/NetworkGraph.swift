import NeuralNetwork
import TerminalCanvas

/// A small network as units joined by lines: a line is solid for a positive weight and broken for a negative one.
struct NetworkGraph {
  private static let largestLayer = 4
  private static let largestGap = 32
  /// A number of five columns, with a column of its line on either side.
  private static let smallestGap = 7
  /// Columns between layers that lines keep where maps grow into the room beside numbers.
  private static let comfortableGap = 14
  /// In a chain no line slants, so that a number needs no more than its own columns; elsewhere activations of four decimals wait
  /// for a column more.
  private static func roomyGap(_ shape: [Int]) -> Int { shape.max() == 1 ? 7 : 8 }

  private let picture: NetworkPicture
  private let rect: Rect
  private let shape: [Int]
  private let nodeWidths: [Int]
  private let gap: Int
  /// Columns of an activation: with 6 it has four decimals.
  private let numberWidth: Int
  /// Rows from one unit to the next.
  private let pitch: Int
  /// Rows of the map of what a unit responds to; 0 where it has no room.
  private let mapRows: Int
  /// Rows of the numbers of the lowest unit.
  private let lastLines: Int
  private let model: Model

  init(_ picture: NetworkPicture, _ model: Model, in rect: Rect) {
    self.picture = picture
    self.model = model
    self.rect = rect.inset(left: 1)
    shape = picture.network.shape
    let places = max(1, shape.count - 1)
    func gap(_ nodeWidths: [Int], margin: Int = 1) -> Int {
      (rect.width - margin - nodeWidths.reduce(0, +)) / places
    }
    numberWidth = gap(picture.nodeWidths(number: 6)) >= Self.roomyGap(shape) ? 6 : 5
    let numbers = picture.nodeWidths(number: numberWidth)
    let tallest = max(1, shape.max() ?? 1)
    let spare = max(0, gap(numbers) - Self.comfortableGap)
    let widest = (numbers.min() ?? 0) + spare * places / shape.count
    mapRows = Self.mapRows(tallest: tallest, rows: rect.height, width: widest, model)
    nodeWidths = numbers.map { [mapRows] in max($0, 2 * mapRows) }
    // A sign behind the last number needs a column of its own.
    self.gap = min(Self.largestGap, gap(nodeWidths, margin: spare > 0 ? 2 : 1))
    lastLines = picture.linesOfLastUnit(hasMaps: mapRows > 0)
    let spread = min((rect.height + 1) / tallest, (rect.height - lastLines) / max(1, tallest - 1))
    pitch = mapRows > 0 ? mapRows + 3 : min(8, max(3, spread))
  }

  /// As many rows as every unit has under its numbers, twice as wide; a map of fewer than two says nothing.
  private static func mapRows(tallest: Int, rows: Int, width: Int, _ model: Model) -> Int {
    guard InputPlane(model.run.dataset) != nil else { return 0 }
    let notes = tallest == 1 ? 6 : 3 * tallest
    let room = min((rows - notes) / tallest, width / 2, 10)
    return room >= 2 ? room : 0
  }

  /// Whether every unit has its two rows and every weight a place for its number.
  var fits: Bool {
    let tallest = shape.max() ?? 0
    return tallest <= Self.largestLayer && rect.height >= max(4, tallest * 3 - 1)
      && gap >= Self.smallestGap
      && shape.indices.dropFirst().allSatisfy { min(shape[$0 - 1], shape[$0]) < pitch }
  }

  func draw(on canvas: inout Canvas) {
    drawLines(on: &canvas)
    let maps = maps(on: canvas)
    for layer in shape.indices {
      for unit in 1...max(1, shape[layer]) {
        drawUnit(layer: layer, unit: unit, maps, on: &canvas)
      }
    }
    for layer in shape.indices.dropFirst() { drawWeights(layer: layer, on: &canvas) }
  }

  // MARK: - Places

  private func column(of layer: Int) -> Int {
    rect.x + nodeWidths.prefix(layer).reduce(0, +) + layer * gap
  }

  /// The row of a unit: layers are spread over the height and centered on one another.
  private func row(layer: Int, unit: Int) -> Int {
    let tallest = shape.max() ?? 1
    let needed = (tallest - 1) * pitch + lastLines + mapRows
    let top = rect.y + max(tallest == 1 ? 1 : 0, (rect.height - needed) / 2)
    return min(top + ((tallest - shape[layer]) * pitch) / 2 + (unit - 1) * pitch, rect.maxY - 1)
  }

  // MARK: - Units

  private func maps(on canvas: Canvas) -> ResponseMaps? {
    model.responseMaps(
      canvas.samples(in: Rect(x: 0, y: 0, width: 2 * mapRows, height: mapRows)))
  }

  private func drawUnit(
    layer: Int, unit: Int, _ maps: ResponseMaps?, on canvas: inout Canvas
  ) {
    let place = Point(x: column(of: layer), y: row(layer: layer, unit: unit))
    let bottom = unit < shape[layer] ? place.y + pitch : rect.maxY
    let area = Rect(
      x: place.x, y: place.y, width: nodeWidths[layer], height: min(bottom, rect.maxY) - place.y)
    let lines =
      [head(layer: layer, unit: unit)] + notes(layer: layer, unit: unit, rows: area.height - 1)
    for (row, line) in lines.prefix(area.height).enumerated() {
      canvas.write(line, at: Point(x: area.x, y: area.y + row), within: rect)
    }
    let room = area.inset(top: lines.count).split(left: 2 * mapRows).left
    if let maps, room.height >= mapRows {
      canvas.draw(maps, layer: layer, unit: unit, in: room.split(top: mapRows).top)
    }
  }

  private func head(layer: Int, unit: Int) -> StyledText {
    let symbol = picture.symbol(layer: layer)
    let name = layer == 0 && shape[0] > 1 ? symbol + subscripted(unit) : symbol
    let width = layer == 0 ? 5 : numberWidth
    return StyledText("\(name) ", .heading)
      + value(
        picture.activation(layer: layer, unit: unit), width: width,
        layer == 0 ? .text : picture.style(foundIn: .forward(layer: layer)))
      + mark(layer: layer, unit: unit)
  }

  private func value(_ value: Double?, width: Int, _ style: Style) -> StyledText {
    guard let value else { return StyledText("·", .muted) }
    return StyledText(value.fitted(width: width, decimals: 4), style)
  }

  private func mark(layer: Int, unit: Int) -> StyledText {
    switch picture.fault(layer: layer, unit: unit) {
    case .dead?: " " + picture.mark(layer: layer, unit: unit)
    case .saturated?: picture.mark(layer: layer, unit: unit)
    case nil: ""
    }
  }

  /// What stands below a unit: its bias, a guess, target and error at the output, δ; the error, which the status line has,
  /// gives way to δ.
  private func notes(layer: Int, unit: Int, rows: Int) -> [StyledText] {
    guard layer > 0 else { return [] }
    let isOutput = layer == shape.count - 1
    let isLast = unit == shape[layer]
    let guess = picture.guess(layer: layer, unit: unit, width: numberWidth)
    let target = isOutput ? StyledText("T \(compact(picture.target(unit: unit)))", .muted) : nil
    let above = [bias(layer: layer, unit: unit), guess, target].compactMap(\.self)
    let delta = delta(layer: layer, unit: unit)
    let hasError = isOutput && isLast && (delta == nil || above.count + 1 < rows)
    return above + [hasError ? error : nil, delta].compactMap(\.self)
  }

  private var error: StyledText {
    StyledText("E ", .accent)
      + value(picture.error, width: numberWidth, picture.style(foundIn: .loss))
  }

  private func bias(layer: Int, unit: Int) -> StyledText? {
    let index = ParameterIndex.bias(layer: layer, unit: unit)
    if picture.fault(layer: layer, unit: unit) == .dead { return StyledText("  dead", .warning) }
    guard picture.network.contains(index) else { return nil }
    return StyledText("b ", .muted) + picture.text(index, width: numberWidth + 1, decimals: 4)
      + picture.sign(of: index)
  }

  private func delta(layer: Int, unit: Int) -> StyledText? {
    picture.delta(layer: layer, unit: unit).map {
      StyledText(picture.glyphs == .ascii ? "d " : "δ ", .muted)
        + StyledText(
          $0.fitted(width: numberWidth + 1, decimals: 4, signed: true),
          picture.style(foundIn: .backward(layer: layer)))
    }
  }

  // MARK: - Weights

  private func drawLines(on canvas: inout Canvas) {
    var raster = Raster(size: rect.size, glyphs: canvas.glyphs)
    for layer in shape.indices.dropFirst() {
      forEachWeight(of: layer) { unit, input, weight in
        raster.line(
          from: dot(x: column(of: layer) - gap, layer: layer - 1, unit: input, in: raster),
          to: dot(x: column(of: layer) - 1, layer: layer, unit: unit, in: raster),
          isBroken: weight < 0,
          thickness: picture.thickness(layer: layer, unit: unit, input: input),
          style: picture.lineStyle(layer: layer, unit: unit, input: input))
      }
    }
    raster.draw(on: &canvas, at: rect.origin, within: rect)
  }

  private func dot(x: Int, layer: Int, unit: Int, in raster: Raster) -> Point {
    let (across, down) = (raster.width / max(1, rect.width), raster.height / max(1, rect.height))
    return Point(
      x: (x - rect.x) * across, y: (row(layer: layer, unit: unit) - rect.y) * down + down / 2)
  }

  /// The numbers of a unit's weights stand together beside it, in the order of the units at their other ends.
  private func drawWeights(layer: Int, on canvas: inout Canvas) {
    forEachWeight(of: layer) { unit, input, _ in
      let index = ParameterIndex.weight(layer: layer, unit: unit, input: input)
      let isAlone = shape[layer - 1] * shape[layer] == 1
      let sign = picture.sign(of: index)
      let room = (isAlone ? gap : gap - 2) - (sign.isEmpty ? 0 : 1)
      let text = picture.text(index, width: min(7, room), decimals: 4) + sign
      let place = placeOfWeight(
        layer: layer, unit: unit, input: input, width: picture.glyphs.columns(of: text))
      canvas.write(text, at: place, within: rect)
    }
  }

  /// Beside the unit that it leaves, or the unit that it enters where that has fewer of them.
  private func placeOfWeight(layer: Int, unit: Int, input: Int, width: Int) -> Point {
    let start = column(of: layer) - gap
    guard shape[layer - 1] * shape[layer] > 1 else {
      return Point(x: start + max(1, (gap - width) / 2), y: row(layer: 0, unit: 1) - 1)
    }
    return shape[layer] < pitch
      ? Point(x: start + 1, y: row(of: unit, in: layer, beside: input, in: layer - 1))
      : Point(x: start + gap - 1 - width, y: row(of: input, in: layer - 1, beside: unit, in: layer))
  }

  /// The row for one of a layer's units in the list beside a unit, whose nearest one stands on its own row.
  private func row(of other: Int, in layer: Int, beside unit: Int, in own: Int) -> Int {
    let row = row(layer: own, unit: unit)
    let nearest = (1...shape[layer]).min {
      abs(self.row(layer: layer, unit: $0) - row) < abs(self.row(layer: layer, unit: $1) - row)
    }
    return row + other - (nearest ?? other)
  }

  private func forEachWeight(of layer: Int, _ body: (_ unit: Int, _ input: Int, Double) -> Void) {
    for unit in 1...max(1, shape[layer]) {
      for input in 1...max(1, shape[layer - 1]) {
        body(unit, input, picture.weight(layer: layer, unit: unit, input: input))
      }
    }
  }
}

extension NetworkPicture {
  private var isChain: Bool { network.shape.allSatisfy { $0 == 1 } }

  /// Rows of the numbers below one another at the lowest unit: an output has its target, the loss and δ besides.
  fileprivate func linesOfLastUnit(hasMaps: Bool) -> Int {
    let shape = network.shape
    let tallest = shape.max() ?? 1
    guard tallest > 1 else { return 5 }
    guard shape.last == tallest else { return hasMaps ? 3 : 2 }
    return network.contains(.bias(layer: depth, unit: tallest)) ? 5 : 4
  }

  /// Columns of each layer's units in a graph: the symbol, a blank and a number of this width; `b` and a signed number.
  fileprivate func nodeWidths(number: Int) -> [Int] {
    network.shape.indices.map { layer in
      let symbol = glyphs.columns(of: symbol(layer: layer))
      let inputs = network.shape[0] > 1 ? 1 : 0
      if layer == 0 { return symbol + inputs + 6 }
      // In a chain the bias may reach under the line that leads on.
      let isLedOn = isChain && layer < network.depth
      return isLedOn ? symbol + 1 + number : max(symbol + 1 + number, number + 3)
    }
  }
}
