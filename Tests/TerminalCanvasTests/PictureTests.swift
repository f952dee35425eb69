import TerminalCanvas
import Testing

/// Pictures of amounts as literal lines, with tones and without.
struct PictureTests {
  private func lines(
    _ width: Int, _ height: Int, _ glyphs: GlyphSet = .braille,
    _ draw: (Rect, inout Canvas) -> Void
  ) -> [String] {
    drawn(width, height, glyphs, draw).lines
  }

  @Test(arguments: [
    (1, "████████", "########"), (0.5, "████", "####"), (0.55, "████▍", "####-"),
    (1e-9, "▏", "-"), (0, "", ""), (-1, "", ""), (9, "████████", "########"),
  ])
  func barsHaveEighths(fraction: Double, braille: String, ascii: String) {
    #expect(lines(8, 1) { Bar(fraction).draw(in: $0, on: &$1) } == [braille])
    #expect(lines(8, 1, .ascii) { Bar(fraction).draw(in: $0, on: &$1) } == [ascii])
  }

  @Test func aHistogramIsARowOfColumns() {
    let values = [0.1, 0.2, 0.3, 0.35, 0.6, 0.65, 0.66, 0.9, 7, .nan]
    let histogram = Histogram(of: values, bins: 4, over: Axis(from: 0, to: 1))
    #expect(histogram.counts == [2, 2, 3, 1] && histogram.outside == 2)
    #expect(lines(4, 1) { histogram.sparkline().draw(in: $0, on: &$1) } == ["▆▆█▃"])
    #expect(lines(8, 1) { histogram.sparkline().draw(in: $0, on: &$1) } == ["▆▆▆▆██▃▃"])
    #expect(lines(4, 1, .ascii) { histogram.sparkline().draw(in: $0, on: &$1) } == ["**#-"])
  }

  @Test func aSparklineShowsAverages() {
    let line = Sparkline([0, 1, 4, 4, 8, 8, .nan, 0], axis: Axis(from: 0, to: 8))
    #expect(lines(8, 1) { line.draw(in: $0, on: &$1) } == [" ▂▅▅██?"])
    #expect(lines(4, 1) { line.draw(in: $0, on: &$1) } == ["▁▅█?"])
  }

