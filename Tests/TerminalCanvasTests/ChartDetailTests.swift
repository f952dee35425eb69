import TerminalCanvas
import Testing

/// The marks, patterns, words and heads of a line chart.
struct ChartDetailTests {
  /// Marks whose words would meet leave the earlier one out; marks beyond the axis are not there.
  @Test func wordsOfMarksDoNotMeet() {
    let marks = [Mark(x: 2, "lr 0.2"), Mark(x: 4, "lr 0.1", style: .warning), Mark(x: 12, "far")]
    func drawing(_ marks: [Mark]) -> Canvas {
      drawn(29, 8, .ascii) {
        LineChart([], x: Axis(from: 0, to: 9), y: Axis(from: 0, to: 1), marks: marks)
          .draw(in: $0, on: &$1)
      }
    }
    #expect(
      drawing(marks).lines == [
        "               lr 0.1",
        "1.0 +     :    :",
        "    |     :    :",
        "0.5 +     :    :",
        "    |     :    :",
        "0.0 +     :    :",
        "    ++-----+------+------+---",
        "    0.0   2.5    5.0    7.5",
      ])
    #expect(
      drawing(marks).roles == [
        "               !! !!!",
        "mmm r     a    !",
        "    r     a    !",
        "mmm r     a    !",
        "    r     a    !",
        "mmm r     a    !",
        "    rrrrrrrrrrrrrrrrrrrrrrrrr",
        "    mmm   mmm    mmm    mmm",
      ])
    #expect(drawing(marks).text == drawing(marks.reversed()).text)
    #expect(drawing([Mark(x: 9, "at the end")]).lines[0].hasSuffix(" at the end"))
    let neighbors = [Mark(x: 0, "one"), Mark(x: 3, "two")]
    #expect(drawing(neighbors).lines[0].split(separator: " ") == ["one", "two"])
  }

  /// A bucket of many steps is a column from its least to its largest value.
  @Test func bucketsAreAsTallAsTheyReach() {
    let buckets = (0..<6).map {
      Bucket(x: Double($0) * 2, minimum: 0.2, maximum: $0 == 3 ? 1 : 0.4, last: 0.3)
    }
    let chart = LineChart([Series("", buckets)], x: Axis(from: 0, to: 10), y: Axis(from: 0, to: 1))
    #expect(
      drawn(16, 7, .ascii) { chart.draw(in: $0, on: &$1) }.lines.dropLast(2) == [
        "1.0 +      |",
        "    |      |",
        "0.5 +_ _ _ | _ _",
        "    ||-|-|-|-|-|",
        "0.0 +",
      ])
  }

  /// Solid, dashed and dotted, each set of glyphs with what it has.
  @Test(arguments: [
    (GlyphSet.braille, ["⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒", "⠒⠒⠂ ⠐⠒⠒⠂ ⠐⠒⠒⠂", "⠂⠂⠐ ⠂⠐ ⠂⠐ ⠂⠐"]),
    (.block, ["▀▀▀▀▀▀▀▀▀▀▀▀▀", "▀ ▀▘▝▀ ▀▘▝▀ ▀", "▀▝▝▝▝▝▝▝▝▝▝▝▝"]),
    (.ascii, ["-------------", "--  ---  ---", "-- - - - - -"]),
  ])
  func patternsTellCurvesApart(glyphs: GlyphSet, rows: [String]) {
    let drawings = LinePattern.allCases.map { pattern in
      let series = Series("", [Bucket(x: 0, y: 0.5), Bucket(x: 1, y: 0.5)], pattern: pattern)
      let chart = LineChart([series], x: Axis(from: 0, to: 1), y: Axis(from: 0, to: 1))
      return drawn(13, 1, glyphs) { chart.draw(in: $0, on: &$1) }.text
    }
    #expect(drawings == rows)
  }

  /// Each curve that cannot be seen has its words, in its own color: from the top what is above, from the bottom the rest.
  @Test func wordsForCurvesThatAreElsewhere() {
    func flat(_ name: String, _ value: Double, _ role: Role) -> Series {
      Series(name, [Bucket(x: 0, y: value), Bucket(x: 5, y: value)], style: Style(role))
    }
    let curves = [
      flat("A", 40, .series1), flat("B", -7, .series2), flat("C", .nan, .series3),
      flat("D", -9, .series4), flat("E", 0.5, .accent),
      Series("F", [Bucket(x: 99, y: 40)], style: .positive),
    ]
    let canvas = drawn(28, 9) {
      LineChart(curves, x: Axis(from: 0, to: 9), y: Axis(from: 0, to: 1)).draw(in: $0, on: &$1)
    }
    #expect(
      canvas.lines == [
        "1.0 ┤ A ↑ beyond, at 40.0",
        "    │ C not a finite number",
        "    │",
        "0.5 ┤⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒",
        "    │",
        "    │ D ↓ beyond, at -9.00",
        "0.0 ┤ B ↓ beyond, at -7.00",
        "    └┬─────┬─────┬──────┬───",
        "    0.0   2.5   5.0    7.5",
      ])
    #expect(
      canvas.roles == [
        "mmm r 1 1 1111111 11 1111",
        "    r 3 333 3 333333 333333",
        "    r",
        "mmm raaaaaaaaaaaaa",
        "    r",
        "    r 4 4 4444444 44 44444",
        "mmm r 2 2 2222222 22 22222",
        "    rrrrrrrrrrrrrrrrrrrrrrrr",
        "    mmm   mmm   mmm    mmm",
      ])
  }

  @Test func wordsForCurvesEndWhereTheyMeet() {
    let curves = (1...4).map { Series("n\($0)", [Bucket(x: 0, y: $0 < 3 ? 9 : -9)]) }
    let canvas = drawn(24, 3) {
      LineChart(curves, x: Axis(from: 0, to: 9), y: Axis(from: 0, to: 1)).draw(in: $0, on: &$1)
    }
    #expect(
      canvas.lines == [
        "1 ┤ n1 ↑ beyond, at 9.00",
        "  │ n2 ↑ beyond, at 9.00",
        "0 ┤ n3 ↓ beyond, at -9.…",
      ])
  }

  /// Where time has gone back, the name stands at the present and the dim future keeps its line.
  @Test func namesStandWhereTheCurveIsNow() {
    let falling = Series("run", (0...10).map { Bucket(x: Double($0), y: 1 - Double($0) / 10) })
    func row(_ now: Double?) -> Int? {
      let chart = LineChart([falling], x: Axis(from: 0, to: 10), y: Axis(from: 0, to: 1), now: now)
      return drawn(40, 9) { chart.draw(in: $0, on: &$1) }.lines.firstIndex { $0.contains("run") }
    }
    #expect([0, 5, 10, nil].map(row) == [0, 3, 6, 6])
  }

  /// A head outside the plot is not drawn, nor one without a place.
  @Test func headsAreWhereTheCurveIs() {
    func heads(_ last: Double, now: Double? = nil) -> Int {
      let series = Series("", [Bucket(x: 0, y: 0.5), Bucket(x: 5, y: last)], hasHead: true)
      let chart = LineChart([series], x: Axis(from: 0, to: 9), y: Axis(from: 0, to: 1), now: now)
      return drawn(20, 5) { chart.draw(in: $0, on: &$1) }.text.count { $0 == "●" }
    }
    #expect([0.2, 1.5, .nan].map { heads($0) } == [1, 0, 0])
    #expect(heads(1.5, now: 3) == 1, "its past is in the plot")
    #expect(Series("a", [], hasHead: true).faint.hasHead == false)
    #expect(Series("a", []).faint.name.isEmpty)
  }
}
