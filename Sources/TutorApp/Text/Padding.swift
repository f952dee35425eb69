import TerminalCanvas

extension String {
  /// The text with blanks behind it up to a width, or so many at least; combining marks take no column.
  func padded(to width: Int, atLeast blanks: Int = 0) -> String {
    self + String(repeating: " ", count: max(blanks, width - count))
  }
}

extension GlyphSet {
  /// Text cut or filled up with blanks to a number of columns.
  func padded(_ text: StyledText, to width: Int) -> StyledText {
    let cut = truncated(text, to: width)
    return cut + StyledText(String(repeating: " ", count: max(0, width - columns(of: cut))))
  }
}
