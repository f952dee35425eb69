import TerminalCanvas
import Testing

struct StyledTextTests {
  private let text = "loss " + StyledText("0.08", .accent) + StyledText("12", .accent) + "!"

  @Test func neighborsInOneStyleAreOne() {
    #expect(text.spans == [Span("loss "), Span("0.0812", .accent), Span("!")])
    #expect(StyledText([Span("a"), Span("", .accent), Span("b")]).spans == [Span("ab")])
    #expect(StyledText("", .accent).isEmpty && !text.isEmpty)
    #expect(text.plain == "loss 0.0812!")
    let number = 4
    #expect("η \(number)" as StyledText == StyledText("η 4"))
  }

  @Test func restylingJoinsWhatBecomesAlike() {
    let selected = text.restyled { $0 = .selected }
    #expect(selected.spans == [Span("loss 0.0812!", .selected)])
    let bold = text.restyled { $0.attributes.insert(.bold) }
    #expect(
      bold.spans.map(\.style) == [Style(.text, .bold), Style(.accent, .bold), Style(.text, .bold)])
  }

  /// What is cut off is said by an ellipsis in the style of the place where it stands.
  @Test func aCutIsMarked() {
    let glyphs = GlyphSet.braille
    #expect(glyphs.truncated(text, to: 12) == text)
    #expect(glyphs.truncated(text, to: 8).spans == [Span("loss "), Span("0.…", .accent)])
    #expect(glyphs.truncated(text, to: 5).spans == [Span("loss…")])
    #expect(glyphs.truncated(text, to: 6).spans == [Span("loss "), Span("…", .accent)])
    #expect(glyphs.truncated(text, to: 1).plain == "…" && glyphs.truncated(text, to: 0).isEmpty)
    #expect(GlyphSet.ascii.truncated(text, to: 8).plain == "loss 0.~")
    #expect(
      glyphs.truncated("日本", to: 3).plain == "日…" && glyphs.truncated("日本", to: 2).plain == "…")
    #expect(
      GlyphSet.ascii.truncated("η → 1", to: 6).plain == "η ~", "an arrow has two letters there")
  }

  @Test func textKnowsHowFarItWent() {
    var canvas = Canvas(size: Size(width: 9, height: 2))
    #expect(canvas.write(text, at: Point(x: 2, y: 0)) == 7)
    #expect(
      canvas.write("x", at: Point(x: 0, y: 2)) == 0
        && canvas.write("x", at: Point(x: 0, y: -1)) == 0)
    #expect(
      canvas.write("abc", at: Point(x: -2, y: 1)) == 3
        && canvas.write("ab", at: Point(x: 9, y: 1)) == 0)
    #expect(canvas.lines == ["  loss 0…", "c"])
    let clip = Rect(x: 2, y: 1, width: 3, height: 1)
    canvas.write("uvwxyz", at: Point(x: 1, y: 1), within: clip)
    canvas.write("uvwxyz", at: Point(x: 1, y: 0), within: clip)
    #expect(canvas.lines == ["  loss 0…", "c vwx"])
  }

  @Test func rowsThatARectangleHasNotAreNotWritten() {
    var canvas = Canvas(size: Size(width: 5, height: 4))
    let rect = Rect(x: 1, y: 1, width: 3, height: 2)
    for row in [-1, 2] { #expect(canvas.write("abc", in: rect, row: row) == 0) }
    #expect(canvas.write(["one", "two", "six"], in: rect, alignment: .trailing) == 2)
    #expect(canvas.lines == ["", " one", " two", ""])
    #expect(canvas.write(["a"], in: rect, alignment: .center) == 1)
    #expect(canvas.lines[1] == " oae")
  }

  /// A wide character at an edge of its place is blank there: half a glyph does not exist.
  @Test func halfAWideGlyphIsBlank() {
    let clip = Rect(x: 1, y: 0, width: 4, height: 1)
    let canvas = drawn(6, 1) {
      $1.fill($0, with: "-")
      $1.write("日本語", at: Point(x: 0, y: 0), within: clip)
    }
    #expect(canvas.lines == ["- 本 -"])
  }

  @Test(arguments: [
    ("+3", 1, "…"), ("1E5", 1, "…"), ("1E5", 2, "1…"), ("1e+7", 1, "…"), ("1e+7", 2, "1…"),
    ("1ex", 1, "1"), ("1.x", 1, "1"), ("x.5", 2, "x…"), ("2²", 1, "…"), ("x²", 1, "x"),
    ("12²³", 3, "12…"), ("e-5", 1, "…"), ("e-x", 1, "e"), ("7%", 1, "…"), ("x%", 1, "x"),
  ])
  func aCutNumberIsSeenToBeCut(text: String, width: Int, shown: String) {
    #expect(drawn(width, 1) { $1.write(text, at: $0.origin) }.text == shown)
  }

  @Test func tabsAndLeadingBlanks() {
    func wrapped(_ text: StyledText, _ width: Int, rest: StyledText? = nil) -> [String] {
      text.wrapped(to: width, glyphs: .braille, first: "> ", rest: rest).map(\.plain)
    }
    #expect(wrapped("a\tb", 9) == ["> a b"])
    #expect(wrapped("  indented words", 12) == [">   indented", "  words"])
    #expect(wrapped("  in words", 9, rest: "| ") == [">   in", "| words"])
    #expect(wrapped("one   two", 7) == ["> one", "  two"], "blanks at a break go")
    #expect(wrapped("a\n  b", 9) == ["> a", "  b"])
  }
}
