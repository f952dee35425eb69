import SeededRandom
import TerminalCanvas
import Testing

struct ParagraphTests {
  private func wrapped(_ text: StyledText, _ width: Int, first: StyledText = "") -> [String] {
    text.wrapped(to: width, glyphs: .braille, first: first).map(\.plain)
  }

  @Test(arguments: [
    (1, ["the erro…"]), (2, ["the error", "walks ba…"]), (3, ["the error", "walks", "back"]),
    (0, []),
  ]) func whatDoesNotFitTheRowsIsSaidToFollow(rows: Int, lines: [String]) {
    let text: StyledText = "the error walks back"
    #expect(text.wrapped(to: 9, glyphs: .braille, rows: rows).map(\.plain) == lines)
  }

  @Test func linesBreakBetweenWords() {
    #expect(wrapped("the error walks back", 9) == ["the error", "walks", "back"])
    #expect(wrapped("one\n\ntwo", 9) == ["one", "", "two"])
    #expect(wrapped("", 9) == [""])
  }

  @Test(arguments: [
    ("18 % of it, and 1 % at 6", 21, ["18 % of it, and", "1 % at 6"]),
    ("its mean is μ = 0", 15, ["its mean is", "μ = 0"]),
    ("z = 1 · 2 + 3 · 4 + 5 · 6", 14, ["z = 1 · 2 + 3", "· 4 + 5 · 6"]),
    ("update 0 · loss 2 · paused", 12, ["update 0 ·", "loss 2 ·", "paused"]),
  ]) func numbersAndTheirSignsStayTogether(text: String, width: Int, lines: [String]) {
    #expect(wrapped(StyledText(text), width) == lines)
  }

  @Test func longWordsAndWideCharactersBreakAnywhere() {
    #expect(wrapped("backpropagation", 6) == ["backpr", "opagat", "ion"])
    #expect(wrapped("学習率は η", 5) == ["学習", "率は", "η"])
  }

  @Test func bulletsAreHanging() {
    #expect(
      wrapped("multiply three numbers", 12, first: "• ") == ["• multiply", "  three", "  numbers"])
  }

  @Test func stylesStayWithTheirLetters() {
    let text = "say " + StyledText("loud words", Style(.text, .bold))
    let lines = text.wrapped(to: 8, glyphs: .braille)
    #expect(
      lines == [
        "say " + StyledText("loud", Style(.text, .bold)), StyledText("words", Style(.text, .bold)),
      ])
  }

  @Test func asciiStandInsCount() {
    #expect(StyledText("η is η").wrapped(to: 6, glyphs: .ascii).map(\.plain) == ["η is", "η"])
  }

  @Test func noLineIsTooLong() {
    var random = SeededRandom(seed: 5)
    for _ in 0..<2_000 {
      let letters = ["a", "b", " ", "学", "η", "e\u{301}", "-", " "]
      let text = (0..<40).compactMap { _ in letters.randomElement(using: &random) }.joined()
      let width = Int.random(in: 2...20, using: &random)
      for line in StyledText(text).wrapped(to: width, glyphs: .braille) {
        #expect(GlyphSet.braille.columns(of: line) <= width)
      }
    }
  }

  /// In ASCII a letter behind a name stands apart from it, and the line is no wider for that.
  @Test(arguments: GlyphSet.allCases, 6...40)
  func lettersBehindNamesHaveTheirRoom(glyphs: GlyphSet, width: Int) {
    let text = StyledText("what is left times 1 − 2ηc, ") + StyledText("or αβγ of ∂E/∂w₁x", .accent)
    let lines = text.wrapped(to: width, glyphs: glyphs)
    for line in lines { #expect(glyphs.columns(of: line) <= width, "\(line.plain)") }
    let letters = lines.map(\.plain).joined().filter { $0 != " " }
    #expect(letters == text.plain.filter { $0 != " " })
    #expect(glyphs.columns(of: glyphs.truncated(text, to: width)) <= width)
  }
}
