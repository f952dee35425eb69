extension SourceText {
  /// The most characters of a line that a message shows.
  private static let excerptWidth = 100

  /// A line with its number, and a caret under the column.
  func excerpt(at position: SourcePosition) -> String? {
    let lines = lines
    guard lines.indices.contains(position.line - 1) else { return nil }
    return Self.excerpt(of: lines[position.line - 1], at: position)
  }

  /// A line that is at hand, with its number, and a caret under the column.
  static func excerpt(of line: Substring, at position: SourcePosition) -> String {
    let line = Array(SafeText.visible(String(line)))
    let column = min(max(0, position.column - 1), line.count)
    let start = excerptStart(column: column, count: line.count)
    let shown = line[start..<min(line.count, start + excerptWidth)]
    let (before, after) = (start > 0 ? "…" : "", shown.endIndex < line.count ? "…" : "")
    let number = "\(position.line)".leftPadded(to: 5)
    let blanks = SafeText.width(before) + SafeText.width(String(line[start..<column]))
    return "\(number) | \(before)\(String(shown))\(after)\n"
      + "      | \(String(repeating: " ", count: blanks))^"
  }

  /// Where to begin in a line too long to be shown whole, so that the column is in view.
  private static func excerptStart(column: Int, count: Int) -> Int {
    column < excerptWidth ? 0 : min(column - excerptWidth / 2, max(0, count - excerptWidth))
  }
}

extension String {
  fileprivate func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
