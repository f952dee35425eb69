import SeededRandom
import TerminalCanvas
import Testing

/// Every drawing of the module with something in it to draw, by name.
struct Drawing: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let draw: @Sendable (Rect, inout Canvas) -> Void

  static let all: [Drawing] = [
    Drawing(testDescription: "frame") { $1.frame($0, title: "日本 loss") },
    Drawing(testDescription: "titled rule") { $1.titledRule($0, title: "loss") },
    Drawing(testDescription: "fill") { $1.fill($0, with: "日") },
    Drawing(testDescription: "text") { $1.write("∂E/∂w₁ 日本 = δ·a", in: $0, alignment: .center) },
    Drawing(testDescription: "paragraph") {
      let text: StyledText = "The 日本語 error walks back, unbelievably\nfar. \u{1B}[2J"
      $1.write(text.wrapped(to: $0.width, glyphs: $1.glyphs, first: "• "), in: $0)
    },
    Drawing(testDescription: "line chart") { lineChart.draw(in: $0, on: &$1) },
    Drawing(testDescription: "scatter plot") { scatterPlot.draw(in: $0, on: &$1) },
    Drawing(testDescription: "heat map") { heatMap.draw(in: $0, on: &$1) },
    Drawing(testDescription: "field") {
      $1.drawField(in: $0, ramp: .sign) { x, y in y == 3 ? .nan : Double(x - y) / 9 }
    },
    Drawing(testDescription: "counts") {
      HeatMap([[12, 0, 3], [0, 7, .nan]], scale: magnitude, label: .whole).draw(in: $0, on: &$1)
    },
    Drawing(testDescription: "scale bar") { ScaleBar(magnitude).draw(in: $0, on: &$1) },
    Drawing(testDescription: "image") {
      PixelImage((0..<60).map { Double($0) / 60 }, columns: 8).draw(in: $0, on: &$1)
    },
    Drawing(testDescription: "bar") { Bar(0.4).draw(in: $0, on: &$1) },
    Drawing(testDescription: "sparkline") {
      Sparkline([0, 1, .nan, 4, -.infinity, 9]).draw(in: $0, on: &$1)
    },
    Drawing(testDescription: "ridgeline") {
      let ridges = (0..<9).map { index in
        Ridgeline.Ridge([0, 1, Double(index), .nan, 3], style: .accent)
      }
      Ridgeline(ridges).draw(in: $0, on: &$1)
    },
    Drawing(testDescription: "scrubber") {
      Scrubber(last: 640, now: 100, marks: [0, 300, 9_000]).draw(in: $0, on: &$1)
    },
    Drawing(testDescription: "table") { table.draw(in: $0, on: &$1) },
  ]

  static let lineChart = LineChart(
    [
      Series("sgd", (0..<90).map { Bucket(x: Double($0), y: 1 / Double(1 + $0)) }),
      Series(
        "ηhigh",
        [
          Bucket(x: 0, y: 0.3), Bucket(x: 30, minimum: -9, maximum: 9, last: 0.2),
          Bucket(x: 40, y: .nan), Bucket(x: 50, y: 1e300), Bucket(x: 95, y: -.infinity),
          Bucket(x: 1e300, y: 0.5),
        ], style: Style(.series2), pattern: .dashed, hasHead: true),
      Series("far", [Bucket(x: 3, y: 40), Bucket(x: 5, y: 1e9)], style: Style(.series3)),
    ],
    x: Axis(from: 0, to: 100), y: Axis(from: 0, to: 1), marks: [Mark(x: 20, "η 0.2")], now: 45)

  static let scatterPlot = ScatterPlot(
    [PlotPoint(x: 0.2, y: 0.2), PlotPoint(x: 0.8, y: 0.7, group: 1), PlotPoint(x: 9, y: .nan)],
    x: plane, y: plane, curves: [Series("", [Bucket(x: 0, y: 0), Bucket(x: 1, y: 1)])],
    field: Field(size: Size(width: 16, height: 8), x: plane, y: plane) { x, y in
      x * y < 0.5 ? Tone(.confidence(ofClass: 2), x * y) : nil
    },
    contours: [
      Contour(at: 1, of: [0, 1, 2, 3, 2, .nan], size: Size(width: 3, height: 2)),
      Contour(
        ofClassScores: [1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1], classes: 3,
        size: Size(width: 2, height: 2)),
    ])

  static let plane = Axis(from: 0, to: 1)

  static let magnitude = ToneScale(.magnitude, over: Axis(.logarithmic, from: 0.1, to: 100))

  static let heatMap = HeatMap([[0.1, -0.9, 0, .nan], [0.4, 0.6], [-.infinity, 1, -1]])

  static let table = TextTable(
    [TableColumn("run"), TableColumn("η", alignment: .trailing, priority: 2), TableColumn("loss")],
    rows: (0..<30).map { ["run \($0)", "0.\($0)", "日本 \($0)"] }, selected: 17)
}

