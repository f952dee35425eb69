import TerminalCanvas

extension Rect {
  /// The first of `count` rows in view, so that the selected one is near the middle.
  func firstRow(showing selection: Int, of count: Int) -> Int {
    max(0, min(selection - height / 2, count - height))
  }

  /// The same of a list that stands around another row than the selected one, which is in view all the same.
  func firstRow(showing selection: Int, around center: Int, of count: Int) -> Int {
    min(max(firstRow(showing: center, of: count), selection - height + 1), selection)
  }

  /// The same of a list whose rows stand where a function says.
  func firstRow<Row>(
    showing selection: ListSelection<Row>, at place: (Row) -> Int, of count: Int
  ) -> Int {
    firstRow(showing: place(selection.row), around: place(selection.center), of: count)
  }

  /// The same of a list whose rows are numbers.
  func firstRow(showing selection: ListSelection<Int>, of count: Int) -> Int {
    firstRow(showing: selection, at: \.self, of: count)
  }
}
