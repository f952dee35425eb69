import TerminalCanvas
import Testing

struct LineChartTests {
  private func lines(_ series: Series, y: Axis, height: Int = 5) -> [String] {
    var canvas = Canvas(size: Size(width: 12, height: height), glyphs: .ascii)
    LineChart([series], x: Axis(from: 0, to: 11), y: y).draw(in: canvas.bounds, on: &canvas)
    return canvas.lines
  }

  @Test func aSpikeBetweenManyPointsStaysVisible() {
    let points = (0..<100_000).map { index in
      Bucket(x: Double(index) * 11 / 100_000, y: index == 50_000 ? 1 : 0)
    }
    let drawn = lines(Series("", points), y: Axis(from: 0, to: 1))
    #expect(drawn[0].contains("'") || drawn[0].contains("|"))
    #expect(drawn[2].contains("|"))
  }

  @Test func whatIsNotFiniteLeavesAGap() {
    let points = [0.5, 0.5, 0.5, .nan, .infinity, 0.5, 0.5].enumerated()
      .map { Bucket(x: Double($0.offset) * 2, y: $0.element) }
    let series = Series("", points)
    #expect(lines(series, y: Axis(from: 0, to: 1), height: 3)[1] == "  |----    -")
  }

  @Test func aLogAxisHasNoPlaceForZero() {
    let series = Series(
      "", [1, 1, 1, 0, -1, 1].enumerated().map { Bucket(x: 2 * Double($0), y: $1) })
    let drawn = lines(series, y: Axis(.logarithmic, from: 0.01, to: 1), height: 3)
    #expect(drawn == ["+'''''     '", "|", "+"])
  }

  /// From the left 4, 4/3, 4/7; from the right 16/7, 0, 0: each with the weights ½, ¼, … of its own past.
  @Test func smoothingDoesNotLag() {
    let series = Series("", [4, 0, .nan, 0].enumerated().map { Bucket(x: Double($0), y: $1) })
    let smooth = series.smoothed(0.5).points.map(\.last)
    for (index, value) in [(0, (4 + 16.0 / 7) / 2), (1, 2.0 / 3), (3, 2.0 / 7)] {
      #expect(abs(smooth[index] - value) < 1e-12)
    }
    #expect(smooth[2].isNaN && series.smoothed(0).points[1].last == 0)
    let ramp = Series("", (0...40).map { Bucket(x: Double($0), y: Double($0)) })
    #expect(abs(ramp.smoothed(0.8).points[20].last - 20) < 1e-9)
  }

  /// Three runs that end in one row, the last over the others: the name there, the first's, has a tab in its own color.
  @Test func noNameStandsBesideTheHeadOfAnother() {
    let curves = [
      ("first", Style(.series1)), ("second", Style(.series2)), ("third", Style(.series3)),
    ]
    .enumerated().map { index, look in
      Series(
        look.0, (0...9).map { Bucket(x: Double($0), y: 0.5 - 0.01 * Double(index)) },
        style: look.1, hasHead: true)
    }
    var canvas = Canvas(size: Size(width: 60, height: 9))
    LineChart(curves, x: Axis(from: 0, to: 9), y: Axis(from: 0, to: 1))
      .draw(in: canvas.bounds, on: &canvas)
    let row = canvas.lines.firstIndex { $0.contains("● ▌ first") } ?? 0
    let heads = (0..<60).filter { "●▌".contains(canvas[$0, row].character) }
    #expect(heads.map { canvas[$0, row].style.role } == [.series3, .series1])
    #expect(canvas.lines.count { $0.contains("●") } == 1)
  }

  /// A line at each tick, where it is far from there to the axis; dots of an ASCII curve would be lost among its own.
  @Test(arguments: [
    (60, 16, GlyphSet.braille, true), (60, 16, .ascii, false), (60, 10, .braille, false),
    (30, 16, .braille, false),
  ])
  func aLargePlotHasLinesAtItsTicks(width: Int, height: Int, glyphs: GlyphSet, has: Bool) {
    var canvas = Canvas(size: Size(width: width, height: height), glyphs: glyphs, showsTones: true)
    LineChart([], x: Axis(from: 0, to: 10), y: Axis(from: 0, to: 1))
      .draw(in: canvas.bounds, on: &canvas)
    let ticks = canvas.lines.filter { $0.contains("┤") }.dropLast()
    let lines = canvas.lines.filter { $0.contains("┈┈┈") }
    #expect(lines == (has ? Array(ticks) : []))
  }

  /// Of many ticks every other one has a line, from the axis of x on.
  @Test func linesAreFew() {
    var canvas = Canvas(size: Size(width: 60, height: 40), showsTones: true)
    LineChart([], x: Axis(from: 0, to: 10), y: Axis(from: 0, to: 1))
      .draw(in: canvas.bounds, on: &canvas)
    let ticks = canvas.lines.filter { $0.contains("┤") }
    #expect(ticks.count > 6)
    for (index, tick) in ticks.reversed().enumerated() {
      #expect(tick.contains("┈┈┈") == (index > 0 && index.isMultiple(of: 2)), "\(tick)")
    }
  }

  /// Nothing is drawn to the right of a head: its name stands right beside it.
  @Test func aNameStandsBesideItsHead() {
    let curve = Series(
      "now", (0...4).map { Bucket(x: Double($0), y: 0.5) }, style: .text, hasHead: true)
    var chart = LineChart([curve], x: Axis(from: 0, to: 20), y: Axis(from: 0, to: 1))
    func row() -> Substring {
      var canvas = Canvas(size: Size(width: 60, height: 6))
      chart.draw(in: canvas.bounds, on: &canvas)
      return canvas.lines.first { $0.contains("now") }?.drop { $0 != "●" } ?? ""
    }
    #expect(row().hasPrefix("● now"))
    chart.now = 2
    #expect(!row().hasPrefix("● now"), "what lies ahead is to the right")
  }

