import TerminalCanvas
import Testing

/// What may stand in a cell, and what a canvas makes of the rest.
struct CellTests {
  private func columns(_ text: String) -> Int { GlyphSet.braille.columns(of: text) }

  /// What a terminal adapter sends: a base, and up to two marks that combine with it.
  @Test func aGlyphIsUpToThreeCodePoints() {
    let plain = Cell("e").codePoints
    #expect(plain == (0x65, 0, 0))
    let marked = Cell("e\u{301}\u{323}\u{330}").codePoints
    #expect(marked.base == 0x65 && marked.mark != 0 && marked.secondMark != 0)
    #expect(Cell("e\u{301}").character == "e\u{301}")
    var cell = Cell("x", .accent)
    cell.character = "\u{7}"
    #expect(cell.character == "\u{FFFD}" && cell.style == .accent)
  }

  @Test func whatShowsNothingIsLeftOutOfAGlyph() {
    #expect(Cell("a\u{200D}").codePoints == (0x61, 0, 0))
    #expect(Cell("\u{2713}\u{FE0F}").codePoints == (0x2713, 0, 0))
    #expect(Cell("\u{200B}").character == "\u{FFFD}", "nothing is left to show")
  }

  @Test(arguments: [
    ("é", 1), ("η", 1), ("│", 1), ("⣿", 1), ("学", 2), ("ｗ", 2), ("한", 2), ("😀", 2), ("✓", 1),
    ("☃", 1), ("⌚", 2), ("a\u{AD}b", 2), ("\u{1F1E9}\u{1F1EA}", 2), ("\u{1100}\u{1161}", 2),
    ("a\u{FEFF}", 1), ("\u{20000}", 2), ("\u{9}", 1), ("\u{2028}", 1), ("\u{3000}", 2),
  ])
  func charactersTakeOneColumnOrTwo(text: String, width: Int) {
    #expect(columns(text) == width)
  }

  @Test func nothingIsWrittenOutside() {
    var canvas = Canvas(size: Size(width: 2, height: 2))
    for (x, y) in [(-1, 0), (0, -1), (2, 0), (0, 2)] { canvas[x, y] = Cell("x") }
    #expect(canvas == Canvas(size: canvas.size) && canvas[2, 0] == Cell())
    canvas[1, 1] = Cell("x", .accent)
    #expect(canvas.lines == ["", " x"] && canvas[1, 1].style == .accent)
  }

  @Test func aWideGlyphNeedsTwoCells() {
    var canvas = Canvas(size: Size(width: 3, height: 1))
    canvas[2, 0] = Cell("学", .accent)
    #expect(canvas[2, 0] == Cell(" ", .accent))
    canvas[1, 0] = Cell("学", .muted)
    #expect(
      canvas[1, 0].character == "学" && canvas[2, 0] == Cell(" ", .muted, isContinuation: true))
    #expect(canvas.lines == [" 学"])
    canvas[2, 0] = Cell("x")
    #expect(canvas.lines == ["  x"])
  }

  /// Whatever way a character takes into an ASCII canvas, it is spelled there.
  @Test func asciiCellsHoldStandIns() {
    var canvas = Canvas(size: Size(width: 6, height: 1), glyphs: .ascii)
    for (x, glyph) in ["→", "●", "学", "│", "×", "é"].enumerated() {
      canvas[x, 0] = Cell(Character(glyph))
    }
    #expect(canvas.lines == ["?*?|xe"], "an arrow has two letters and no stand-in of one")
    canvas.fill(canvas.bounds, with: "▒")
    #expect(canvas.lines == ["######"])
  }

  @Test func wideGlyphsFillByTwos() {
    let canvas = drawn(5, 1) { $1.fill($0, with: "学", style: .accent) }
    #expect(canvas.lines == ["学学"] && canvas[4, 0] == Cell(" ", .accent))
  }

  @Test func canvasesAreEqualByWhatTheyShow() {
    let log = TextLog()
    let heard = TextLog.$current.withValue(log) {
      drawn(4, 1) { $1.write("loss", in: $0) }
    }
    #expect(heard == drawn(4, 1) { $1.write("loss", in: $0) })
    #expect(heard.hashValue == drawn(4, 1) { $1.write("loss", in: $0) }.hashValue)
    #expect(heard != drawn(4, 1) { $1.write(StyledText("loss", .accent), in: $0) })
    #expect(log.all.map(\.text) == ["loss"] && log.all[0].point == Point(x: 0, y: 0))
    #expect(log.all[0].area == heard.bounds)
  }

  @Test func glyphSetsFollowOneAnother() {
    #expect(GlyphSet.allCases.map(\.next) == [.block, .ascii, .braille])
  }

  /// Styles that have a name are what the name says.
  @Test func namedStyles() {
    #expect(Style.text == Style(.text) && Style.selected == Style(.text, .reversed))
    #expect(Style.heading == Style(.heading, .bold) && Style.warning == Style(.warning, .bold))
    let plain: [(Style, Role)] = [
      (.muted, .muted), (.rule, .rule), (.accent, .accent), (.positive, .positive),
      (.negative, .negative), (.right, .right),
    ]
    for (style, role) in plain { #expect(style == Style(role)) }
  }
}
