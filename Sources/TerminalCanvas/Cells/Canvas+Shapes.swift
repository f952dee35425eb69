/// The arms of a box-drawing character, so that lines join where they meet.
struct BoxArms: OptionSet {
  let rawValue: UInt8

  static let up = BoxArms(rawValue: 1)
  static let down = BoxArms(rawValue: 2)
  static let left = BoxArms(rawValue: 4)
  static let right = BoxArms(rawValue: 8)
  static let horizontal: BoxArms = [.left, .right]
  static let vertical: BoxArms = [.up, .down]

  /// Light box drawing for every set of arms, by raw value.
  private static let glyphs: [Glyph] = [
    " ", "╵", "╷", "│", "╴", "┘", "┐", "┤", "╶", "└", "┌", "├", "─", "┴", "┬", "┼",
  ].map { Glyph($0) }
  private static let asciiGlyphs: [Glyph] = [
    " ", "|", "|", "|", "-", "+", "+", "+", "-", "+", "+", "+", "-", "+", "+", "+",
  ].map { Glyph($0) }

  func glyph(_ set: GlyphSet) -> Glyph {
    (set == .ascii ? Self.asciiGlyphs : Self.glyphs)[Int(rawValue)]
  }

  /// The arms that a glyph on the canvas already has.
  init(of glyph: Glyph, in set: GlyphSet) {
    switch glyph {
    case .blank: self = []
    case Glyph("-") where set == .ascii: self = .horizontal
    case Glyph("|") where set == .ascii: self = .vertical
    case Glyph("+") where set == .ascii: self = [.horizontal, .vertical]
    default: self = BoxArms(rawValue: UInt8(Self.glyphs.firstIndex(of: glyph) ?? 0))
    }
  }

  init(rawValue: UInt8) { self.rawValue = rawValue }
}

extension Canvas {
  /// Fills a rectangle with one character.
  public mutating func fill(_ rect: Rect, with character: Character = " ", style: Style = .text) {
    let cell = Cell(character, style)
    let area = bounds.intersection(rect)
    let step = cell.glyph.width == 2 && glyphs != .ascii ? 2 : 1
    for y in area.y..<max(area.y, area.maxY) {
      for x in stride(from: area.x, to: area.maxX, by: step) {
        self[x, y] = x + step <= area.maxX ? cell : Cell(" ", style)
      }
    }
  }

  /// Draws a horizontal rule that joins the lines it meets.
  public mutating func horizontalRule(
    at point: Point, length: Int, style: Style = .rule, within clip: Rect? = nil
  ) {
    let area = clip.map(bounds.intersection) ?? bounds
    for x in max(point.x, area.x)..<max(point.x, area.x, min(point.x + length, area.maxX)) {
      let ends: BoxArms = x == point.x ? .right : x == point.x + length - 1 ? .left : .horizontal
      join(ends, or: .horizontal, x: x, y: point.y, style: style, within: area)
    }
  }

  /// Draws a vertical rule that joins the lines it meets.
  public mutating func verticalRule(
    at point: Point, length: Int, style: Style = .rule, within clip: Rect? = nil
  ) {
    let area = clip.map(bounds.intersection) ?? bounds
    for y in max(point.y, area.y)..<max(point.y, area.y, min(point.y + length, area.maxY)) {
      let ends: BoxArms = y == point.y ? .down : y == point.y + length - 1 ? .up : .vertical
      join(ends, or: .vertical, x: point.x, y: y, style: style, within: area)
    }
  }

  /// Draws a frame just inside `rect`, with a title in its top edge, and returns what is inside.
  @discardableResult
  public mutating func frame(
    _ rect: Rect, title: StyledText = "", style: Style = .rule
  ) -> Rect {
    guard rect.width > 0, rect.height > 0 else { return rect }
    let right = Point(x: rect.maxX - 1, y: rect.y)
    let bottom = Point(x: rect.x, y: rect.maxY - 1)
    edge(from: rect.origin, columns: rect.width, rows: rect.height, style: style)
    edge(from: right, columns: 0, rows: rect.height, style: style)
    edge(from: bottom, columns: rect.width, rows: 0, style: style)
    self.title(title, in: rect.split(top: 1).top.inset(left: 1, right: 1))
    return rect.inset(left: 1, top: 1, right: 1, bottom: 1)
  }

  /// Draws a rule along the top row of `rect` with a title in it, and returns what is below.
  @discardableResult
  public mutating func titledRule(
    _ rect: Rect, title: StyledText, style: Style = .rule
  ) -> Rect {
    horizontalRule(at: rect.origin, length: rect.width, style: style, within: rect)
    self.title(title, in: rect.split(top: 1).top.inset(left: 1))
    return rect.split(top: 1).rest
  }

  /// Writes a title between two blanks into a line, if there is room for some of it.
  private mutating func title(_ title: StyledText, in place: Rect) {
    guard !title.isEmpty, place.width >= 4 else { return }
    let text = " " + glyphs.truncated(title, to: place.width - 2) + " "
    write(text, at: place.origin, within: place)
  }

  /// Draws one or two edges of a frame, whose corners have only the arms that the edges need.
  private mutating func edge(from point: Point, columns: Int, rows: Int, style: Style) {
    for x in 0..<columns where columns > 1 {
      let arms: BoxArms = x == 0 ? .right : x == columns - 1 ? .left : .horizontal
      join(arms, or: arms, x: point.x + x, y: point.y, style: style, within: bounds)
    }
    for y in 0..<rows where rows > 1 {
      let arms: BoxArms = y == 0 ? .down : y == rows - 1 ? .up : .vertical
      join(arms, or: arms, x: point.x, y: point.y + y, style: style, within: bounds)
    }
  }

  /// Adds arms to the line character in a cell, or puts `alone` where there is no line yet.
  private mutating func join(
    _ arms: BoxArms, or alone: BoxArms, x: Int, y: Int, style: Style, within clip: Rect
  ) {
    guard clip.contains(Point(x: x, y: y)) else { return }
    let existing = BoxArms(of: self[x, y].glyph, in: glyphs)
    let joined = existing.isEmpty ? alone : arms.union(existing)
    store(Cell(glyph: joined.glyph(glyphs), style: style), x: x, y: y)
  }
}
