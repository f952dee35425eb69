/// A plot area of dots finer than cells: 2x4 a cell in braille, 2x2 in blocks, 1x3 in ASCII.
///
/// A cell belongs to whoever drew on it last, so that colors never run into one another.
public struct Raster {
  /// Cells across and down.
  public let size: Size
  /// The characters that make the dots.
  public let glyphs: GlyphSet
  private var masks: [UInt8]
  private var styles: [Style]

  /// Makes an empty plot area.
  public init(size: Size, glyphs: GlyphSet) {
    self.size = size
    self.glyphs = glyphs
    masks = Array(repeating: 0, count: size.width * size.height)
    styles = Array(repeating: .text, count: masks.count)
  }

  /// Dots across and down a cell.
  static func dots(_ glyphs: GlyphSet) -> (across: Int, down: Int) {
    switch glyphs {
    case .braille: (2, 4)
    case .block: (2, 2)
    case .ascii: (1, 3)
    }
  }

  /// Dots across the whole area.
  public var width: Int { size.width * Self.dots(glyphs).across }
  /// Dots down the whole area.
  public var height: Int { size.height * Self.dots(glyphs).down }

  /// Whether none of some cells has a dot; cells outside the area have none.
  func isBlank(in cells: Rect) -> Bool {
    let area = cells.intersection(Rect(size: size))
    return (area.y..<area.y + area.height).allSatisfy { y in
      masks[y * size.width + area.x..<y * size.width + area.maxX].allSatisfy { $0 == 0 }
    }
  }

  /// Sets one dot, counted from the top left; outside the area nothing happens.
  public mutating func set(x: Int, y: Int, style: Style) {
    guard x >= 0, y >= 0, x < width, y < height else { return }
    let (across, down) = Self.dots(glyphs)
    let index = y / down * size.width + x / across
    let bit = Self.bit(x: x % across, y: y % down, glyphs)
    masks[index] = styles[index] == style ? masks[index] | bit : bit
    styles[index] = style
  }

  /// Sets the dots of a column between two rows, both included.
  public mutating func column(x: Int, from top: Int, to bottom: Int, style: Style) {
    guard x >= 0, x < width else { return }
    for y in stride(
      from: max(0, min(top, bottom)), through: min(height - 1, max(top, bottom)), by: 1)
    {
      set(x: x, y: y, style: style)
    }
  }

  /// Sets the dots of a straight line; `isDrawn` is asked for each dot, as in a dashed line.
  public mutating func line(
    from start: Point, to end: Point, style: Style, isDrawn: () -> Bool = { true }
  ) {
    guard let (start, end) = clipped(start, end) else { return }
    var point = start
    let across = abs(end.x - point.x)
    let down = -abs(end.y - point.y)
    var error = across + down
    while true {
      if isDrawn() { set(x: point.x, y: point.y, style: style) }
      if point == end { return }
      let doubled = 2 * error
      if doubled >= down {
        error += down
        point.x += point.x < end.x ? 1 : -1
      }
      if doubled <= across {
        error += across
        point.y += point.y < end.y ? 1 : -1
      }
    }
  }

  /// Sets the dots of a straight line that is several dots thick.
  public mutating func line(from start: Point, to end: Point, thickness: Int, style: Style) {
    let isSteep = abs(end.y - start.y) > abs(end.x - start.x)
    for index in 0..<max(1, thickness) {
      let shift = index - (max(1, thickness) - 1) / 2
      let (across, down) = isSteep ? (shift, 0) : (0, shift)
      line(
        from: Point(x: start.x + across, y: start.y + down),
        to: Point(x: end.x + across, y: end.y + down), style: style)
    }
  }

  /// Keeps both ends within one area's size of the area, so that no line takes long.
  private func clipped(_ start: Point, _ end: Point) -> (Point, Point)? {
    guard width > 0, height > 0 else { return nil }
    func near(_ point: Point) -> Point {
      Point(
        x: min(max(point.x, -width), 2 * width), y: min(max(point.y, -height), 2 * height))
    }
    return (near(start), near(end))
  }

  /// Puts the cells that have dots on a canvas, with the top left one at `origin`.
  ///
  /// - Parameters:
  ///   - canvas: what is drawn on.
  ///   - origin: where the top left cell goes.
  ///   - clip: where cells may go; nil for everywhere.
  public func draw(on canvas: inout Canvas, at origin: Point, within clip: Rect? = nil) {
    let area = clip.map(canvas.bounds.intersection) ?? canvas.bounds
    for y in 0..<size.height {
      for x in 0..<size.width where masks[y * size.width + x] != 0 {
        let index = y * size.width + x
        let place = Point(x: origin.x + x, y: origin.y + y)
        guard area.contains(place) else { continue }
        var cell = Cell(glyph: Self.glyph(masks[index], glyphs), style: styles[index])
        cell.style.ground = cell.style.ground ?? canvas.ground(at: place)
        canvas.store(cell, x: place.x, y: place.y)
      }
    }
  }

  private static func bit(x: Int, y: Int, _ glyphs: GlyphSet) -> UInt8 {
    switch glyphs {
    case .braille: y == 3 ? (x == 0 ? 64 : 128) : UInt8(1 << (y + 3 * x))
    case .block: UInt8(1 << (2 * y + x))
    case .ascii: UInt8(1 << y)
    }
  }

  private static func glyph(_ mask: UInt8, _ glyphs: GlyphSet) -> Glyph {
    switch glyphs {
    case .braille: Glyph(base: Unicode.Scalar(0x2800 + UInt32(mask)) ?? " ")
    case .block: quadrants[Int(mask)]
    case .ascii: marks[Int(mask)]
    }
  }

  /// By mask: 1 upper left, 2 upper right, 4 lower left, 8 lower right.
  private static let quadrants: [Glyph] = [
    " ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█",
  ].map { Glyph($0) }

  /// By mask: 1 top, 2 middle, 4 bottom.
  private static let marks: [Glyph] = [" ", "'", "-", "'", "_", ":", ".", "|"].map { Glyph($0) }
}
