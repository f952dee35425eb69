import TerminalCanvas
import Testing

/// Amounts as tones where colors tell them apart, as glyphs where they do not.
struct ToneTests {
  private func canvas(
    _ width: Int, _ height: Int, _ glyphs: GlyphSet = .braille, showsTones: Bool = true
  ) -> Canvas {
    Canvas(size: Size(width: width, height: height), glyphs: glyphs, showsTones: showsTones)
  }

  @Test func valuesBecomeTheNearestLevel() {
    #expect(
      [-9, -1, 0, 1e-9, 1, .infinity].map { Tone(.sign, $0)?.level } == [0, 0, 10, 11, 20, 20])
    #expect([-1, 0, 0.024, 0.026, 1].map { Tone(.magnitude, $0)?.level } == [0, 0, 0, 1, 20])
    #expect(Tone(.gray, .nan) == nil)
    #expect(Tone(.sign, level: 10).value == 0 && Tone(.gray, level: 99).value == 1)
  }

  @Test func aCellIsSmall() { #expect(MemoryLayout<Cell>.stride <= 24) }

  @Test func halfBlocksAreTwoSamplesACell() {
    var canvas = canvas(4, 1)
    #expect(canvas.samples(in: canvas.bounds) == Size(width: 4, height: 2))
    canvas.drawTones(in: canvas.bounds) { x, y in
      [
        [Tone(.gray, 1), Tone(.gray, 0)], [Tone(.gray, 1), Tone(.gray, 1)], [Tone(.gray, 1), nil],
        [nil, Tone(.gray, 1)],
      ][x][y]
    }
    #expect(canvas.text == "▄ ▀▄")
    #expect(canvas[0, 0].style == Style(tone: Tone(.gray, 0), ground: Tone(.gray, 1)))
    #expect(canvas[1, 0].style == Style(ground: Tone(.gray, 1)))
    #expect(canvas[2, 0].style.ground == nil && canvas[3, 0].style.ground == nil)
  }

  @Test func whatIsWrittenOnAFieldKeepsItsGround() {
    var canvas = canvas(3, 1)
    canvas.drawField(in: canvas.bounds, ramp: .sign) { x, y in
      x == 0 ? Double(y) : x == 1 ? 1 : .nan
    }
    #expect(canvas.ground(at: Point(x: 0, y: 0)) == Tone(.sign, 0.5))
    #expect(canvas.ground(at: Point(x: 1, y: 0)) == Tone(.sign, 1))
    #expect(canvas.ground(at: Point(x: 2, y: 0)) == nil)
  }

  @Test func withoutTonesAGlyphSaysTheLevel() {
    let values = [-1, -0.5, -0.1, 0, 0.1, 0.5, 1]
    func drawn(_ ramp: Ramp, _ glyphs: GlyphSet) -> String {
      var canvas = canvas(7, 1, glyphs, showsTones: false)
      canvas.drawField(in: canvas.bounds, ramp: ramp) { x, _ in
        ramp == .sign ? values[x] : Double(x) / 6
      }
      return canvas.text
    }
    #expect(drawn(.sign, .braille) == "≡=-·░▒█")
    #expect(drawn(.sign, .ascii) == "=-' .+#")
    #expect(drawn(.magnitude, .block) == " ·░▒▒▓█")
    #expect(drawn(.gray, .ascii) == " .-+*%@")
    #expect(drawn(.confidence(ofClass: 7), .ascii) == "  77777")
  }

  @Test func asciiPaintsGroundsWhereThereAreTones() {
    var canvas = canvas(2, 1, .ascii)
    canvas.drawField(in: canvas.bounds, ramp: .magnitude) { x, _ in Double(x) }
    #expect(canvas.text == "" && canvas[1, 0].style.ground == Tone(.magnitude, 1))
  }

  /// Two classes at one place are told apart without color.
  @Test func regionsOfClassesAreMarked() {
    var canvas = canvas(16, 3, showsTones: false)
    canvas.drawTones(in: canvas.bounds, texture: .quiet) { x, _ in
      Tone(.confidence(ofClass: x < 8 ? 0 : 1), x == 0 ? 0.1 : x < 12 ? 1 : 0.5)
    }
    #expect(canvas.lines == [" · ·0· ·1· ·   ·", "", " ·0· ·0· ·1· ·1·"])
    #expect(canvas[4, 0].style.attributes == .dim)
  }

  @Test func tenClassesHaveTenGlyphs() {
    let glyphs = (0..<10).map { ScatterPlot.glyph(group: $0, classes: 10) }
    #expect(String(glyphs) == "0123456789" && Set(glyphs).count == 10)
    #expect(ScatterPlot.glyph(group: 0) == "o" && ScatterPlot.glyph(group: 1) == "x")
    #expect(Set((0..<Ramp.hueCount).map { ScatterPlot.style(group: $0) }).count == 10)
  }
}
