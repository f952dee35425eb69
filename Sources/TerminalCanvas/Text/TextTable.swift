/// A column of a table.
public struct TableColumn: Hashable, Sendable {
  /// Written above the column.
  public var title: String
  /// Where the cells stand in the column.
  public var alignment: Alignment
  /// Columns of low priority go first when room is short; the highest stays.
  public var priority: Int
  /// Whether its cells are small pictures, which would show the opposite in a reversed row.
  public var isPicture: Bool

  /// Makes a column.
  public init(
    _ title: String, alignment: Alignment = .leading, priority: Int = 0, isPicture: Bool = false
  ) {
    self.title = title
    self.alignment = alignment
    self.priority = priority
    self.isPicture = isPicture
  }
}

/// Rows of text in columns, with a header and one row that may be selected.
public struct TextTable: Hashable, Sendable {
  /// The columns from left to right.
  public var columns: [TableColumn]
  /// The rows; a missing cell is blank.
  public var rows: [[StyledText]]
  /// The selected row, which stays in view.
  public var selected: Int?

  /// Makes a table.
  public init(_ columns: [TableColumn], rows: [[StyledText]], selected: Int? = nil) {
    self.columns = columns
    self.rows = rows
    self.selected = selected
  }

  /// Draws the table in a rectangle of any size; columns and rows without room are left out.
  ///
  /// Arrows at the right show that there are rows above or below.
  public func draw(in rect: Rect, on canvas: inout Canvas) {
    let hasHeader = rect.height >= 2 && columns.contains { !$0.title.isEmpty }
    let (header, body) = rect.split(top: hasHeader ? 1 : 0)
    let visible = visibleRows(height: body.height)
    let overflows = visible.count < rows.count && rect.width >= 3
    let area = body.inset(right: overflows ? 2 : 0)
    let shown = widths(in: area.width, glyphs: canvas.glyphs)
    if hasHeader {
      draw(columns.map { StyledText($0.title, .heading) }, shown, in: header, on: &canvas)
    }
    for (row, index) in visible.enumerated() {
      draw(rows[index], shown, in: area.inset(top: row), on: &canvas)
      if index == selected { highlight(shown, in: area.inset(top: row), on: &canvas) }
    }
    if overflows {
      canvas.drawArrows(
        above: visible.lowerBound > 0, below: visible.upperBound < rows.count, in: body)
    }
  }

  /// The rows that may come into view in so many, a few more than can be seen: only they need be written out.
  public static func rowsInReach(around selected: Int?, of count: Int, height: Int) -> Range<Int> {
    let middle = selected ?? 0
    let first = max(0, min(middle, count - height) - height)
    return first..<max(first, min(count, middle + 2 * height + 2))
  }

  /// The rows to show, with the selected one near the middle.
  private func visibleRows(height: Int) -> Range<Int> {
    let last = max(0, rows.count - height)
    let first = min(last, max(0, (selected ?? 0) - height / 2))
    return first..<min(rows.count, first + height)
  }

  /// The columns that have room and their widths; the last one left is cut.
  private func widths(in room: Int, glyphs: GlyphSet) -> [(index: Int, width: Int)] {
    var shown = columns.indices.map { index in
      let cells = rows.map { index < $0.count ? glyphs.columns(of: $0[index]) : 0 }
      return (
        index: index, width: max(glyphs.columns(of: columns[index].title), cells.max() ?? 0)
      )
    }
    while shown.count > 1, shown.reduce(-2, { $0 + $1.width + 2 }) > room {
      let least = shown.indices.reversed().min { left, right in
        columns[shown[left].index].priority < columns[shown[right].index].priority
      }
      if let least { shown.remove(at: least) }
    }
    return shown.map { ($0.index, min($0.width, room)) }
  }

  private func draw(
    _ cells: [StyledText], _ shown: [(index: Int, width: Int)], in area: Rect,
    on canvas: inout Canvas
  ) {
    var rest = area
    for (index, width) in shown {
      let (place, right) = rest.split(left: width)
      if index < cells.count {
        canvas.write(cells[index], in: place, alignment: columns[index].alignment)
      }
      rest = right.inset(left: 2)
    }
  }

  /// Makes one bar of a row as far as it has columns, all but its pictures: a number's own hue would tear it.
  private func highlight(
    _ shown: [(index: Int, width: Int)], in area: Rect, on canvas: inout Canvas
  ) {
    var pictures: Set<Int> = []
    var x = area.x
    for (index, width) in shown {
      if columns[index].isPicture { pictures.formUnion(x..<x + width) }
      x += width + 2
    }
    let end = min(area.maxX, x - 2)
    for x in area.x..<max(area.x, end) where area.height > 0 && !pictures.contains(x) {
      canvas.restyle(x: x, y: area.y) {
        $0 = Style(.text, $0.attributes.subtracting(.dim).union(.reversed))
      }
    }
  }

}