struct DrawingTests {
  private static let sizes =
    [Size(width: 1, height: 60), Size(width: 200, height: 1), Size(width: 200, height: 60)]
    + (0...12).flatMap { height in (0...41).map { Size(width: $0, height: height) } }

  /// Draws at every size into a sea of sentinels, of which none may change.
  @Test(arguments: Drawing.all, GlyphSet.allCases)
  func staysInsideAtEverySize(_ drawing: Drawing, _ glyphs: GlyphSet) {
    for (index, size) in Self.sizes.enumerated() {
      let around = Size(width: size.width + 6, height: size.height + 4)
      var canvas = Canvas(size: around, glyphs: glyphs, showsTones: index.isMultiple(of: 2))
      let sentinel = Cell("~", Style(.warning, .underlined))
      canvas.fill(canvas.bounds, with: "~", style: sentinel.style)
      let rect = Rect(x: 3, y: 2, width: size.width, height: size.height)
      drawing.draw(rect, &canvas)
      check(canvas, outside: rect, sentinel, "\(drawing.testDescription) \(size)")
    }
  }

  /// A rectangle that is partly outside the canvas is clipped.
  @Test(arguments: Drawing.all, GlyphSet.allCases)
  func isClippedByTheCanvas(_ drawing: Drawing, _ glyphs: GlyphSet) {
    for offset in [-30, -3, 5, 40] {
      var canvas = Canvas(size: Size(width: 20, height: 8), glyphs: glyphs)
      drawing.draw(Rect(x: offset, y: offset / 4, width: 40, height: 12), &canvas)
      check(canvas, outside: canvas.bounds, Cell(), drawing.testDescription)
    }
  }

  private func check(_ canvas: Canvas, outside rect: Rect, _ sentinel: Cell, _ name: String) {
    for y in 0..<canvas.size.height {
      for x in 0..<canvas.size.width {
        let cell = canvas[x, y]
        if !rect.contains(Point(x: x, y: y)) && cell != sentinel {
          Issue.record("\(name) wrote \(cell.character) at \(x), \(y), outside \(rect)")
          return
        }
        if !isHarmless(cell, canvas.glyphs) {
          Issue.record("\(name): \(cell.character) in \(canvas.glyphs)")
          return
        }
      }
    }
  }

  private func isHarmless(_ cell: Cell, _ glyphs: GlyphSet) -> Bool {
    cell.character.unicodeScalars.allSatisfy { scalar in
      let category = scalar.properties.generalCategory
      let isPlain = category != .control && category != .format && category != .lineSeparator
      return isPlain && (glyphs != .ascii || scalar.isASCII)
    }
  }

  /// Random code points, many of them hostile, in every way that text gets into a cell.
  @Test func noTextHarmsTheTerminal() {
    var random = SeededRandom(seed: 66)
    for round in 0..<3_000 {
      let text = Self.randomText(&random)
      var canvas = Canvas(
        size: Size(width: 24, height: 4), glyphs: GlyphSet.allCases[round % 3])
      canvas.write(text, at: Point(x: Int.random(in: -4...4, using: &random), y: 0))
      canvas.frame(Rect(x: 0, y: 1, width: 24, height: 3), title: StyledText(text))
      canvas.fill(Rect(x: 1, y: 2, width: 7, height: 1), with: text.first ?? " ")
      if let character = text.last { canvas[20, 2] = Cell(character) }
      check(canvas, outside: canvas.bounds, Cell(), "\(Array(text.unicodeScalars))")
      let columns = canvas.lines.map { GlyphSet.braille.columns(of: $0) }
      if columns.contains(where: { $0 > 24 }) { Issue.record("a line is too wide: \(columns)") }
    }
  }

  private static func randomText(_ random: inout SeededRandom) -> String {
    let ranges: [ClosedRange<UInt32>] = [
      0...0x9F, 0...0x9F, 0x300...0x3FF, 0x200B...0x2069, 0x2500...0x28FF, 0x3040...0x30FF,
      0x1F1E6...0x1F64F, 0...0x10FFFF, 0xE0000...0xE01EF, 0xFE00...0xFEFF,
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      let range = ranges[Int.random(in: 0..<ranges.count, using: &random)]
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) {
        text.append(scalar)
      }
    }
    return String(text)
  }
}
