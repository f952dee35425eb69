import TerminalCanvas
import Testing

/// Ways over a plane, such as those of two weights over the surface of the loss.
struct PlanePlotTests {
  private typealias Place = PlanePath.Place
  private let unit = Axis(from: 0, to: 1)

  private func plot(_ paths: [PlanePath], levels: [PlanePlot.Level] = []) -> PlanePlot {
    PlanePlot(paths, x: unit, y: unit, levels: levels)
  }

  private func lines(_ plot: PlanePlot, _ glyphs: GlyphSet = .braille) -> [String] {
    drawn(26, 9, glyphs) { plot.draw(in: $0, on: &$1) }.lines
  }

  private let way = PlanePath(
    [Place(x: 0.1, y: 0.1), Place(x: 0.1, y: 0.8), Place(x: 0.7, y: 0.8)],
    next: Place(x: 0.7, y: 0.3))

  @Test func aWayHasAStartAnEndAndANextStep() {
    #expect(
      lines(plot([way])) == [
        "1.0 ┤",
        "    │  ⡖⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒●",
        "    │  ⡇           ⢸",
        "0.5 ┤  ⡇           ⢸",
        "    │  ⡇           ↓",
        "    │  ⡇",
        "0.0 ┤  S",
        "    └┬─────────┬─────────┬",
        "    0.0       0.5      1.0",
      ])
    #expect(
      lines(plot([way]), .ascii) == [
        "1.0 +",
        "    |  .-----------*",
        "    |  |           |",
        "0.5 +  |           |",
        "    |  |           v",
        "    |  |",
        "0.0 +  S",
        "    ++---------+---------+",
        "    0.0       0.5      1.0",
      ])
  }

  /// A way that is cut does not end in ●: that would say it is still there.
  @Test(arguments: [(-7.0, 0.5, "←", "<"), (0.5, 9, "↑", "^"), (.infinity, -1, "↘", "\\")])
  func whereItIsBeyondTheEdge(x: Double, y: Double, arrow: String, ascii: String) {
    var left = way
    (left.present, left.next) = (Place(x: x, y: y), nil)
    for (glyphs, sign) in [(GlyphSet.braille, arrow), (.ascii, ascii)] {
      let text = lines(plot([left]), glyphs).joined()
      #expect(text.contains(sign) && !text.contains("●") && !text.contains("*"), "\(text)")
    }
  }

  @Test func aWayHasItsColor() {
    var path = way
    path.style = Style(.series2)
    let canvas = drawn(26, 9) { plot([path]).draw(in: $0, on: &$1) }
    #expect(
      canvas.roles == [
        "mmm r",
        "    r  2222222222222",
        "    r  2           2",
        "mmm r  2           2",
        "    r  2           2",
        "    r  2",
        "mmm r  2",
        "    rrrrrrrrrrrrrrrrrrrrrr",
        "    mmm       mmm      mmm",
      ])
    for (glyph, isBold) in [("S", true), ("●", true), ("↓", true), ("⠒", false)] {
      let cells = canvas.cells.filter { String($0.character) == glyph }
      #expect(!cells.isEmpty && cells.allSatisfy { $0.style.attributes.contains(.bold) == isBold })
    }
  }

  /// From the middle to the eight sides; a little aside is still straight.
  @Test(arguments: [
    (0.3, 0, "→", ">"), (0.3, 0.3, "↗", "/"), (0, 0.3, "↑", "^"), (-0.3, 0.3, "↖", "\\"),
    (-0.3, 0, "←", "<"), (-0.3, -0.3, "↙", "/"), (0, -0.3, "↓", "v"), (0.3, -0.3, "↘", "\\"),
    (0.3, 0.1, "→", ">"), (0.05, 0.4, "↑", "^"), (0.3, 0.2, "↗", "/"), (-0.4, -0.1, "←", "<"),
  ])
  func arrowsPointWhereTheStepGoes(across: Double, up: Double, arrow: String, ascii: String) {
    let path = PlanePath([Place(x: 0.5, y: 0.5)], next: Place(x: 0.5 + across, y: 0.5 + up))
    // As many columns as twice the rows: a unit is as long across as up.
    func text(_ glyphs: GlyphSet) -> String {
      let size = (width: 4 + 18, height: 9 + 2)
      return drawn(size.width, size.height, glyphs) { plot([path]).draw(in: $0, on: &$1) }.text
    }
    #expect(text(.braille).contains(arrow))
    #expect(text(.ascii).contains(ascii))
  }

  /// A step too small to leave its cell points beside it; a step that nobody would see has no arrow.
  @Test func aSmallStepStillHasAnArrow() {
    func text(_ next: Place) -> String {
      lines(plot([PlanePath([Place(x: 0.5, y: 0.5)], next: next)])).joined()
    }
    #expect(text(Place(x: 0.51, y: 0.5)).contains("●→"))
    #expect(text(Place(x: 0.49, y: 0.5)).contains("←●"))
    #expect(!text(Place(x: 0.5, y: 0.5)).contains { "↙↓↘←·→↖↑↗".contains($0) })
    #expect(!text(Place(x: 0.501, y: 0.499)).contains { "↙↓↘←·→↖↑↗".contains($0) })
    #expect(!text(Place(x: .nan, y: 0.5)).contains { "↙↓↘←·→↖↑↗".contains($0) })
  }

  /// A step that leads to the lowest place does not hide it.
  @Test func theLowestPlaceLiesOverTheArrow() {
    var picture = plot([PlanePath([Place(x: 0.2, y: 0.5)], next: Place(x: 0.7, y: 0.5))])
    #expect(lines(picture).joined().contains("→"))
    picture.lowest = Place(x: 0.7, y: 0.5)
    let text = lines(picture).joined()
    #expect(text.contains("×") && !text.contains("→") && text.contains("⠒×"), "\(text)")
  }

  /// Of a way that swings for long the last lines are drawn, and dots of the places before: all lines were a block.
  @Test func aLongSwingIsNoBlock() {
    let places = (0...60).map { Place(x: Double($0) / 60, y: $0.isMultiple(of: 2) ? 0.1 : 0.9) }
    let rows = lines(plot([PlanePath(places)]))
    #expect(rows[3].count { $0 == "⣿" || $0 == "⡇" || $0 == "⢸" } <= 4, "\(rows[3])")
    for wall in [rows[0], rows[6]] {
      #expect(wall.dropFirst(5).prefix(18).allSatisfy { $0 != " " }, "\(rows)")
    }
    let short = lines(plot([PlanePath(Array(places.prefix(8)))]))
    #expect(short[3].dropFirst(5).prefix(3).allSatisfy { $0 != " " }, "\(short[3])")
  }

  @Test func whatHasNoPlaceBreaksTheWay() {
    let path = PlanePath([
      Place(x: 0, y: 0.5), Place(x: 0.3, y: 0.5), Place(x: .infinity, y: 0.5),
      Place(x: 0.6, y: 0.5), Place(x: 1, y: 0.5),
    ])
    #expect(
      lines(plot([path])) == [
        "1.0 ┤",
        "    │",
        "    │",
        "0.5 ┤S⠒⠒⠒⠒⠒⠂     ⠐⠒⠒⠒⠒⠒⠒⠒●",
        "    │",
        "    │",
        "0.0 ┤",
        "    └┬─────────┬─────────┬",
        "    0.0       0.5      1.0",
      ])
    let gone = PlanePath([Place(x: 0.5, y: 0.5), Place(x: 0.5, y: 40)])
    let text = lines(plot([gone])).joined(separator: "\n")
    #expect(text.contains("S") && !text.contains("●"), "it left the plane upwards")
    #expect(lines(plot([gone]))[0].contains("↑"))
    #expect(lines(plot([PlanePath([])])) == lines(plot([])))
  }

  @Test func dashesAreCountedAlongTheWholeWay() {
    var path = PlanePath([Place(x: 0, y: 0.5), Place(x: 0.5, y: 0.5), Place(x: 1, y: 0.5)])
    path.pattern = .dashed
    let dashed = lines(plot([path]), .ascii)
    #expect(
      dashed == [
        "1.0 +",
        "    |",
        "    |",
        "0.5 +S--  ---  --  ---  -*",
        "    |",
        "    |",
        "0.0 +",
        "    ++---------+---------+",
        "    0.0       0.5      1.0",
      ])
  }

  /// Under the ways, and in the way of no height.
  @Test func theLowestPlaceIsMarked() {
    var plot = plot([way])
    plot.lowest = Place(x: 0.4, y: 0.3)
    #expect(lines(plot)[4] == "    │  ⡇     ×     ↓")
    #expect(lines(plot, .ascii)[4] == "    |  |     x     v")
    plot.lowest = Place(x: 0.7, y: 0.8)
    #expect(lines(plot) == lines(self.plot([way])))
    plot.lowest = Place(x: 2, y: 0.8)
    #expect(lines(plot) == lines(self.plot([way])))
  }

  @Test func levelsStandOnTheirGround() {
    let size = Size(width: 12, height: 12)
    let slope = (0..<144).map { Double($0 % 12) }
    var plot = plot(
      [way], levels: [PlanePlot.Level(Contour(at: 5.5, of: slope, size: size), label: "4")])
    plot.field = Field(size: size, x: unit, y: unit) { x, _ in Tone(.relief, x) }
    let canvas = drawn(26, 9, tones: true) { plot.draw(in: $0, on: &$1) }
    let label = canvas.cells.first { $0.character == "4" }
    #expect(label?.style.role == .text && label?.style.ground != nil)
    let start = canvas.cells.first { $0.character == "S" }
    #expect(start?.style.ground != nil, "no hole is torn into the map")
    #expect(
      drawn(26, 9, .ascii) { plot.draw(in: $0, on: &$1) }.lines == [
        "1.0 +   .......4::::::####",
        "    |  .-----------*::####",
        "    |  |.......|:::|::####",
        "0.5 +  |.......|:::|::####",
        "    |  |.......|:::v::####",
        "    |  |.......|::::::####",
        "0.0 +  S.......|::::::####",
        "    ++---------+---------+",
        "    0.0       0.5      1.0",
      ])
  }

  @Test func thePlaneHasItsTopAbove() {
    let field = Field(size: Size(width: 2, height: 2), x: unit, y: unit) { x, y in
      Tone(.gray, level: x > 0.5 ? 20 : y > 0.5 ? 10 : 0)
    }
    #expect(field.tones.map { $0?.level } == [10, 20, 0, 20])
    let short = Field(size: Size(width: 2, height: 2), tones: [Tone(.gray, 1)])
    #expect(short.tones == [Tone(.gray, 1), nil, nil, nil])
    let long = Field(size: Size(width: 1, height: 1), tones: [nil, Tone(.gray, 1)])
    #expect(long.tones == [nil])
  }
}
