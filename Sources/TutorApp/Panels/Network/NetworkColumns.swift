import NeuralNetwork
import TerminalCanvas

/// A larger network as one column of units a layer, with the weights between them as numbers or cells where they fit.
struct NetworkColumns {
  private let picture: NetworkPicture
  private let rect: Rect
  private let depth: Int
  /// Columns of a unit's number (1 for a shade), without its mark and the gap.
  private let unitWidth: Int
  /// Columns of a weight: 6 for a number, 2 for sign and shade, 1 for the sign; 0 leaves weights out.
  private let cellWidth: Int

  init(_ picture: NetworkPicture, in rect: Rect) {
    self.picture = picture
    self.rect = rect.inset(left: 1)
    depth = picture.depth
    let room = self.rect.width
    let choices = [(6, 6), (5, 6), (5, 2), (5, 1), (3, 1), (1, 1), (5, 0), (3, 0), (1, 0)]
    let fitting = choices.first { Self.width(picture, unit: $0.0, cell: $0.1) <= room }
    (unitWidth, cellWidth) = fitting ?? (1, 0)
  }

  /// Columns of the whole drawing; the mark behind each unit is also the gap.
  private static func width(_ picture: NetworkPicture, unit: Int, cell: Int) -> Int {
    let units = (picture.depth + 1) * (unit + 1)
    guard cell > 0 else { return units }
    return units + (1...picture.depth).reduce(0) { $0 + picture.cells(layer: $1) * cell + 1 }
  }

  func draw(on canvas: inout Canvas) {
    var x = rect.x
    // Without weights the layers are spread over the width.
    let spare = cellWidth > 0 ? 0 : (rect.width - (depth + 1) * (unitWidth + 1)) / (depth + 1)
    for layer in 0...depth {
      if layer > 0, cellWidth > 0 { x += drawWeights(layer: layer, at: x, on: &canvas) }
      drawUnits(layer: layer, at: x, on: &canvas)
      x += unitWidth + 1 + max(0, min(3, spare))
    }
    drawOutputNotes(at: x - unitWidth - 1 - max(0, min(3, spare)), on: &canvas)
  }

  /// Rows of units under the header; the last one says how many are left out.
  private var rows: Int { max(0, rect.height - 1) }

  // MARK: - Weights

  /// Weights of a layer beside its units, or beside those it comes from where these are more.
  private func drawWeights(layer: Int, at x: Int, on canvas: inout Canvas) -> Int {
    let cells = picture.cells(layer: layer)
    let lines = picture.weightRows(layer: layer, atMost: rows)
    let area = Rect(x: x, y: rect.y + 1, width: cells * cellWidth, height: rows)
      .intersection(rect)
    if cellWidth == 6 {
      for (row, line) in lines.enumerated() {
        for (column, index) in line.enumerated() {
          let place = Point(x: area.x + column * cellWidth, y: area.y + row)
          canvas.write(picture.text(index, width: 5, decimals: 2), at: place, within: area)
        }
      }
    } else {
      HeatMap(lines.map { $0.map { picture.network[$0] } }).draw(in: area, on: &canvas)
    }
    return cells * cellWidth + 1
  }

  // MARK: - Units

  private func drawUnits(layer: Int, at x: Int, on canvas: inout Canvas) {
    canvas.write(header(layer: layer), at: Point(x: x, y: rect.y), within: rect)
    let count = picture.unitCount(layer: layer)
    let shown = count <= rows ? count : rows - 1
    for unit in 1...max(1, count) where unit <= shown {
      let place = Point(x: x, y: rect.y + unit)
      canvas.write(text(layer: layer, unit: unit), at: place, within: rect)
    }
    if shown < count, rows > 0 {
      let rest = StyledText("+\(count - shown)", .muted)
      canvas.write(rest, at: Point(x: x, y: rect.maxY - 1), within: rect)
    }
  }

  private func header(layer: Int) -> StyledText {
    let symbol = picture.symbol(layer: layer)
    let name = layer == 0 ? symbol : unitWidth >= 5 ? "\(layer) \(symbol)" : "\(layer)"
    // A number too wide for its column takes the next one's room as well; there every other layer has one.
    let fits =
      name.count <= unitWidth || (layer.isMultiple(of: 2) && name.count <= 2 * unitWidth + 1)
    return StyledText(fits ? name : "", .heading)
  }

  /// A unit as its activation, and what is wrong with it.
  private func text(layer: Int, unit: Int) -> StyledText {
    guard let value = picture.activation(layer: layer, unit: unit) else {
      return StyledText("·", .muted)
    }
    let text = unitWidth == 1 ? shade(value) : StyledText(short(value))
    switch picture.fault(layer: layer, unit: unit) {
    case .dead?: return text + StyledText("✗", .warning)
    case .saturated?: return text + StyledText("=", .warning)
    case nil: return text
    }
  }

  /// A number for the narrowest columns: `0.4`, `-.4`, `12`.
  private func short(_ value: Double) -> String {
    guard unitWidth == 3 else { return value.fitted(width: unitWidth, decimals: 3) }
    let text = value.formatted(decimals: 1)
    if text.count <= 3 { return text }
    return text.hasPrefix("-0.") ? "-" + text.dropFirst(2) : value.fitted(width: 3, decimals: 0)
  }

  private func shade(_ value: Double) -> StyledText {
    guard value.isFinite else { return StyledText("?", .warning) }
    let level = min(3, Int(min(1, abs(value)) * 4))
    let shades = picture.glyphs == .ascii ? [".", ":", "*", "#"] : ["░", "▒", "▓", "█"]
    return StyledText(shades[level], value < 0 ? .negative : .positive)
  }

  /// Target and error under the outputs.
  private func drawOutputNotes(at x: Int, on canvas: inout Canvas) {
    let count = picture.unitCount(layer: depth)
    guard count <= 3, unitWidth >= 3 else { return }
    let targets = (1...count).map { StyledText("T \(compact(picture.target(unit: $0)))", .muted) }
    let error = picture.error.map {
      StyledText("E ", .accent)
        + StyledText($0.fittedError(width: max(3, unitWidth - 1), decimals: 3))
    }
    for (row, line) in (targets + [error].compactMap { $0 }).enumerated() {
      let y = rect.y + count + 1 + row
      guard y < rect.maxY else { return }
      canvas.write(line, at: Point(x: x, y: y), within: rect)
    }
  }
}

extension Double {
  /// An error in at most `width` characters; one too small for them is `~0`.
  func fittedError(width: Int, decimals: Int) -> String {
    let text = fitted(width: width, decimals: decimals)
    return text.hasPrefix("#") && magnitude < 1 ? "~0" : text
  }
}

extension NetworkPicture {
  /// The weights of a layer line by line: a line for each of its units, or for each input where inputs are more.
  fileprivate func weightRows(layer: Int, atMost rows: Int) -> [[ParameterIndex]] {
    let (units, inputs) = (unitCount(layer: layer), unitCount(layer: layer - 1))
    func index(_ unit: Int, _ input: Int) -> ParameterIndex {
      .weight(layer: layer, unit: unit, input: input)
    }
    return inputs > units
      ? (1...inputs).prefix(rows).map { input in (1...units).map { index($0, input) } }
      : (1...units).prefix(rows).map { unit in (1...inputs).map { index(unit, $0) } }
  }

  /// Cells in a line of a layer's weights.
  fileprivate func cells(layer: Int) -> Int {
    min(unitCount(layer: layer), unitCount(layer: layer - 1))
  }
}
