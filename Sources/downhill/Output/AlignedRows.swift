import TerminalCanvas

/// Rows of cells as lines, every column flush right and as wide as its widest cell.
/// - Precondition: all rows have as many cells as the first.
func alignedRows(_ rows: [[String]]) -> [String] {
  let glyphs = GlyphSet.braille
  let cells = rows.map { $0.map(glyphs.written) }
  let widths = (rows.first ?? []).indices.map { column in
    cells.map { glyphs.columns(of: $0[column]) }.max() ?? 0
  }
  return cells.map { row in
    zip(row, widths).map { cell, width in
      String(repeating: " ", count: width - glyphs.columns(of: cell)) + cell
    }.joined(separator: "  ")
  }
}

extension String {
  /// The text with spaces behind it, up to a number of characters.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
