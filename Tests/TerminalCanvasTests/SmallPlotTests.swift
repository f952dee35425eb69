import TerminalCanvas
import Testing

/// What a plot leaves out where there is little room: first the names and marks, then numbers, then axes.
struct SmallPlotTests {
  private let curve = LineChart(
    [Series("sgd", [Bucket(x: 0, y: 0), Bucket(x: 9, y: 1)])], x: Axis(from: 0, to: 9),
    y: Axis(from: 0, to: 1), marks: [Mark(x: 6, "step")])

  private func lines(_ width: Int, _ height: Int, _ glyphs: GlyphSet = .ascii) -> [String] {
    drawn(width, height, glyphs) { curve.draw(in: $0, on: &$1) }.lines
  }

  @Test func theMarksHaveARowFromSevenRowsOn() {
    #expect(
      lines(20, 7) == [
        "              step",
        "1 +           : _--'",
        "  |        __-''",
        "  |    __-'   :",
        "0 +_--'       :",
        "  ++---+----+----+--",
        "  0.0 2.5  5.0  7.5",
      ])
    #expect(
      lines(20, 6) == [
        "1 +           : _--'",
        "  |        __-''",
        "  |    __-'   :",
        "0 +_--'       :",
        "  ++---+----+----+--",
        "  0.0 2.5  5.0  7.5",
      ])
  }

  @Test func thePositionAxisIsItsNumbersInFiveRows() {
    #expect(
      lines(20, 5) == [
        "1 +           : _--'",
        "  |        __-''",
        "  |    __-'   :",
        "0 +_--'       :",
        "  0.0 2.5  5.0  7.5",
      ])
    #expect(lines(7, 6).allSatisfy { !$0.contains("-") || !$0.hasPrefix("++") })
  }

  @Test func numbersGoBeforeTheAxis() {
    #expect(
      lines(12, 3) == [
        "1 +      _-'",
        "  |   _-':",
        "0 +_-'   :",
      ])
    #expect(
      lines(11, 3) == [
        "1 +     _-'",
        "  |   _':",
        "0 +_-'  :",
      ])
    #expect(lines(4, 2).allSatisfy { $0.hasPrefix("+") || $0.hasPrefix("|") })
    #expect(!lines(3, 2).joined().contains("|") && !lines(20, 1).joined().contains("+"))
  }

  /// A number of one digit, a blank, the axis and eight columns of plot.
  @Test func numbersNeedTenColumns() {
    #expect(lines(10, 3)[0].hasPrefix("1 +") && lines(9, 3)[0].hasPrefix("+"))
  }

  @Test func namesNeedThirtyColumns() {
    #expect(lines(30, 8).contains { $0.hasSuffix("sgd") })
    #expect(!lines(29, 8).contains { $0.hasSuffix("sgd") })
  }

  @Test func theRolesOfAPlot() {
    #expect(
      drawn(34, 8) { curve.draw(in: $0, on: &$1) }.lines == [
        "                     step",
        "1.0 ┤                ┊   ⣀⡠⠤⠒⠉ sgd",
        "    │               ⣀⡠⠔⠒⠉",
        "0.5 ┤          ⣀⠤⠔⠒⠉ ┊",
        "    │     ⣀⠤⠔⠊⠉      ┊",
        "0.0 ┤⣀⠤⠒⠊⠉           ┊",
        "    └┬─────┬──────┬──────┬────",
        "    0.0   2.5    5.0    7.5",
      ])
    #expect(
      drawn(34, 8) { curve.draw(in: $0, on: &$1) }.roles == [
        "                     aaaa",
        "mmm r                a   11111 111",
        "    r               11111",
        "mmm r          11111 a",
        "    r     11111      a",
        "mmm r11111           a",
        "    rrrrrrrrrrrrrrrrrrrrrrrrrr",
        "    mmm   mmm    mmm    mmm",
      ])
  }
}
