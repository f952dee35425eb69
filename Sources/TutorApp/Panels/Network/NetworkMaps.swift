import NeuralNetwork
import TerminalCanvas

/// A network of one or two inputs as the maps of its units: each shows where its unit puts out much, and lines join them,
/// thick for a large weight.
struct NetworkMaps {
  private let picture: NetworkPicture
  private let maps: ResponseMaps
  private let area: Rect
  private let footer: Rect
  private let header: Rect
  private let shape: [Int]
  /// Columns and rows of a map.
  private let map: Size
  /// Columns of a unit: its map or its number, whichever is wider.
  private let nodeWidth: Int
  private let gap: Int
  private let pitch: Int

  private static let smallestGap = 5
  private static let largestGap = 40

  /// Nil where the inputs span no plane, or where not every unit has room for a map and a number.
  init?(_ picture: NetworkPicture, _ model: Model, in rect: Rect, on canvas: Canvas) {
    let shape = picture.network.shape
    let (top, rest) = rect.inset(left: 1).split(top: 1)
    let (body, bottom) = rest.split(bottom: 1)
    (header, area, footer) = (top, body, bottom)
    pitch = min(7, body.height / max(1, shape.max() ?? 1))
    let widest = shape.count > 1 ? Self.widestNode(layers: shape.count, in: body.width) : 0
    let rows = min(pitch - 1, widest / 2)
    guard shape.count > 1, rows >= 1, widest >= 5 else { return nil }
    map = Size(width: max(3, 2 * rows), height: rows)
    guard let maps = model.responseMaps(canvas.samples(in: Rect(size: map))) else { return nil }
    (self.picture, self.maps, self.shape) = (picture, maps, shape)
    nodeWidth = max(map.width, 5)
    gap = min(
      Self.largestGap, (body.width - shape.count * nodeWidth) / (shape.count - 1))
  }

  /// The columns that a unit may have where lines need some of the width.
  private static func widestNode(layers: Int, in width: Int) -> Int {
    (width - (layers - 1) * smallestGap) / layers
  }

  func draw(on canvas: inout Canvas) {
    drawLines(on: &canvas)
    for (layer, heading) in picture.headings(rooms: rooms).enumerated() {
      write(StyledText(heading, .heading), layer: layer, y: header.y, in: header, on: &canvas)
      for unit in 1...max(1, shape[layer]) { drawUnit(layer, unit, on: &canvas) }
    }
    canvas.write(picture.line(width: footer.width), in: footer)
  }

  // MARK: - Units

  private func column(of layer: Int) -> Int { area.x + layer * (nodeWidth + gap) }

  /// The columns that each layer's heading may have: the last one's may begin before its maps.
  private var rooms: [Int] {
    let last = shape.count - 1
    return shape.indices.map { layer in
      let own = layer == last ? area.maxX - column(of: last) : nodeWidth + gap - 1
      return own + (layer == last ? gap / 2 : layer == last - 1 ? -(gap / 2) : 0)
    }
  }

  /// Writes over or below a layer's maps: from their first column, or from as far before it as it takes to have room.
  private func write(
    _ text: StyledText, layer: Int, y: Int, in rect: Rect, on canvas: inout Canvas
  ) {
    let x = max(rect.x, min(column(of: layer), rect.maxX - picture.glyphs.columns(of: text)))
    canvas.write(text, at: Point(x: x, y: y), within: rect)
  }

  private func top(layer: Int, unit: Int) -> Int {
    let rows = shape[layer] * pitch
    return area.y + (area.height - rows) / 2 + (unit - 1) * pitch
  }

  private func drawUnit(_ layer: Int, _ unit: Int, on canvas: inout Canvas) {
    let place = Rect(
      x: column(of: layer), y: top(layer: layer, unit: unit), width: map.width, height: map.height)
    canvas.draw(maps, layer: layer, unit: unit, in: place.intersection(area))
    let isSelected = picture.selectedUnit.map { $0 == (layer, unit) } ?? false
    var number = number(layer, unit)
    if isSelected { number = number.restyled { $0.attributes.insert(.reversed) } }
    let line = picture.marked(number, layer: layer, unit: unit, width: nodeWidth)
    write(line, layer: layer, y: place.maxY, in: area, on: &canvas)
  }

  private func number(_ layer: Int, _ unit: Int) -> StyledText {
    guard let value = picture.activation(layer: layer, unit: unit) else {
      return StyledText("·", .muted)
    }
    let style = layer == 0 ? .text : picture.style(foundIn: .forward(layer: layer))
    if picture.fault(layer: layer, unit: unit) != nil {
      return StyledText(value.besideMark(width: 4, decimals: 2, room: nodeWidth), style)
    }
    // As many digits as in a graph or beside cells of weights.
    let width = value.isTooLarge(width: 5, decimals: 3) || nodeWidth > 5 ? 6 : 5
    return StyledText(value.fittedOrTiny(width: width, decimals: 3), style)
  }

  // MARK: - Lines

  private struct Line {
    let layer, unit, input: Int
    let share: Double
  }

  /// The weak ones first, so that the strong ones lie above them, and the selected unit's above all.
  private var lines: [Line] {
    let all = shape.indices.dropFirst().flatMap { layer in
      (1...max(1, shape[layer])).flatMap { unit in
        (1...max(1, shape[layer - 1])).map { input in
          let weight = picture.weight(layer: layer, unit: unit, input: input)
          let isBright = picture.isBright(layer: layer, unit: unit)
          let share = abs(picture.share(weight)) + (isBright ? 1 : 0)
          return Line(layer: layer, unit: unit, input: input, share: share)
        }
      }
    }
    return all.sorted { $0.share < $1.share }
  }

  private func drawLines(on canvas: inout Canvas) {
    var raster = Raster(size: area.size, glyphs: canvas.glyphs)
    for line in lines {
      let (layer, unit, input) = (line.layer, line.unit, line.input)
      raster.line(
        from: dot(x: column(of: layer) - gap, layer: layer - 1, unit: input, in: raster),
        to: dot(x: column(of: layer) - 1, layer: layer, unit: unit, in: raster),
        isBroken: picture.weight(layer: layer, unit: unit, input: input) < 0,
        thickness: picture.thickness(layer: layer, unit: unit, input: input),
        style: picture.lineStyle(layer: layer, unit: unit, input: input))
    }
    raster.draw(on: &canvas, at: area.origin, within: area)
  }

  private func dot(x: Int, layer: Int, unit: Int, in raster: Raster) -> Point {
    let (across, down) = (raster.width / max(1, area.width), raster.height / max(1, area.height))
    let middle = 2 * (top(layer: layer, unit: unit) - area.y) + map.height
    return Point(x: (x - area.x) * across, y: middle * down / 2)
  }
}
