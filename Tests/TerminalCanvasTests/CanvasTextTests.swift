import TerminalCanvas
import Testing

struct CanvasTextTests {
  private func written(_ text: String, width: Int = 20, glyphs: GlyphSet = .braille) -> String {
    var canvas = Canvas(size: Size(width: width, height: 1), glyphs: glyphs)
    canvas.write(text, at: Point(x: 0, y: 0))
    return canvas.text
  }

  @Test func textIsClippedAtTheRight() {
    #expect(written("gradient", width: 4) == "grad")
  }

  /// What is left of a number at an edge is never another number.
  @Test(arguments: [
    ("δ +0.0948", 8, "δ +0.09…"), ("δ +0.0948", 9, "δ +0.0948"), ("b -0.65", 3, "b …"),
    ("12", 1, "…"), ("9 10", 3, "9 …"), ("1.5e-7", 3, "1.…"), ("1.5e-7", 4, "1.5…"),
    ("1.5e-7", 5, "1.5e…"), ("3.", 1, "3"), ("3, 4", 1, "3"), ("14%", 2, "1…"), ("w1 x", 2, "w1"),
    ("10⁻⁵", 2, "1…"), ("10⁻⁵", 3, "10…"), ("0.5 ", 3, "0.5"), ("a - 1", 3, "a -"),
  ])
  func aNumberIsNeverCutToAnother(text: String, width: Int, shown: String) {
    #expect(written(text, width: width) == shown)
  }

  @Test func theLeftEdgeCutsNoNumberEither() {
    var canvas = Canvas(size: Size(width: 6, height: 1))
    canvas.write("a 0.65 x", at: Point(x: -3, y: 0))
    #expect(canvas.text == "…65 x")
  }

  @Test func wideCharactersTakeTwoColumns() {
    var canvas = Canvas(size: Size(width: 6, height: 1))
    let columns = canvas.write("日本a", at: Point(x: 0, y: 0))
    #expect(columns == 5)
    #expect(canvas.text == "日本a")
    #expect(canvas[1, 0].isContinuation && canvas[4, 0].character == "a")
  }

  @Test func aWideCharacterLosesBothHalves() {
    var canvas = Canvas(size: Size(width: 6, height: 1))
    canvas.write("日本", at: Point(x: 0, y: 0))
    canvas.write("x", at: Point(x: 1, y: 0))
    #expect(canvas.text == " x本")
    canvas.write("y", at: Point(x: 2, y: 0))
    #expect(canvas.text == " xy")
  }

  @Test func aWideCharacterDoesNotStickOut() {
    #expect(written("a日", width: 2) == "a")
  }

  @Test func marksJoinTheGlyphBeforeThem() {
    #expect(written("y\u{302}=1") == "y\u{302}=1")
    #expect(GlyphSet.braille.columns(of: "y\u{302}=1") == 3)
  }

  @Test func controlsAndOverridesBecomeVisible() {
    #expect(written("a\u{1B}[2J") == "a\u{FFFD}[2J")
    #expect(written("a\u{202E}b\u{7}\u{9B}") == "a\u{FFFD}b\u{FFFD}\u{FFFD}")
    #expect(written("a\tb\nc\u{200D}d") == "a b cd")
  }

  @Test(arguments: [
    ("∂E/∂w₁ = δ·a", "dE/dw1 = delta*a"), ("η → 0.4", "eta -> 0.4"), ("10⁻⁵ m²", "10^-5 m^2"),
    ("ŷ ≈ y\u{302}", "y^ ~ y^"), ("‘naïve’ … ✓", "'naive' ... ok"), ("─│┼", "-|+"),
    ("∇L ≤ √2 · ∞", "grad L <= sqrt2 * inf"), ("1/(2ηc) √x", "1/(2 eta c) sqrt x"),
    ("größe", "grosse"), ("日\u{1B}", "??"),
    ("Wᵀ xᵢ βⱼ Ω", "W^T xi betaj Omega"),
    ("Σ − × ≥ ±", "sum - x >= +-"), ("θ σ(z) λ ε μ", "theta sigma(z) lambda eps mu"),
  ])
  func asciiKeepsTheMeaning(text: String, ascii: String) {
    #expect(written(text, width: 30, glyphs: .ascii) == ascii)
    #expect(GlyphSet.ascii.columns(of: text) == ascii.count)
  }

  @Test func textIsAligned() {
    var canvas = Canvas(size: Size(width: 9, height: 4))
    canvas.write("abc", in: canvas.bounds, row: 0)
    canvas.write("abc", in: canvas.bounds, row: 1, alignment: .center)
    canvas.write("abc", in: canvas.bounds, row: 2, alignment: .trailing)
    canvas.write("learning rate", in: canvas.bounds, row: 3)
    #expect(canvas.lines == ["abc", "   abc", "      abc", "learning…"])
  }

  @Test func stylesFollowTheSpans() {
    var canvas = Canvas(size: Size(width: 9, height: 1))
    canvas.write("loss " + StyledText("0.08", .accent), at: Point(x: 0, y: 0))
    #expect(canvas.text == "loss 0.08")
    #expect(canvas[4, 0].style == .text && canvas[5, 0].style == .accent)
  }

  /// The minus of formulas and that of numbers are one, which can be typed.
  @Test(arguments: GlyphSet.allCases) func thereIsOneMinus(glyphs: GlyphSet) {
    #expect(glyphs.written("a − -1") == "a - -1")
  }
}