  @Test func ridgesRiseOverThoseBehind() {
    let ridges = [[0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]].map {
      Ridgeline.Ridge($0, style: .accent)
    }
    #expect(
      lines(4, 5) { Ridgeline(ridges).draw(in: $0, on: &$1) } == [
        " █", " ██", "▁███", "▁▁██", "▁▁▁█",
      ])
  }

  @Test func timeIsALine() {
    let line = Scrubber(last: 100, now: 50, marks: [25])
    let rect = Rect(x: 0, y: 0, width: 17, height: 1)
    #expect(lines(17, 1) { line.draw(in: $0, on: &$1) } == ["0 ━━━┼━●───── 100"])
    #expect(lines(17, 1, .ascii) { line.draw(in: $0, on: &$1) } == ["0 ===+=*----- 100"])
    #expect(line.moment(at: Point(x: 2, y: 0), in: rect) == 0)
    #expect(line.moment(at: Point(x: 12, y: 0), in: rect) == 100)
    #expect(line.moment(at: Point(x: 7, y: 0), in: rect) == 50)
    #expect(line.moment(at: Point(x: 0, y: 0), in: rect) == nil)
    #expect(line.moment(at: Point(x: 5, y: 1), in: rect) == nil)
  }

  @Test func aScaleStandsBesideItsPicture() {
    let scale = ToneScale(.magnitude, over: Axis(.logarithmic, from: 1e-7, to: 1))
    #expect(
      lines(40, 1) { ScaleBar(scale).draw(in: $0, on: &$1) } == [
        "1.0e-7   ····░░░░▒▒▒▒▓▓▓▓███ 1.0"
      ])
    #expect(lines(8, 1) { ScaleBar(scale).draw(in: $0, on: &$1) } == [""])
    #expect(scale.tone(1e-9)?.level == 0 && scale.tone(0)?.level == 0 && scale.tone(5)?.level == 20)
    #expect(scale.tone(.nan) == nil && ToneScale(reaching: 2).tone(-2)?.level == 0)
  }

  @Test func aMatrixIsCellsOfTones() {
    let map = HeatMap([[1, -1, 0], [0.5, .nan, -0.5]])
    let wide = drawn(21, 2, tones: true) { map.draw(in: $0, on: &$1) }
    #expect(wide.lines == ["+1.000 -1.000  0.000", "+0.500    nan -0.500"])
    #expect(
      wide[3, 0].style.ground == Tone(.sign, 1) && wide[10, 0].style.ground == Tone(.sign, -1))
    let narrow = drawn(6, 2, tones: true) { map.draw(in: $0, on: &$1) }
    #expect(narrow.lines == ["", "  ?"])
    #expect(narrow[5, 1].style.ground == Tone(.sign, -0.5))
    let dense = drawn(6, 1, tones: true) { map.draw(in: $0, on: &$1) }
    #expect(dense.lines == ["▄▄▀▀▄▄"], "what is no number has no half")
    #expect(dense[0, 0].style == Style(tone: Tone(.sign, 0.5), ground: Tone(.sign, 1)))
  }

  @Test func countsHaveColumnsAndDots() {
    let scale = ToneScale(.magnitude, over: Axis(from: 0, to: 40))
    let map = HeatMap([[39, 0, 1], [0, 40, 0]], scale: scale, label: .whole)
    #expect(lines(12, 2) { map.draw(in: $0, on: &$1) } == [" 39   ·   1", "  ·  40   ·"])
    #expect(lines(3, 2) { map.draw(in: $0, on: &$1) } == ["900", "090"])
  }

  @Test func imagesGrowInWholeSteps() {
    let image = PixelImage([1, 0, 0, 1], columns: 2)
    #expect(lines(9, 2) { image.draw(in: $0, on: &$1) } == ["██", "  ██"])
    #expect(lines(4, 5, .ascii) { image.draw(in: $0, on: &$1) }.prefix(2) == ["@@", "  @@"])
    let tones = drawn(9, 2, tones: true) { image.draw(in: $0, on: &$1) }
    #expect(
      tones[0, 0].style.ground == Tone(.gray, 1) && tones[2, 0].style.ground == Tone(.gray, 0))
    #expect(tones[4, 0].style == Style())
    let small = PixelImage((0..<64).map { $0 % 2 == 0 ? 1 : 0 }, columns: 8)
    let place = small.draw(in: Rect(x: 0, y: 0, width: 4, height: 2), on: &Self.scratch)
    #expect(place == Rect(x: 0, y: 0, width: 4, height: 2))
  }

  nonisolated(unsafe) private static var scratch = Canvas(
    size: Size(width: 9, height: 9), showsTones: true)

  @Test func thickLinesAreThicker() {
    func drawn(_ thickness: Int) -> String {
      lines(4, 1) { _, canvas in
        var raster = Raster(size: Size(width: 4, height: 1), glyphs: .braille)
        raster.line(
          from: Point(x: 0, y: 1), to: Point(x: 7, y: 1), thickness: thickness, style: .text)
        raster.draw(on: &canvas, at: Point(x: 0, y: 0))
      }[0]
    }
    #expect([1, 2, 3].map(drawn) == ["⠒⠒⠒⠒", "⠶⠶⠶⠶", "⠿⠿⠿⠿"])
  }

  /// The line where a surface has a level, and where three classes meet.
  @Test func contoursPartThePlane() {
    let size = Size(width: 8, height: 8)
    let slope = (0..<64).map { Double($0 % 8) }
    let level = Contour(at: 3.5, of: slope, size: size)
    let third = (0..<64).flatMap { sample -> [Double] in
      let (y, x) = (sample / 8, sample % 8)
      return y < 4 ? [1, 0, 0] : x < 4 ? [0, 1, 0] : [0, 0, 1]
    }
    let borders = Contour(ofClassScores: third, classes: 3, size: size)
    func drawn(_ contour: Contour) -> [String] {
      lines(20, 9) {
        ScatterPlot([], x: Axis(from: 0, to: 1), y: Axis(from: 0, to: 1), contours: [contour])
          .draw(in: $0, on: &$1)
      }
    }
    #expect(
      drawn(level) == [
        "1.0 ┤       ⢰", "    │       ⢸", "    │       ⢸", "0.5 ┤       ⢸", "    │       ⢸",
        "    │       ⢸", "0.0 ┤       ⠸", "    └┬──────┬──────┬", "    0.0    0.5   1.0",
      ])
    #expect(
      drawn(borders) == [
        "1.0 ┤", "    │", "    │", "0.5 ┤⠠⠤⠤⠤⠤⠤⠤⢤⠤⠤⠤⠤⠤⠤⠄", "    │       ⢸", "    │       ⢸",
        "0.0 ┤       ⠸", "    └┬──────┬──────┬", "    0.0    0.5   1.0",
      ])
    #expect(
      Contour(at: 0.5, of: Array(repeating: 0.5 + 1e-9, count: 64), size: size)
        == Contour(at: 0.5, of: [], size: Size(width: 0, height: 0)))
  }

  /// A height stands on its line where no way runs over it; where one runs along all of it, nowhere.
  @Test func heightsKeepOffTheWays() {
    let size = Size(width: 24, height: 24)
    let level = Contour(at: 11.5, of: (0..<576).map { Double($0 / 24) }, size: size)
    let unit = Axis(from: 0, to: 1)
    func column(_ path: ClosedRange<Double>) -> Int? {
      let ends = [path.lowerBound, path.upperBound].map { PlanePath.Place(x: $0, y: 0.45) }
      let plot = PlanePlot(
        [PlanePath(ends)], x: unit, y: unit, levels: [.init(level, label: "7.25")])
      return lines(40, 12) { plot.draw(in: $0, on: &$1) }.compactMap { line in
        line.firstRange(of: "7.25").map { line.distance(from: line.startIndex, to: $0.lowerBound) }
      }.first
    }
    #expect(column(0...0.1).map { $0 > 30 } == true)
    #expect(column(0.5...1).map { $0 < 20 } == true)
    #expect(column(0...1) == nil)
  }

  /// A unit is as long across as down, where a cell is twice as tall as wide.
  @Test(arguments: [(40, 20), (20, 40), (100, 12)])
  func unitsAreEqual(width: Int, height: Int) {
    let rect = Rect(x: 0, y: 0, width: width, height: height)
    let (x, y) = ScatterPlot.equalUnits(
      x: Axis(from: -1, to: 1), y: Axis(from: -1, to: 3), in: rect)
    let canvas = Canvas(size: rect.size)
    let plot = ScatterPlot.fieldSize(in: rect, x: x, y: y, on: canvas)
    let across = (x.upper - x.lower) / Double(plot.width)
    let down = (y.upper - y.lower) / Double(2 * plot.height)
    #expect(abs(across / down - 1) < 0.15)
    #expect(x.lower <= -1 && x.upper >= 1 && y.lower <= -1 && y.upper >= 3)
  }
}
