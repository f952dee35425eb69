import TerminalCanvas
import Testing

/// Dots in cells: two by four in braille, two by two in blocks, one by three in ASCII.
struct RasterTests {
  private func drawing(
    _ glyphs: GlyphSet, width: Int = 3, height: Int = 1, _ draw: (inout Raster) -> Void
  ) -> Canvas {
    drawn(width, height, glyphs) { _, canvas in
      var raster = Raster(size: Size(width: width, height: height), glyphs: glyphs)
      draw(&raster)
      raster.draw(on: &canvas, at: Point(x: 0, y: 0))
    }
  }

  /// Each dot alone, row by row.
  @Test(arguments: [
    (GlyphSet.braille, "⠁⠈⠂⠐⠄⠠⡀⢀"), (.block, "▘▝▖▗"), (.ascii, "'-_"),
  ])
  func everyDotHasItsGlyph(glyphs: GlyphSet, dots: String) {
    let raster = Raster(size: Size(width: 1, height: 1), glyphs: glyphs)
    let shown = (0..<(raster.width * raster.height)).map { index in
      drawing(glyphs, width: 1) {
        $0.set(x: index % raster.width, y: index / raster.width, style: .text)
      }.text
    }
    #expect(shown.joined() == dots)
  }

  @Test(arguments: [(GlyphSet.braille, "⣿"), (.block, "█"), (.ascii, "|")])
  func allDotsAreAFullCell(glyphs: GlyphSet, full: String) {
    let canvas = drawing(glyphs, width: 1) { raster in
      for x in 0..<raster.width { raster.column(x: x, from: 99, to: -9, style: .text) }
    }
    #expect(canvas.text == full)
  }

  @Test func halvesOfAnAsciiCell() {
    func glyph(_ rows: Int...) -> String {
      drawing(.ascii, width: 1) { raster in
        for row in rows { raster.set(x: 0, y: row, style: .text) }
      }.text
    }
    #expect(glyph(0, 1) == "'" && glyph(1, 2) == "." && glyph(0, 2) == ":")
  }

  /// Cells have one color: a dot in another takes the whole cell.
  @Test func theLastColorTakesTheCell() {
    let canvas = drawing(.braille) { raster in
      raster.set(x: 0, y: 0, style: .accent)
      raster.set(x: 1, y: 1, style: .accent)
      raster.set(x: 2, y: 0, style: .accent)
      raster.set(x: 3, y: 0, style: .warning)
    }
    #expect(canvas.text == "⠑⠈" && canvas[0, 0].style == .accent && canvas[1, 0].style == .warning)
  }

  @Test func dotsOutsideAreNone() {
    let canvas = drawing(.braille) { raster in
      for (x, y) in [(-1, 0), (6, 0), (0, -1), (0, 4)] { raster.set(x: x, y: y, style: .text) }
      raster.column(x: 6, from: 0, to: 3, style: .text)
      raster.column(x: -1, from: 0, to: 3, style: .text)
    }
    #expect(canvas.text == "")
  }

  /// A line is the same from either end, whichever way it leans.
  @Test(arguments: [
    (5, 0, ["⠉⠉⠉"]), (0, 7, ["⡇", "⡇"]), (5, 5, ["⠑⢄", "  ⠑"]), (5, 2, ["⠉⠒⠤"]),
    (2, 7, ["⢣", "⠘⡄"]),
  ])
  func lines(x: Int, y: Int, shown: [String]) {
    let (start, end) = (Point(x: 0, y: 0), Point(x: x, y: y))
    let canvas = drawing(.braille, height: 2) { $0.line(from: start, to: end, style: .text) }
    let dots = drawing(.braille, height: 2) { raster in
      raster.set(x: 0, y: 0, style: .text)
      raster.set(x: x, y: y, style: .text)
    }
    #expect(Array(canvas.lines.prefix(shown.count)) == shown)
    for place in [(0, 0), (x / 2, y / 4)] {
      #expect(canvas[place.0, place.1].character != " " && dots[place.0, place.1].character != " ")
    }
  }

  @Test func steepLinesGetThickerAcross() {
    let canvas = drawing(.braille, height: 2) {
      $0.line(from: Point(x: 2, y: 0), to: Point(x: 2, y: 7), thickness: 3, style: .text)
    }
    #expect(
      canvas.lines == [
        "⢸⣿",
        "⢸⣿",
      ])
  }

  /// A line keeps the tones behind it.
  @Test func theGroundIsKept() {
    let canvas = drawn(2, 1, tones: true) { rect, canvas in
      canvas.drawField(in: rect, ramp: .gray) { _, _ in 1 }
      var raster = Raster(size: rect.size, glyphs: .braille)
      raster.set(x: 0, y: 0, style: .accent)
      raster.set(x: 2, y: 0, style: Style(.accent, ground: Tone(.gray, 0)))
      raster.draw(on: &canvas, at: rect.origin)
    }
    #expect(canvas[0, 0].style.ground == Tone(.gray, 1))
    #expect(canvas[1, 0].style.ground == Tone(.gray, 0), "its own comes first")
  }

  @Test func aRasterIsClippedToItsPlace() {
    let canvas = drawn(6, 1) { _, canvas in
      var raster = Raster(size: Size(width: 4, height: 1), glyphs: .block)
      for x in 0..<8 { raster.column(x: x, from: 0, to: 1, style: .text) }
      raster.draw(on: &canvas, at: Point(x: 1, y: 0), within: Rect(x: 2, y: 0, width: 2, height: 1))
    }
    #expect(canvas.lines == ["  ██"])
  }
}
