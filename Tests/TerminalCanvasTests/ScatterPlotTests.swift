import TerminalCanvas
import Testing

struct ScatterPlotTests {
  private let unit = Axis(from: 0, to: 1)

  private func plot(_ points: [PlotPoint], field: Field? = nil) -> ScatterPlot {
    ScatterPlot(points, x: unit, y: unit, field: field)
  }

  private func canvas(_ plot: ScatterPlot, _ glyphs: GlyphSet = .braille, tones: Bool = false)
    -> Canvas
  {
    drawn(24, 7, glyphs, tones: tones) { plot.draw(in: $0, on: &$1) }
  }

  private func cell(_ glyph: Character, _ canvas: Canvas) -> Cell? {
    canvas.cells.first { $0.character == glyph }
  }

  @Test func twoClassesAreRingsAndCrosses() {
    let points = [
      PlotPoint(x: 0, y: 0), PlotPoint(x: 1, y: 1, group: 1), PlotPoint(x: 0.5, y: 0.5),
    ]
    #expect(
      canvas(plot(points)).lines == [
        "1.0 ┤                  x",
        "    │",
        "0.5 ┤         o",
        "    │",
        "0.0 ┤o",
        "    └┬────────┬────────┬",
        "    0.0      0.5     1.0",
      ])
  }

  /// A fine mark is as high or low in its row as a line is.
  @Test func fineMarksAreHalvesOfCells() {
    let fine = PlotMark("■", .text, isFine: true)
    let points = [0, 0.42, 0.5, 0.58, 1].map { PlotPoint(x: $0, y: $0, fine) }
    let lines = canvas(plot(points)).lines
    #expect(lines[2].filter { "▄■▀".contains($0) } == "▄■▀")
    #expect(lines[0].contains("▀") && lines[4].contains("▄"))
    #expect(canvas(plot(points), .ascii).text.contains { "▀▄".contains($0) } == false)
    let coarse = points.map { PlotPoint(x: $0.x, y: $0.y, .shown) }
    #expect(!canvas(plot(coarse)).text.contains("▀"))
  }

  /// Points that a curve runs through are seen; so many that it would be seen in pieces lie under it.
  @Test(arguments: [(8, true), (12, true), (80, false)])
  func pointsLieOverACurveThatTheyDoNotCrowd(count: Int, isOver: Bool) {
    let points = (0..<count).map {
      PlotPoint(x: Double($0) / Double(count - 1), y: 0.5, PlotMark("■", .text, isFine: true))
    }
    let line = Series("", [Bucket(x: 0, y: 0.5), Bucket(x: 1, y: 0.5)], style: .accent)
    let lines = canvas(ScatterPlot(points, x: unit, y: unit, curves: [line])).lines
    #expect(lines[2].contains("■") == isOver)
  }

  /// One wrong point among right ones in a cell does not box it; of as many the wrong ones are seen.
  @Test(arguments: [([true, false, false], false), ([true, false], true), ([true, true], true)])
  func aCellIsBoxedWhereMostOfItIsWrong(areWrong: [Bool], isBoxed: Bool) throws {
    let points = areWrong.map { PlotPoint(x: 0.5, y: 0.5, group: $0 ? 1 : 0, isBoxed: $0) }
    for points in [points, points.reversed()] {
      let shown = try #require(cell(isBoxed ? "x" : "o", canvas(plot(points))))
      #expect((shown.style == ScatterPlot.boxed) == isBoxed)
    }
  }

  @Test func manyClassesAreDigits() {
    let points = (0..<4).map { PlotPoint(x: Double($0) / 3, y: Double($0) / 3, group: $0) }
    let canvas = canvas(plot(points))
    #expect(
      canvas.lines == [
        "1.0 ┤                  3",
        "    │            2",
        "0.5 ┤",
        "    │      1",
        "0.0 ┤0",
        "    └┬────────┬────────┬",
        "    0.0      0.5     1.0",
      ])
    for group in 0..<4 {
      let shown = canvas.cells.filter { $0.style.tone?.ramp == .confidence(ofClass: group) }
      #expect(shown.map(\.character) == [Character("\(group)")])
    }
    #expect(ScatterPlot.glyph(group: 36, classes: 40) == "0" && ScatterPlot.glyph(group: -1) == "x")
    #expect(ScatterPlot.glyph(group: 10, classes: 11) == "a")
  }

  /// Points keep the ground behind them, and then their own hue would not be read on it.
  @Test func pointsStandOnTheRegions() throws {
    let field = Field(size: Size(width: 4, height: 4), x: unit, y: unit) { _, _ in
      Tone(.confidence(ofClass: 1), 1)
    }
    var points = [PlotPoint(x: 0.2, y: 0.5), PlotPoint(x: 0.8, y: 0.5, group: 1)]
    points[0].isBoxed = true
    let canvas = canvas(plot(points, field: field), tones: true)
    let (wrong, fitting) = try (#require(cell("o", canvas)), #require(cell("x", canvas)))
    #expect(wrong.style == Style(.text, [.bold, .reversed]), "the hue of no class")
    #expect(fitting.style == Style(.text, .bold, ground: Tone(.confidence(ofClass: 1), 1)))
  }

  @Test func boxesAreReversedWithAndWithoutTones() throws {
    var point = PlotPoint(x: 0.5, y: 0.5, attributes: .underlined)
    #expect(cell("o", canvas(plot([point])))?.style.attributes == [.bold, .underlined])
    point.isBoxed = true
    for tones in [false, true] {
      let style = cell("o", canvas(plot([point]), tones: tones))?.style
      #expect(style == Style(.text, [.bold, .underlined, .reversed]))
    }
  }

  @Test func marksHaveTheirOwnGlyph() {
    let points = [PlotPoint(x: 0.2, y: 0.5, .shown), PlotPoint(x: 0.8, y: 0.5, .other)]
    let canvas = canvas(plot(points))
    #expect(cell("●", canvas)?.style == Style(.accent, .bold) && cell("○", canvas)?.style == .text)
    let mark = PlotMark("?", .warning)
    #expect(cell("?", self.canvas(plot([PlotPoint(x: 0.5, y: 0.5, mark)])))?.style == .warning)
  }

  /// Beside a point the texture is blank, so that its glyph is not read as part of it.
  @Test func texturesKeepClearOfPoints() {
    let field = Field(size: Size(width: 2, height: 2), x: unit, y: unit) { _, _ in Tone(.gray, 1) }
    let points = [
      PlotPoint(x: 0, y: 1), PlotPoint(x: 0.5, y: 0.5, group: 1), PlotPoint(x: 1, y: 0),
    ]
    #expect(
      canvas(plot(points, field: field)).lines == [
        "1.0 ┤o ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒",
        "    │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒",
        "0.5 ┤▒▒▒▒▒▒▒▒ x ▒▒▒▒▒▒▒▒",
        "    │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒",
        "0.0 ┤▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ o",
        "    └┬────────┬────────┬",
        "    0.0      0.5     1.0",
      ])
    #expect(
      canvas(plot(points, field: field), .ascii).lines == [
        "1.0 +o #################",
        "    |###################",
        "0.5 +######## x ########",
        "    |###################",
        "0.0 +################# o",
        "    ++--------+--------+",
        "    0.0      0.5     1.0",
      ])
  }

  @Test func whatHasNoPlaceIsNotDrawn() {
    let points = [(-0.1, 0.5), (1.1, 0.5), (0.5, -0.1), (0.5, 1.1), (.nan, 0.5)].map {
      PlotPoint(x: $0.0, y: $0.1)
    }
    #expect(canvas(plot(points)) == canvas(plot([])))
  }

  /// Borders of classes are drawn always; levels of a surface only where the lines are fine enough for it.
  @Test func contoursWhereTheyCanBeRead() {
    let size = Size(width: 4, height: 4)
    let slope = (0..<16).map { Double($0 % 4) }
    let scores = (0..<16).flatMap { index -> [Double] in index % 4 < 2 ? [1, 0] : [0, 1] }
    var plot = plot([])
    func isDrawn(_ contour: Contour, _ glyphs: GlyphSet, _ tones: Bool) -> Bool {
      plot.contours = []
      let before = canvas(plot, glyphs, tones: tones)
      plot.contours = [contour]
      return canvas(plot, glyphs, tones: tones) != before
    }
    let level = Contour(at: 1.5, of: slope, size: size)
    let border = Contour(ofClassScores: scores, classes: 2, size: size)
    #expect(GlyphSet.allCases.map { isDrawn(level, $0, false) } == [true, false, false])
    #expect(GlyphSet.allCases.allSatisfy { isDrawn(level, $0, true) && isDrawn(border, $0, false) })
    #expect(level.places == border.places, "both lie in the middle")
  }

  /// Where two regions meet at a corner, their lines meet in the middle of it.
  @Test func aSaddleIsACross() {
    let saddle = Contour(at: 0.5, of: [0, 1, 1, 0], size: Size(width: 2, height: 2))
    #expect(saddle.places.count == 8)
    #expect(saddle.places.count { $0.x == 0.5 && $0.y == 0.5 } == 4)
    #expect(Set(saddle.places).count == 5)
  }

  /// A line crosses between two samples where the level is, not in their middle.
  @Test func levelsLieBetweenSamples() {
    let contour = Contour(at: 1, of: [0, 4, 0, 4], size: Size(width: 2, height: 2))
    // Samples stand at 1/4 and 3/4; the level 1 is a quarter of the way from one to the other.
    #expect(
      contour.places.map(\.x) == [0.375, 0.375] && contour.places.map(\.y).sorted() == [0.25, 0.75])
    let ties = Contour(
      ofClassScores: [3, 0, 1, 2, 3, 0, 1, 2], classes: 2, size: Size(width: 2, height: 2))
    // Three ahead on one side and one behind on the other: three quarters of the way.
    #expect(ties.places.allSatisfy { $0.x == 0.625 } && ties.places.count == 2)
    let wild = Contour(at: 0, of: [-1, .infinity, -1, .infinity], size: Size(width: 2, height: 2))
    #expect(wild.places.allSatisfy { $0.x == 0.5 })
  }

  @Test func contoursOfNothing() {
    let size = Size(width: 2, height: 2)
    #expect(Contour(at: 0.5, of: [0, 1, 0], size: size).places.isEmpty, "a value is missing")
    #expect(Contour(at: 0.5, of: [0, 1], size: Size(width: 2, height: 1)).places.isEmpty)
    #expect(Contour(ofClassScores: [0, 1, 2, 3], classes: 1, size: size).places.isEmpty)
    #expect(Contour(ofClassScores: [0, 1, 2], classes: 2, size: size).places.isEmpty)
  }

  /// The plot's place is what a panel lays its own words around.
  @Test func thePlaceOfThePlot() {
    let rect = Rect(x: 0, y: 0, width: 24, height: 7)
    let place = ScatterPlot.plot(in: rect, x: unit, y: unit)
    #expect(place == Rect(x: 5, y: 0, width: 19, height: 5))
    #expect(
      ScatterPlot.columns(in: rect, x: unit, y: unit) == 19 && ScatterPlot.rows(in: rect) == 5)
    #expect(ScatterPlot.rows(in: rect.split(top: 5).top) == 4)
    let canvas = Canvas(size: rect.size, showsTones: true)
    #expect(
      ScatterPlot.fieldSize(in: rect, x: unit, y: unit, on: canvas) == Size(width: 19, height: 10))
    #expect(ScatterPlot.texture(.braille) == "▒" && ScatterPlot.texture(.ascii) == "#")
  }
}
