import TerminalCanvas
import Testing

/// The glyphs in place of tones, level by level.
struct TextureTests {
  private func row(_ ramp: Ramp, _ texture: Texture, _ glyphs: GlyphSet) -> String {
    String(
      (0...Tone.top).map {
        texture.character(for: Tone(ramp, level: $0), at: Point(x: 0, y: 0), glyphs)
      })
  }

  @Test func amountsGetDarkerEvenly() {
    #expect(row(.magnitude, .full, .braille) == "  ····░░░░▒▒▒▒▓▓▓▓███")
    #expect(row(.gray, .full, .ascii) == "  ..::--==+++**##%%@@")
    #expect(row(.gray, .quiet, .block) == "    ······░░░░░░░▒▒▒▒")
    #expect(row(.magnitude, .quiet, .ascii) == "    ......:::::::####")
  }

  @Test func signsHaveStrokesAndBlocks() {
    #expect(row(.sign, .full, .braille) == "≡≡≡≡===---·░░░▒▒▒████")
  }

  /// Behind points a side of zero is two shades, each from 0 to a half and beyond.
  @Test func sidesOfZeroAreQuiet() {
    #expect(row(.sign, .quiet, .braille) == "     ·····░░░░░░▒▒▒▒▒")
    #expect(row(.sign, .quiet, .ascii) == "     .....::::::#####")
  }

  @Test func aClassIsItsDigitFromAThirdOn() {
    #expect(row(.confidence(ofClass: 3), .full, .braille) == "       33333333333333")
    #expect(Tone(.confidence(ofClass: 13), level: 9).ramp == .confidence(ofClass: 3))
    #expect(Ramp.confidence(ofClass: -1) == .confidence(ofClass: 9))
  }

  /// How dense the digits of a class stand says how sure the network is.
  @Test func surerRegionsAreDenser() {
    func pattern(_ level: Int) -> [String] {
      (0..<4).map { y in
        String(
          (0..<16).map { x in
            Texture.quiet.character(
              for: Tone(.confidence(ofClass: 5), level: level), at: Point(x: x, y: y), .braille)
          })
      }
    }
    #expect(pattern(6).allSatisfy { $0.allSatisfy { $0 == " " } }, "below a third")
    #expect(
      pattern(7) == [
        "5·     ·5·     ·",
        "                ",
        "     ·5·     ·5·",
        "                ",
      ])
    #expect(pattern(13) == pattern(7))
    #expect(
      pattern(14) == [
        "5· ·5· ·5· ·5· ·",
        "                ",
        " ·5· ·5· ·5· ·5·",
        "                ",
      ])
    #expect(pattern(20) == pattern(14))
  }

  @Test func theRampsAreListedOnce() {
    #expect(Set(Ramp.all).count == Ramp.all.count && Ramp.all.count == 4 + Ramp.hueCount)
  }

  @Test func tonesHaveTheLevelsBetweenThem() {
    let top = Tone(.sign, level: 20)
    let canvas = drawn(6, 1, tones: true) { rect, canvas in
      canvas.drawTones(in: rect) { x, y in
        switch (x, y) {
        case (0, 0): top
        case (0, 1): Tone(.sign, level: 12)
        case (1, 0): top
        case (1, 1): Tone(.gray, level: 4)
        case (2, 1): top
        case (3, 0): top
        case (4, 0): top
        case (4, 1): Tone(.sign, level: 4)
        case (5, 0): Tone(.relief, level: 8)
        case (5, 1): Tone(.relief, level: 0)
        default: nil
        }
      }
    }
    let grounds = (0..<6).map { canvas.ground(at: Point(x: $0, y: 0)) }
    #expect(
      grounds == [
        Tone(.sign, level: 16), Tone(.gray, level: 4), top, top, Tone(.sign, level: 4),
        Tone(.relief, level: 0),
      ],
      "of what jumps nothing lies between")
  }

  /// Half blocks are two samples a cell, whatever the lines are drawn with; in ASCII a cell is one.
  @Test func samplesOfARectangle() {
    let rect = Rect(x: 0, y: 0, width: 5, height: 3)
    func samples(_ glyphs: GlyphSet, _ tones: Bool) -> Int {
      Canvas(size: rect.size, glyphs: glyphs, showsTones: tones).samples(in: rect).height
    }
    #expect(GlyphSet.allCases.map { samples($0, true) } == [6, 6, 3])
    #expect(GlyphSet.allCases.map { samples($0, false) } == [3, 3, 3])
  }

  /// Behind points a texture is dim; alone it is not.
  @Test func onlyWhatLiesBehindIsDim() {
    for (texture, attributes) in [(Texture.full, Style.Attributes()), (.quiet, .dim)] {
      let canvas = drawn(1, 1) { rect, canvas in
        canvas.drawTones(in: rect, texture: texture) { _, _ in Tone(.gray, 1) }
      }
      #expect(canvas[0, 0].style == Style(.muted, attributes, tone: Tone(.gray, 1)))
    }
  }
}
