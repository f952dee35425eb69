/// Where text stands in the space it is given.
public enum Alignment: Hashable, Sendable {
  case leading, center, trailing

  /// The first column for a text of `width` columns in `room` columns.
  func offset(width: Int, in room: Int) -> Int {
    switch self {
    case .leading: 0
    case .center: max(0, (room - width) / 2)
    case .trailing: max(0, room - width)
    }
  }
}

extension Canvas {
  /// Arrows in the last column that say whether rows stand above or below those that are shown.
  public mutating func drawArrows(above: Bool, below: Bool, in rect: Rect) {
    let column = rect.split(right: 1).right
    if above { write(StyledText("▲", .muted), in: column) }
    if below { write(StyledText("▼", .muted), in: column, row: rect.height - 1) }
  }

  /// Writes text from `point` to the right and clips it.
  ///
  /// Control characters become visible stand-ins; an ASCII canvas gets ASCII stand-ins for everything else.
  /// An edge that cuts a number leaves an ellipsis, lest what is left is read as another number.
  /// - Returns: the columns that the pen moved, at most to the right edge of `clip`.
  @discardableResult
  public mutating func write(
    _ text: String, at point: Point, style: Style = .text, within clip: Rect? = nil
  ) -> Int {
    let area = clip.map(bounds.intersection) ?? bounds
    guard point.y >= area.y, point.y < area.maxY else { return 0 }
    listener.log?.append(TextLog.Entry(text: text, point: point, area: area))
    var x = point.x
    var last: Glyph?
    var beyond: [Glyph] = []
    let glyphs = self.glyphs
    glyphs.forEachGlyph(in: text) { glyph, width in
      guard x < area.maxX else {
        beyond.append(glyph)
        return beyond.count < 3
      }
      if x == area.x, x > point.x, let last, isCut(last, glyph) {
        put(glyphs.ellipsisGlyph, width: 1, style: style, x: x, y: point.y, in: area)
      } else {
        put(glyph, width: width, style: style, x: x, y: point.y, in: area)
      }
      last = glyph
      x += width
      return true
    }
    if let last, x == area.maxX, x > area.x, NumberCut.isInside(before: last, after: beyond) {
      put(glyphs.ellipsisGlyph, width: 1, style: style, x: x - 1, y: point.y, in: area)
    }
    return max(0, min(x, area.maxX) - point.x)
  }

  /// Whether the left edge runs between two glyphs of a number.
  private func isCut(_ left: Glyph, _ right: Glyph) -> Bool {
    NumberCut.isInside(before: left, after: [right, Glyph("0"), Glyph("0")])
  }

  /// Writes text with styles from `point` to the right and clips it.
  /// - Returns: the columns that the pen moved, at most to the right edge of `clip`.
  @discardableResult
  public mutating func write(
    _ text: StyledText, at point: Point, within clip: Rect? = nil
  ) -> Int {
    var pen = point
    for span in text.spans {
      pen.x += write(span.text, at: pen, style: span.style, within: clip)
    }
    return pen.x - point.x
  }

  /// Writes one line of text aligned in a row of `rect`, cut off with an ellipsis where it is too long.
  @discardableResult
  public mutating func write(
    _ text: StyledText, in rect: Rect, row: Int = 0, alignment: Alignment = .leading
  ) -> Int {
    guard row >= 0, row < rect.height, rect.width > 0 else { return 0 }
    let line = glyphs.truncated(text, to: rect.width)
    let offset = alignment.offset(width: glyphs.columns(of: line), in: rect.width)
    return write(line, at: Point(x: rect.x + offset, y: rect.y + row), within: rect)
  }

  /// Writes lines from the top of `rect` downwards, as many as fit.
  /// - Returns: the rows written.
  @discardableResult
  public mutating func write(
    _ lines: [StyledText], in rect: Rect, alignment: Alignment = .leading
  ) -> Int {
    for (row, line) in lines.prefix(rect.height).enumerated() {
      write(line, in: rect, row: row, alignment: alignment)
    }
    return min(lines.count, rect.height)
  }

  /// Puts a glyph into `area`; a wide one that sticks out of it leaves a blank.
  @inline(__always)
  private mutating func put(
    _ glyph: Glyph, width: Int, style: Style, x: Int, y: Int, in area: Rect
  ) {
    if width == 1 {
      if x >= area.x { store(Cell(glyph: glyph, style: style), x: x, y: y) }
    } else if x >= area.x && x + 1 < area.maxX {
      self[x, y] = Cell(glyph: glyph, style: style)
    } else {
      let inside = x >= area.x ? x : x + 1
      if inside >= area.x { store(Cell(glyph: .blank, style: style), x: inside, y: y) }
    }
  }
}
