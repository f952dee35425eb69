/// What is selected in a list, and the row around which the list stands on the screen.
///
/// Keys take the list along; a click selects what the mouse points at, and nothing moves under it.
struct ListSelection<Row: Hashable & Sendable>: Hashable, Sendable {
  /// The selected row.
  var row: Row { didSet { center = row } }
  /// The row that the list shows near its middle.
  private(set) var center: Row

  init(_ row: Row) { (self.row, center) = (row, row) }

  /// Selects a row that is in view.
  mutating func point(at row: Row) { (self.row, center) = (row, center) }
}
