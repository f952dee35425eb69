extension String {
  /// The text with blanks behind it up to a width, or so many at least; combining marks take no column.
  func padded(to width: Int, atLeast blanks: Int = 0) -> String {
    self + String(repeating: " ", count: max(blanks, width - count))
  }
}
