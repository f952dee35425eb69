extension Canvas {
  /// Samples that `drawTones` asks for in a rectangle: one a column; two a row where half blocks show tones, else one.
  public func samples(in rect: Rect) -> Size {
    Size(width: rect.width, height: hasHalfBlocks ? 2 * rect.height : rect.height)
  }

  /// Paints a rectangle with tones: the way to draw a heat map, an image or a decision region.
  ///
  /// Where the terminal shows tones, each half of a cell is a sample; elsewhere each cell is one, and a
  /// texture says what its color cannot.
  ///
  /// - Parameters:
  ///   - rect: the cells to paint.
  ///   - texture: the glyphs in place of tones.
  ///   - tone: the tone of a sample, counted from the top left within `samples(in: rect)`; nil leaves its
  ///     half of the cell alone.
  public mutating func drawTones(
    in rect: Rect, texture: Texture = .full, _ tone: (_ x: Int, _ y: Int) -> Tone?
  ) {
    let area = bounds.intersection(rect)
    for y in area.y..<max(area.y, area.maxY) {
      for x in area.x..<max(area.x, area.maxX) {
        let (column, row) = (x - rect.x, y - rect.y)
        if hasHalfBlocks {
          putHalves(tone(column, 2 * row), tone(column, 2 * row + 1), x: x, y: y)
        } else if let tone = tone(column, row) {
          put(tone, texture, x: x, y: y)
        }
      }
    }
  }

  /// Paints a rectangle with values on one ramp.
  ///
  /// - Parameters:
  ///   - rect: the cells to paint.
  ///   - ramp: the scale of colors.
  ///   - texture: the glyphs in place of tones.
  ///   - value: the value of a sample, −1...1 on `Ramp.sign` and 0...1 on all others, counted from the top left within
  ///     `samples(in: rect)`; NaN leaves its half of the cell alone.
  public mutating func drawField(
    in rect: Rect, ramp: Ramp, texture: Texture = .full, value: (_ x: Int, _ y: Int) -> Double
  ) {
    drawTones(in: rect, texture: texture) { Tone(ramp, value($0, $1)) }
  }

  /// Puts a ground behind all of a rectangle that has none, where the terminal shows tones; the glyphs stay.
  public mutating func shade(_ rect: Rect, with tone: Tone) {
    guard showsTones else { return }
    let area = bounds.intersection(rect)
    for y in area.y..<max(area.y, area.maxY) {
      for x in area.x..<max(area.x, area.maxX) {
        restyle(x: x, y: y) { $0.ground = $0.ground ?? tone }
      }
    }
  }

  /// What a glyph that is put on a cell should have as its ground, so that it does not tear a hole into the tones there.
  public func ground(at point: Point) -> Tone? {
    let cell = self[point.x, point.y]
    switch cell.glyph {
    case Self.upperHalf, Self.lowerHalf: return Tone.between(cell.style.ground, cell.style.tone)
    default: return cell.style.ground
    }
  }

  /// Two samples a cell: tones tell them apart, and the glyphs know half blocks.
  private var hasHalfBlocks: Bool { showsTones && glyphs != .ascii }

  private static let upperHalf = Glyph("▀")
  private static let lowerHalf = Glyph("▄")

  private mutating func putHalves(_ top: Tone?, _ bottom: Tone?, x: Int, y: Int) {
    switch (top, bottom) {
    case (nil, nil): return
    case (let top?, let bottom?) where top == bottom:
      store(Cell(glyph: .blank, style: Style(ground: top)), x: x, y: y)
    case (let top, let bottom?):
      // The upper half of some fonts leaves the first row of dots open, where the ground would show as a line.
      store(Cell(glyph: Self.lowerHalf, style: Style(tone: bottom, ground: top)), x: x, y: y)
    case (let top?, nil):
      store(Cell(glyph: Self.upperHalf, style: Style(tone: top)), x: x, y: y)
    }
  }

  private mutating func put(_ tone: Tone, _ texture: Texture, x: Int, y: Int) {
    if showsTones {
      store(Cell(glyph: .blank, style: Style(ground: tone)), x: x, y: y)
    } else {
      let character = texture.character(for: tone, at: Point(x: x, y: y), glyphs)
      // What lies behind is dim, lest its glyphs are taken for those in front.
      let style = Style(.muted, texture == .quiet ? .dim : [], tone: tone)
      store(Cell(character, style), x: x, y: y)
    }
  }
}
