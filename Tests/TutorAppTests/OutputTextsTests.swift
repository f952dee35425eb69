import NeuralNetwork
import TerminalCanvas
import Testing

@testable import TutorApp

/// Many outputs in little room: a number is whole or is not there.
@Suite struct OutputTextsTests {
  private static let matrix = Matrix(
    rows: 2, columns: 12, elements: (0..<24).map { 0.011 * Double($0) })

  @Test(arguments: [GlyphSet.braille, .ascii]) func noNumberIsCut(glyphs: GlyphSet) {
    let texts = OutputTexts(Self.matrix)
    for row in 0..<2 {
      let whole = Self.matrix.row(row).map { $0.formatted(significant: 2) }
      for width in 3...80 {
        let text = texts.text(row, width: width, glyphs)
        let words = text.split(separator: " ").map(String.init)
        let isAll = words == whole
        #expect(isAll || words.last == "…")
        #expect(isAll || words.dropLast() == whole.prefix(words.count - 1))
        #expect(glyphs.columns(of: text) <= width)
      }
      #expect(texts.text(row, width: 80, glyphs).split(separator: " ").count == 12)
    }
  }

  /// What targets do not need outputs have, and the other way round.
  @Test func theRoomIsShared() {
    let narrow = OutputTexts(Matrix(rows: 1, columns: 1, elements: [1]))
    let wide = OutputTexts(Self.matrix)
    #expect(OutputTexts.room(for: narrow, wide, width: 40, .braille) == (3, 37))
    #expect(OutputTexts.room(for: wide, narrow, width: 40, .braille) == (37, 3))
    #expect(OutputTexts.room(for: wide, wide, width: 40, .braille) == (20, 20))
  }
}
