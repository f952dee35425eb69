/// Whether an edge cuts a number, so that what is left of it would be read as another one.
enum NumberCut {
  /// Judges by the glyphs on both sides of an edge.
  ///
  /// - Parameters:
  ///   - before: the last glyph on this side.
  ///   - after: the first glyphs on the other side, of which three are enough.
  /// - Returns: true between the digits of `0.0948`, before `.5`, `e-5` and `%`, between a sign and its digit.
  static func isInside(before: Glyph, after: [Glyph]) -> Bool {
    guard let next = after.first else { return false }
    let second = after.dropFirst().first
    let third = after.dropFirst(2).first
    if next.isDigit {
      return before.isDigit || before.isPoint || before.isSign || before.isExponent
    }
    if next.isRaised { return before.isDigit || before.isRaised }
    guard before.isDigit else { return before.isExponent && next.isSign && second?.isDigit == true }
    if next.isPoint { return second?.isDigit == true }
    if next.isExponent {
      return second?.isDigit == true || (second?.isSign == true && third?.isDigit == true)
    }
    return next == Glyph("%")
  }
}

extension Glyph {
  fileprivate var isDigit: Bool { bits >= 0x30 && bits <= 0x39 }
  fileprivate var isPoint: Bool { self == Glyph(".") }
  fileprivate var isSign: Bool { self == Glyph("-") || self == Glyph("+") }
  fileprivate var isExponent: Bool { self == Glyph("e") || self == Glyph("E") }
  /// A digit or minus of an exponent such as that of 10⁻⁵.
  fileprivate var isRaised: Bool {
    bits < 0x1_0000 && Unicode.Scalar(codePoint(0))?.isSuperscript == true
  }
}
