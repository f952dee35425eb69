import TerminalCanvas

extension Rect {
  /// The first of `count` rows in view, so that the selected one is near the middle.
  func firstRow(showing selection: Int, of count: Int) -> Int {
    max(0, min(selection - height / 2, count - height))
  }
}
