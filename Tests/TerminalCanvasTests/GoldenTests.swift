import TerminalCanvas
import Testing

/// Each drawing as literal lines.
struct GoldenTests {
  private func lines(
    _ width: Int, _ height: Int, _ glyphs: GlyphSet, _ draw: (Rect, inout Canvas) -> Void
  ) -> [String] {
    var canvas = Canvas(size: Size(width: width, height: height), glyphs: glyphs)
    draw(canvas.bounds, &canvas)
    return canvas.lines
  }

  private let loss = LineChart(
    [
      Series("A", (0...40).map { Bucket(x: Double($0), y: 1 / (1 + Double($0) / 8)) }),
      Series(
        "B", (0...40).map { Bucket(x: Double($0), y: 0.9) }, style: Style(.series2),
        pattern: .dashed),
    ],
    x: Axis(from: 0, to: 40), y: Axis(from: 0, to: 1), marks: [Mark(x: 20, "η 0.2")])

  private let plane = Axis(from: 0, to: 1)

  private var regions: ScatterPlot {
    ScatterPlot(
      [PlotPoint(x: 0.2, y: 0.3), PlotPoint(x: 0.8, y: 0.7, group: 1)], x: plane, y: plane,
      field: Field(size: Size(width: 24, height: 8), x: plane, y: plane) { x, _ in
        Tone(.sign, 2 * x - 1)
      })
  }

  private let weights = HeatMap([[0.12, -0.98, 0], [1, .nan, -0.5]])

  private func runs(selected: Int) -> TextTable {
    TextTable(
      [
        TableColumn("run", priority: 2), TableColumn("η", alignment: .trailing, priority: 1),
        TableColumn("note"),
      ],
      rows: (1...9).map { ["A\($0)", "0.\($0)", "same start"] }, selected: selected)
  }

  @Test func lineChart() {
    #expect(
      lines(40, 9, .braille) { loss.draw(in: $0, on: &$1) } == [
        "                     η 0.2",
        "1.0 ┤⠤⠤ ⠤⠤ ⠤⠤ ⠤⠤ ⠤⠤⠄⠠⠤⠄⠠⠤⠄⠠⠤⠄⠠⠤⠄ ⠤⠤ ⠤⠤ B",
        "    │ ⠈⢆⡀            ┊",
        "0.5 ┤   ⠈⠢⣀⣀         ┊",
        "    │       ⠑⠒⠢⠤⣀⣀⡀  ┊",
        "    │             ⠈⠉⠉⠒⠒⠒⠒⠤⠤⠤⠤⠤⣀⣀⣀⣀⣀⣀⣀⣀ A",
        "0.0 ┤                ┊",
        "    └┬───────────────┬───────────────┬",
        "     0              20              40",
      ])
    #expect(
      lines(40, 9, .block) { loss.draw(in: $0, on: &$1) } == [
        "                     η 0.2",
        "1.0 ┤▄▗▖▄▗▖▄▗▖▄▗▄▄▖▄▗▖▄▗▖▄▗▖▄▗▄▄▖▄▗▖▄▗ B",
        "    │ ▀▄▖            ┊",
        "0.5 ┤   ▝▚▄▄         ┊",
        "    │       ▀▀▚▄▄▄▖  ┊",
        "    │             ▝▀▀▀▀▀▀▄▄▄▄▄▄▄▄▄▄▄▄▄ A",
        "0.0 ┤                ┊",
        "    └┬───────────────┬───────────────┬",
        "     0              20              40",
      ])
    #expect(
      lines(40, 9, .ascii) { loss.draw(in: $0, on: &$1) } == [
        "                     eta 0.2",
        "1.0 +---- ---- ---- ---- ---- ---- --  B",
        "    | '-_            :",
        "0.5 +    '__         :",
        "    |       ''-____  :",
        "    |              '''------._________ A",
        "0.0 +                :",
        "    ++---------------+---------------+",
        "     0              20              40",
      ])
  }

  @Test func scatterPlot() {
    #expect(
      lines(30, 8, .braille) { regions.draw(in: $0, on: &$1) } == [
        "1.0 ┤      ······░░░░░░░▒▒▒▒▒▒",
        "    │      ······░░░░░░░ x ▒▒▒",
        "0.5 ┤      ······░░░░░░░▒▒▒▒▒▒",
        "    │      ······░░░░░░░▒▒▒▒▒▒",
        "    │     o ·····░░░░░░░▒▒▒▒▒▒",
        "0.0 ┤      ······░░░░░░░▒▒▒▒▒▒",
        "    └┬───────────┬───────────┬",
        "    0.0         0.5        1.0",
      ])
    #expect(
      lines(30, 8, .ascii) { regions.draw(in: $0, on: &$1) } == [
        "1.0 +      ......:::::::######",
        "    |      ......::::::: x ###",
        "0.5 +      ......:::::::######",
        "    |      ......:::::::######",
        "    |     o .....:::::::######",
        "0.0 +      ......:::::::######",
        "    ++-----------+-----------+",
        "    0.0         0.5        1.0",
      ])
  }

  @Test func heatMapOfNumbers() {
    #expect(
      lines(21, 2, .braille) { weights.draw(in: $0, on: &$1) } == [
        "+0.120 -0.980  0.000",
        "+1.000    nan -0.500",
      ])
    #expect(
      lines(21, 2, .ascii) { weights.draw(in: $0, on: &$1) } == [
        "+0.120 -0.980  0.000",
        "+1.000    nan -0.500",
      ])
  }

  @Test func heatMapOfShades() {
    #expect(
      lines(9, 2, .braille) { weights.draw(in: $0, on: &$1) } == [
        "+░-█ 0",
        "+█? -▓",
      ])
    #expect(
      lines(9, 2, .ascii) { weights.draw(in: $0, on: &$1) } == [
        "+.-# 0",
        "+#? -*",
      ])
  }

  @Test func table() {
    #expect(
      lines(30, 5, .braille) { runs(selected: 4).draw(in: $0, on: &$1) } == [
        "run    η  note",
        "A3   0.3  same start         ▲",
        "A4   0.4  same start",
        "A5   0.5  same start",
        "A6   0.6  same start         ▼",
      ])
    #expect(
      lines(30, 5, .ascii) { runs(selected: 4).draw(in: $0, on: &$1) } == [
        "run  eta  note",
        "A3   0.3  same start         ^",
        "A4   0.4  same start",
        "A5   0.5  same start",
        "A6   0.6  same start         v",
      ])
  }

  @Test func narrowTable() {
    #expect(
      lines(13, 4, .braille) { runs(selected: 8).draw(in: $0, on: &$1) } == [
        "run    η",
        "A7   0.7    ▲",
        "A8   0.8",
        "A9   0.9",
      ])
    #expect(
      lines(13, 4, .ascii) { runs(selected: 8).draw(in: $0, on: &$1) } == [
        "run  eta",
        "A7   0.7    ^",
        "A8   0.8",
        "A9   0.9",
      ])
  }
}