  /// Names that meet stand below one another in the order of their curves' ends, however the curves are ordered.
  @Test func namesStandInTheOrderOfTheEnds() {
    let ends = [("low", 0.1), ("top", 0.93), ("same", 0.5), ("also", 0.5), ("high", 0.9)]
    let curves = ends.map { Series($0.0, [Bucket(x: 0, y: 1), Bucket(x: 10, y: $0.1)]) }
    let plot = LineChart(curves, x: Axis(from: 0, to: 10), y: Axis(from: 0, to: 1))
    let names = chart(plot, 40, 8).lines.map { $0.suffix(6).filter(\.isLetter) }
    #expect(names.filter { !$0.isEmpty } == ["top", "high", "same", "also", "low"])
    #expect(
      chart(plot, 40, 7).lines.map { $0.suffix(6).filter(\.isLetter) }.count { !$0.isEmpty } == 5)
  }

  private func chart(_ chart: LineChart, _ width: Int, _ height: Int, _ glyphs: GlyphSet = .braille)
    -> Canvas
  {
    var canvas = Canvas(size: Size(width: width, height: height), glyphs: glyphs)
    chart.draw(in: canvas.bounds, on: &canvas)
    return canvas
  }

  /// The newest point is marked, and what has been seen before a step back is dim.
  @Test func thePresentIsMarkedAndTheFutureDim() {
    let points = (0...10).map { Bucket(x: Double($0), y: 0.5) }
    let curve = Series("", points, hasHead: true)
    let plot = LineChart([curve], x: Axis(from: 0, to: 10), y: Axis(from: 0, to: 1), now: 5)
    let canvas = chart(plot, 12, 3)
    #expect(canvas.lines[1] == "  │⠒⠒⠒⠒●⠒⠒⠒⠒")
    #expect(canvas[7, 1].style == Style(.series1))
    #expect(canvas[3, 1].style == Style(.series1) && canvas[9, 1].style == Style(.series1, .dim))
  }

  /// A smoothed curve lies above all raw ones, whichever came first.
  @Test func faintCurvesLieBelow() {
    let flat = (0...10).map { Bucket(x: Double($0), y: 0.5) }
    let bright = Series("", flat, style: Style(.series2))
    let plot = LineChart(
      [bright, Series("", flat).faint], x: Axis(from: 0, to: 10), y: Axis(from: 0, to: 1))
    #expect(chart(plot, 12, 3)[6, 1].style == Style(.series2))
  }

  @Test(
    arguments: [
      ([4e153], Scale.linear, "↑ beyond, at 4.00e153"), ([-3], .linear, "↓ beyond, at -3.00"),
      ([.nan, .infinity], .linear, "not a finite number"),
      ([0, -1], .logarithmic, "-1.00 has no place on a logarithmic axis"),
    ] as [([Double], Scale, String)])
  func whatCannotBeDrawnIsSaid(values: [Double], scale: Scale, note: String) {
    let points = values.enumerated().map { Bucket(x: Double($0.offset), y: $0.element) }
    let plot = LineChart(
      [Series("", points)], x: Axis(from: 0, to: 10), y: Axis(scale, from: 0.1, to: 1))
    #expect(chart(plot, 60, 6).text.contains(note))
  }

  private static let wildEnds: [(low: Double, high: Double)] = [
    (0.5, 2e307), (.leastNonzeroMagnitude, 1), (.leastNormalMagnitude / 1024, 1e-300),
    (1e300, 1.7e308),
  ]

  /// Losses of any size have a curve, whose axis reaches from the least of them to the largest.
  @Test(arguments: 3...60, Self.wildEnds)
  func aWildLossIsDrawnAtEveryHeight(height: Int, ends: (low: Double, high: Double)) {
    let points = (0...20).map { index in
      let share = Double(index) / 20
      return Bucket(x: Double(index), y: ends.low * (1 - share) + ends.high * share)
    }
    let axis = Axis(.logarithmic, from: ends.low, to: ends.high)
    let plot = LineChart([Series("", points)], x: Axis(from: 0, to: 20), y: axis)
    let canvas = Canvas(size: Size(width: 40, height: height))
    let aligned = plot.aligned(in: canvas.bounds)
    #expect(aligned.y.lower <= ends.low && aligned.y.upper >= ends.high)
    let lines = chart(aligned, 40, height).lines
    #expect(lines.joined().contains { ("⠁"..."⣿").contains($0) })
  }

  @Test func aCountMayBeOnALogarithmicAxis() {
    let points = (1...1000).map { Bucket(x: Double($0), y: 1 / Double($0)) }
    let plot = LineChart(
      [Series("", points)], x: Axis(.logarithmic, from: 1, to: 1000, whole: true),
      y: Axis(.logarithmic, from: 0.001, to: 1))
    let lines = chart(plot, 46, 12).lines
    #expect(lines.last?.split(separator: " ").map(String.init) == ["1", "10", "100", "1000"])
  }

  @Test func fractionsAndValuesAreInverse() {
    for axis in [Axis(from: -3, to: 7), Axis(.logarithmic, from: 1e-12, to: 1e3)] {
      for step in 0...50 {
        let fraction = Double(step) / 50
        #expect(abs((axis.fraction(of: axis.value(at: fraction)) ?? .nan) - fraction) < 1e-12)
      }
    }
  }
}
