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
        if run.followsName, scalar.isLetter {
          guard run.separate(body) else { return }
        }
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
  /// Whether the glyph ends a sign that is spelled in letters.
  private(set) var followsName = false

  init(isASCII: Bool) { self.isASCII = isASCII }

  @inline(__always)
  mutating func hold(_ glyph: Glyph, width: Int) {
    self.glyph = glyph
    self.width = width
    (followsSuperscript, followsName) = (false, false)
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

  /// Leaves a blank between a spelled sign and the letter behind it.
  mutating func separate(_ body: (Glyph, Int) -> Bool) -> Bool { place(.blank, width: 1, body) }

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
    let form = (scalar.asciiForm ?? "?").unicodeScalars
    // A name in letters stands apart from its neighbors: `2ηc` is no `2etac`.
    let isName = form.count > 1 && scalar.isMathematical
    if isName, glyph?.isLetterOrDigit == true {
      guard place(.blank, width: 1, body) else { return false }
    }
    for letter in form {
      guard place(Glyph(base: letter), width: 1, body) else { return false }
    }
    (followsSuperscript, followsName) = (isRaised, isName)
    return true
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter of ASCII.
  fileprivate var isLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }

  /// Whether it stands for itself in formulas: a Greek letter, a root, a sum or infinity.
  fileprivate var isMathematical: Bool {
    (0x391...0x3F5).contains(value) || [0x221A, 0x221E, 0x2211, 0x220F].contains(value)
  }
}

extension Glyph {
  /// Whether it is a letter or a digit of ASCII.
  fileprivate var isLetterOrDigit: Bool {
    guard let scalar = Unicode.Scalar(codePoint(0)) else { return false }
    return scalar.isLetter || ("0"..."9").contains(scalar)
  }
}
