import CTerminal
import TerminalCanvas
import Testing

@testable import NcursesTerminal

/// Cells and keys on their way between the canvas and the C side.
@Suite struct EncodingTests {
  private static func base(of character: Character, usesUnicode: Bool) -> UInt32 {
    var encoder = CellEncoder(
      colors: NcursesColors(colorCount: 256), usesUnicode: usesUnicode)
    return encoder.encode(Cell(character), isWide: false).base
  }

  @Test func nothingBeyondASCIIIsSentWhereItCannotBeShown() {
    #expect(Self.base(of: "∂", usesUnicode: true) == 0x2202)
    #expect(Self.base(of: "∂", usesUnicode: false) == 0x3F)
    #expect(Self.base(of: "d", usesUnicode: false) == 0x64)
  }

  @Test func halvesOfWideCellsAreCountedOnce() {
    var encoder = CellEncoder(colors: NcursesColors(colorCount: 256), usesUnicode: true)
    #expect(encoder.encode(Cell("漢"), isWide: true).columns == 2)
    #expect(encoder.encode(Cell(" ", isContinuation: true), isWide: false).columns == 0)
    #expect(encoder.encode(Cell("a"), isWide: false).columns == 1)
  }

  /// What looks the same is the same to the terminal, so that it is not sent again.
  @Test func whatShowsNothingButItsGroundHasOneForm() {
    func code(_ character: Character, _ style: Style) -> TerminalCell {
      var encoder = CellEncoder(colors: NcursesColors(colorCount: 256), usesUnicode: true)
      return encoder.encode(Cell(character, style), isWide: false)
    }
    let (light, dark) = (Tone(.gray, level: 15), Tone(.gray, level: 0))
    let ground = code(" ", Style(tone: light, ground: light))
    #expect(code("▄", Style(tone: light, ground: light)).isSame(as: ground))
    #expect(code(" ", Style(tone: dark, ground: light)).isSame(as: ground))
    #expect(!code("▄", Style(tone: dark, ground: light)).isSame(as: ground))
    #expect(code(" ", Style(.accent, .bold)).isSame(as: code(" ", .text)))
    #expect(!code(" ", Style(.accent, .reversed)).isSame(as: code(" ", .text)))
    #expect(!code(" ", Style(.accent, .underlined)).isSame(as: code(" ", .text)))
  }

  @Test func pastedTextHasNoControlCharacters() {
    let text = KeyDecoder.text(ofPasted: Array("a\r\nb\rc\nd\te\u{1B}[31m\u{7}\u{9B}".utf8))
    #expect(text == "a\nb\nc\nd\te[31m")
  }

  @Test func aPasteIsBounded() {
    var decoder = KeyDecoder()
    _ = decoder.take(TerminalKeyPasteBegins)
    for _ in 0..<(KeyDecoder.pasteLimit + 10) { _ = decoder.take(0x61) }
    #expect(decoder.paste?.count == KeyDecoder.pasteLimit)
  }

  @Test func aBrokenCharacterDoesNotSwallowTheNextKey() {
    var decoder = KeyDecoder()
    #expect(decoder.take(0xE2) == nil)
    #expect(decoder.take(0x71) == .key("q"))
    #expect(decoder.take(0xC3) == nil)
    #expect(decoder.take(0xA9) == .key("é"))
  }
}
