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

  @Test func smoothingIsCorrectedForItsStart() {
    let series = Series("", [4, 0, .nan, 0].enumerated().map { Bucket(x: Double($0), y: $1) })
    let smooth = series.smoothed(0.5).points.map(\.last)
    #expect(smooth[0] == 4)
    #expect(abs(smooth[1] - 4.0 / 3) < 1e-12)
    #expect(smooth[2].isNaN && abs(smooth[3] - 4.0 / 7) < 1e-12)
    #expect(series.smoothed(0).points[1].last == 0)
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
