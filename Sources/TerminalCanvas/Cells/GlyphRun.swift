extension GlyphSet {
  /// Columns that a text takes when it is written with these glyphs.
  ///
  /// ASCII stand-ins may be longer than what they stand for: `η` takes three columns as `eta`.
  public func columns(of text: String) -> Int {
    var columns = 0
    forEachGlyph(in: text) { _, width in
      columns += width
      return true
    }
    return columns
  }

  /// The text as it appears when it is written with these glyphs.
  public func written(_ text: String) -> String {
    var result = ""
    forEachGlyph(in: text) { glyph, _ in
      result.append(Cell(glyph: glyph, style: .text).character)
      return true
    }
    return result
  }

  /// Calls `body` with each glyph to show and its columns, until it returns false.
  ///
  /// Controls, direction overrides and code points without a meaning arrive as U+FFFD, or `?` in
  /// ASCII; tabs and newlines as blanks.
  @inline(__always)
  func forEachGlyph(in text: String, _ body: (Glyph, Int) -> Bool) {
    var run = GlyphRun(isASCII: self == .ascii)
    for scalar in text.unicodeScalars {
      if scalar.isPrintableASCII {
        guard run.flush(body) else { return }
        run.hold(Glyph(base: scalar), width: 1)
      } else {
        guard run.take(scalar, body) else { return }
      }
    }
    _ = run.flush(body)
  }
}

/// The glyph that may still get combining marks, on the way from code points to cells.
private struct GlyphRun {
  let isASCII: Bool
  private var glyph: Glyph?
  private var width = 1
  private var followsSuperscript = false

  init(isASCII: Bool) { self.isASCII = isASCII }

  @inline(__always)
  mutating func hold(_ glyph: Glyph, width: Int) {
    self.glyph = glyph
    self.width = width
    followsSuperscript = false
  }

  @inline(__always)
  mutating func flush(_ body: (Glyph, Int) -> Bool) -> Bool {
    guard let done = glyph else { return true }
    glyph = nil
    return body(done, width)
  }

  mutating func take(_ scalar: Unicode.Scalar, _ body: (Glyph, Int) -> Bool) -> Bool {
    if scalar == "\t" || scalar == "\n" { return place(.blank, width: 1, body) }
    switch scalar.columnWidth {
    case .invisible: return true
    case .unsafe: return place(isASCII ? Glyph("?") : .replacement, width: 1, body)
    case .mark: return mark(scalar, body)
    case .columns(let width):
      if isASCII { return spell(scalar, body) }
      // One sign for formulas and numbers alike: the one that can be typed.
      return place(Glyph(base: scalar == "−" ? "-" : scalar), width: width, body)
    }
  }

  private mutating func place(_ next: Glyph, width: Int, _ body: (Glyph, Int) -> Bool) -> Bool {
    guard flush(body) else { return false }
    hold(next, width: width)
    return true
  }

  private mutating func mark(_ scalar: Unicode.Scalar, _ body: (Glyph, Int) -> Bool) -> Bool {
    if !isASCII { glyph?.combine(scalar) }
    return isASCII && scalar.value == 0x302 ? place(Glyph("^"), width: 1, body) : true
  }

  /// Writes the ASCII form, raised characters after one caret.
  private mutating func spell(_ scalar: Unicode.Scalar, _ body: (Glyph, Int) -> Bool) -> Bool {
    let isRaised = scalar.isSuperscript
    if isRaised && !followsSuperscript {
      guard place(Glyph("^"), width: 1, body) else { return false }
    }
    for letter in (scalar.asciiForm ?? "?").unicodeScalars {
      guard place(Glyph(base: letter), width: 1, body) else { return false }
    }
    followsSuperscript = isRaised
    return true
  }
}
