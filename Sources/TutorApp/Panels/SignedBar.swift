import TerminalCanvas

/// A share of the largest amount as a bar to either side of a zero line: what is below 0 to the left.
struct SignedBar {
  private let share: Double

  /// - Parameter share: −1...1.
  init(_ share: Double) { self.share = share }

  /// The bar over so many columns, the zero line in their middle; what is not 0 is never invisible.
  func text(columns: Int, _ glyphs: GlyphSet) -> StyledText {
    let half = max(0, (columns - 1) / 2)
    let length =
      share.isFinite ? min(half, Int((abs(share) * Double(half)).rounded(.up))) : 0
    let isBelow = share < 0
    let glyph = glyphs == .ascii ? (isBelow ? "<" : ">") : "█"
    let bar = StyledText(
      String(repeating: glyph, count: length), isBelow ? .negative : .positive)
    let gap = StyledText(String(repeating: " ", count: half - length))
    let blank = StyledText(String(repeating: " ", count: half))
    let line = StyledText("│", .rule)
    return isBelow ? gap + bar + line + blank : blank + line + bar + gap
  }
}
