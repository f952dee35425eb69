import TerminalCanvas
import Testing

/// What stands in ASCII for the signs of the field: each keeps its meaning.
struct TransliterationTests {
  private func spelled(_ text: String) -> String { GlyphSet.ascii.written(text) }

  @Test(arguments: [
    ("─━┄┅┈┉╌╍═╴╶╸╺", "-"), ("│┃┆┇┊┋╎╏║╵╷╹╻", "|"), ("┌┐└┘├┤┬┴┼╔╬╭╯", "+"), ("╱", "/"),
    ("╲", "\\"), ("╳", "X"), ("▀▄█▌▐░▒▓▘▟", "#"), ("⠁⠿⣿", "*"), ("⠀", " "),
  ])
  func drawingsKeepTheirShape(signs: String, ascii: String) {
    for sign in signs { #expect(spelled(String(sign)) == ascii, "\(sign)") }
  }

  @Test(arguments: [
    ("·⋅∗•●■◆★", "*"), ("○◦□◇⊙∘", "o"), ("°", "deg"), ("⌊", "["), ("⌋", "]"),
    ("ŝ", "s^"),
    ("×✗✘✕", "x"), ("†", "!"), ("‡", "_"), ("÷∕⁄", "/"),
    ("−–‐‑", "-"),
    ("→⟶⇢", "->"), ("←⟵", "<-"), ("↔", "<->"), ("⇒", "=>"), ("▶▸►›»⟩❯", ">"), ("◀◂◄‹«⟨", "<"),
    ("↑▲▴", "^"), ("↓▼▾", "v"), ("✓✔", "ok"), ("↻", "@"), ("—", "--"), ("…", "..."),
    ("‘’ʼ′", "'"), ("“”„″", "\""), ("€", "EUR"), ("£", "GBP"), ("©", "(c)"),
  ])
  func signsKeepTheirDirectionAndKind(signs: String, ascii: String) {
    for sign in signs { #expect(spelled(String(sign)) == ascii, "\(sign)") }
  }

  @Test(arguments: [
    ("∂", "d"), ("∇E", "grad E"), ("Σ∑", "sum sum"), ("∏", "prod"), ("Δ∆", "DD"), ("εϵ", "eps eps"),
    ("½ ⅓ ⅔ ¼ ¾", "1/2 1/3 2/3 1/4 3/4"), ("≈∼≃∝", "~~~~"), ("≤⩽", "<=<="), ("≥⩾", ">=>="),
    ("≠", "!="), ("≡", "=="), ("≪≫", "<<>>"), ("±∓", "+--+"), ("a∈b", "a in b"), ("∥‖", "||||"),
    ("µ", "u"), ("ß æ œ", "ss ae oe"), ("⌐", "?"),
  ])
  func formulasCanBeReadAloud(formula: String, ascii: String) {
    #expect(spelled(formula) == ascii)
  }

  @Test(arguments: [
    ("x₀₁₂₃₄₅₆₇₈₉", "x0123456789"), ("x⁰¹²³⁴⁵⁶⁷⁸⁹", "x^0123456789"), ("w₊₋₌₍₎", "w+-=()"),
    ("10⁻³ 2ⁿ", "10^-3 2^n"), ("βᵗ xᵏ", "beta^t x^k"), ("x² y²", "x^2 y^2"),
    ("Γ Θ ς", "Gamma Theta sigma"),
    ("é ñ Å ø", "e n A o"), ("αβ", "alpha beta"), ("2α3", "2 alpha3"), ("αx", "alpha x"),
    ("(α)", "(alpha)"), ("a√b", "a sqrt b"),
  ])
  func lettersHaveNames(text: String, ascii: String) {
    #expect(spelled(text) == ascii)
  }

  /// A hat over a letter stands behind it; other marks go, and so does what shows nothing.
  @Test func marksAreSpelledOrLeftOut() {
    #expect(spelled("y\u{302} e\u{301} z\u{303}") == "y^ e z")
    #expect(spelled("a\u{200B}b\u{FE0F}c\u{AD}") == "abc")
    #expect(spelled("\u{1B}\u{202E}") == "??" && spelled("a\tb") == "a b")
  }
}
