import TerminalCanvas

extension [LegendRow] {
  /// Each row in the lines that it takes: the signs in one column, their meanings beside them.
  func lines(width: Int, _ glyphs: GlyphSet, _ style: Style = .text) -> [[StyledText]] {
    let signs = map { glyphs.columns(of: $0.sign) }.max() ?? 0
    return map { row in
      StyledText(row.meaning, style).wrapped(
        to: Swift.max(1, width), glyphs: glyphs, first: glyphs.padded(row.sign, to: signs) + "  ")
    }
  }
}
