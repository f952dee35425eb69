/// A matrix of signed values: sign by `+` and `-` and role, size by shade.
public struct HeatMap: Hashable, Sendable {
  /// The values, row by row; rows may differ in length.
  public var rows: [[Double]]

  /// Makes a heat map.
  public init(_ rows: [[Double]]) { self.rows = rows }

  /// Draws the matrix in a rectangle of any size: numbers where they fit, else sign and shade.
  public func draw(in area: Rect, on canvas: inout Canvas) {
    let columns = rows.map(\.count).max() ?? 0
    guard !area.isEmpty, columns > 0 else { return }
    let width = cellWidth(columns: columns, in: area.width)
    let largest = rows.joined().lazy.filter(\.isFinite).map(abs).max() ?? 0
    let shown = rows.count <= area.height ? rows.count : max(0, area.height - 1)
    for row in 0..<shown {
      draw(rows[row], upTo: largest, width: width, in: area.inset(top: row), on: &canvas)
    }
    if shown < rows.count {
      canvas.write(StyledText("+\(rows.count - shown) rows", .muted), in: area, row: shown)
    }
  }

  /// Seven columns a number, two for sign and shade, one for the sign alone.
  private func cellWidth(columns: Int, in room: Int) -> Int {
    if columns * 7 <= room { return 7 }
    return columns * 2 <= room ? 2 : 1
  }

  private func draw(
    _ values: [Double], upTo largest: Double, width: Int, in area: Rect, on canvas: inout Canvas
  ) {
    let room = area.width / width
    let shown = values.count <= room ? values.count : max(0, (area.width - 1) / width)
    for (index, value) in values.prefix(shown).enumerated() {
      let point = Point(x: area.x + index * width, y: area.y)
      let text = text(value, upTo: largest, width: width, glyphs: canvas.glyphs)
      canvas.write(text, at: point, within: area)
    }
    if shown < values.count {
      let point = Point(x: area.x + shown * width, y: area.y)
      canvas.write(canvas.glyphs.ellipsis, at: point, style: .muted, within: area)
    }
  }

  private func text(
    _ value: Double, upTo largest: Double, width: Int, glyphs: GlyphSet
  ) -> StyledText {
    var style = Style(value < 0 ? .negative : value > 0 ? .positive : .muted)
    if !value.isFinite { style = .warning }
    let share = largest > 0 ? min(1, abs(value) / largest) : 0
    if share > 0.75 { style.attributes.insert(.bold) }
    if width == 7 {
      let number = value.fitted(width: 6, decimals: 3, signed: value != 0)
      return StyledText(String(repeating: " ", count: 6 - number.count) + number, style)
    }
    let shade = value.isFinite ? String(Shade.level(Int(share * 4), glyphs)) : ""
    let sign = value.isNaN ? "?" : value == 0 ? "0" : value < 0 ? "-" : "+"
    return StyledText(width == 1 ? sign : value == 0 ? " 0" : sign + shade, style)
  }
}
