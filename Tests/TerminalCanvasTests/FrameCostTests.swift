import TerminalCanvas
import Testing

/// Prints what a frame costs; asserts nothing about time.
struct FrameCostTests {
  private func measure(_ name: String, rounds: Int = 200, _ work: () -> Int) {
    var checksum = 0
    let clock = ContinuousClock()
    let elapsed = clock.measure { for _ in 0..<rounds { checksum &+= work() } }
    print("\(name): \(elapsed / rounds) (\(checksum))")
  }

  @Test func aWholeScreen() {
    measure("blank canvas 120x40") { Canvas(size: Size(width: 120, height: 40)).cells.count }
    measure("blank canvas 200x60") { Canvas(size: Size(width: 200, height: 60)).cells.count }
    for glyphs in GlyphSet.allCases {
      measure("screen 120x40, \(glyphs)") { Self.screen(120, 40, glyphs).cells.count }
    }
    measure("screen 200x60, braille") { Self.screen(200, 60, .braille).cells.count }
    let first = Self.screen(120, 40, .braille)
    let second = Self.screen(120, 40, .braille)
    measure("comparing 120x40") { first == second ? 1 : 0 }
    measure("a number") { (0.057123).formatted(decimals: 4).count }
    #expect(first == second)
  }

  /// Prose, a chart of 1000 buckets twice, weights, a table, frames: much as the program shows.
  static func screen(_ width: Int, _ height: Int, _ glyphs: GlyphSet) -> Canvas {
    var canvas = Canvas(size: Size(width: width, height: height), glyphs: glyphs)
    let (left, right) = canvas.bounds.split(left: width / 2)
    let (top, bottom) = right.split(top: height / 2)
    let prose = canvas.frame(left, title: "lesson")
    canvas.write(text.wrapped(to: prose.width, glyphs: glyphs), in: prose)
    chart.draw(in: canvas.frame(top, title: "loss"), on: &canvas)
    let (weights, table) = canvas.frame(bottom, title: "weights").split(top: 8)
    Drawing.heatMap.draw(in: weights, on: &canvas)
    Drawing.table.draw(in: table, on: &canvas)
    return canvas
  }

  private static let text = StyledText(
    String(
      repeating: "w₂ met the error first. Multiply three numbers you already have. ", count: 16))

  private static let chart = LineChart(
    [Style(.muted), Style(.series1)].map { style in
      Series(
        "run",
        (0..<1000).map {
          Bucket(x: Double($0), y: 1 / (1 + Double($0) / 90 + Double($0 % 7) / 50))
        },
        style: style)
    }, x: Axis(from: 0, to: 1000, whole: true), y: Axis(.logarithmic, from: 0.01, to: 1),
    marks: [Mark(x: 300, "η 0.2")])
}
