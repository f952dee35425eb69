import TerminalCanvas
import Testing

struct TableTests {
  private func table(_ count: Int, selected: Int? = nil) -> TextTable {
    TextTable(
      [
        TableColumn("run"), TableColumn("loss", alignment: .trailing, priority: 2),
        TableColumn("note", alignment: .center, priority: 1),
      ],
      rows: (1...count).map { ["A\($0)", StyledText("\($0 * $0)", .accent), "n\($0)"] },
      selected: selected)
  }

  private func drawing(_ table: TextTable, _ width: Int, _ height: Int) -> Canvas {
    drawn(width, height) { table.draw(in: $0, on: &$1) }
  }

  @Test func columnsAreAlignedUnderTheirTitles() {
    let canvas = drawing(table(4), 20, 5)
    #expect(
      canvas.lines == [
        "run  loss  note", "A1      1   n1", "A2      4   n2", "A3      9   n3", "A4     16   n4",
      ])
    #expect(
      canvas.roles == [
        "hhh  hhhh  hhhh",
        "tt      a   tt",
        "tt      a   tt",
        "tt      a   tt",
        "tt     aa   tt",
      ])
  }

  @Test func theSelectedRowIsReversedAndNoOther() {
    let canvas = drawing(table(9, selected: 5), 20, 5)
    #expect(
      canvas.lines == [
        "run  loss  note", "A4     16   n4     ▲", "A5     25   n5", "A6     36   n6",
        "A7     49   n7     ▼",
      ])
    func isReversed(_ x: Int, _ y: Int) -> Bool {
      canvas[x, y].style.attributes.contains(.reversed)
    }
    #expect((0..<20).filter { isReversed($0, 3) } == Array(0..<15), "as far as there are columns")
    #expect([1, 2, 4].allSatisfy { row in !(0..<20).contains { isReversed($0, row) } })
    #expect(canvas[19, 1].style == .muted && canvas[19, 4].style == .muted)
    #expect(canvas[7, 3].style == Style(.text, .reversed), "one bar, whatever the hues in it")
  }

  /// Reversed, a small curve would be filled where it is empty.
  @Test func aPictureInTheSelectedRowStaysAsItIs() {
    let columns = [TableColumn("w"), TableColumn("way", isPicture: true), TableColumn("b")]
    let table = TextTable(columns, rows: [["1", "▂▅▇", "2"]], selected: 0)
    let reversed = { (canvas: Canvas) in
      (0..<10).filter { canvas[$0, 1].style.attributes.contains(.reversed) }
    }
    #expect(reversed(drawing(table, 10, 2)) == [0, 1, 2, 6, 7, 8])
  }

  @Test(arguments: [(0, 1...4, "▼"), (8, 6...9, "▲"), (nil, 1...4, "▼")])
  func rowsScrollToTheSelection(selected: Int?, shown: ClosedRange<Int>, arrow: String) {
    let lines = drawing(table(9, selected: selected), 20, 5).lines.dropFirst()
    #expect(lines.map { $0.prefix(2) } == shown.map { "A\($0)" })
    #expect(lines.joined().filter { "▲▼".contains($0) } == arrow)
  }

  /// Columns go by their priority, the last of equals first; the one that stays is cut.
  @Test func columnsWithoutRoomGo() {
    // Two columns go to the arrow.
    let titles = { (width: Int) in drawing(table(2), width, 2).lines[0] }
    #expect(titles(17) == "run  loss  note" && titles(16) == "loss  note")
    #expect(titles(12) == "loss  note" && titles(11) == "loss" && titles(5) == "lo…")
    let equal = TextTable(["a", "b", "c"].map { TableColumn($0) }, rows: [["1", "2", "3"]])
    #expect(drawing(equal, 6, 2).lines == ["a  b", "1  2"])
  }

  @Test func missingCellsAreBlank() {
    var table = table(2)
    table.rows[0] = ["A1"]
    #expect(drawing(table, 20, 3).lines == ["run  loss  note", "A1", "A2      4   n2"])
  }

  /// A header takes a row only where it says something and a row is left.
  @Test func aHeaderNeedsTitlesAndRoom() {
    #expect(drawing(table(3, selected: 1), 20, 1).lines == ["A2      4   n2     ▼"])
    let untitled = TextTable([TableColumn(""), TableColumn("")], rows: [["a", "b"], ["c", "d"]])
    #expect(drawing(untitled, 9, 2).lines == ["a  b", "c  d"])
    let half = TextTable([TableColumn(""), TableColumn("x")], rows: [["a", "b"]])
    #expect(drawing(half, 9, 2).lines == ["   x", "a  b"])
  }

  @Test func arrowsNeedRoomBesideTheRows() {
    #expect(
      drawing(table(9), 2, 3).lines == [
        "l…",
        " 1",
        " 4",
      ])
    #expect(
      drawing(table(9), 3, 3).lines == [
        "…",
        "1",
        "4 ▼",
      ])
  }
}
