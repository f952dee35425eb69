/// Readable ASCII for the characters of formulas and prose: `∂E/∂w₁` becomes `dE/dw1`.
extension Unicode.Scalar {
  /// What an ASCII terminal shows instead; nil when nothing is known and `?` must do.
  var asciiForm: String? {
    switch value {
    case 0x2500...0x257F: boxForm
    case 0x2800: " "
    case 0x2801...0x28FF: "*"
    case 0x2580...0x259F: "#"
    default: symbolForm ?? nameForm
    }
  }

  private var boxForm: String {
    switch self {
    case "─", "━", "┄", "┅", "┈", "┉", "╌", "╍", "═", "╴", "╶", "╸", "╺": "-"
    case "│", "┃", "┆", "┇", "┊", "┋", "╎", "╏", "║", "╵", "╷", "╹", "╻": "|"
    case "╱": "/"
    case "╲": "\\"
    case "╳": "X"
    default: "+"
    }
  }

  private var symbolForm: String? {
    switch self {
    case "\u{A0}", "\u{2002}", "\u{2003}", "\u{2007}", "\u{2009}", "\u{200A}", "\u{202F}": " "
    case "−", "–", "‐", "‑": "-"
    case "—": "--"
    case "…": "..."
    case "·", "⋅", "∗", "•", "●", "■", "◆", "★": "*"
    case "○", "◦", "□", "◇", "⊙", "∘": "o"
    case "°": "deg"
    case "×", "✗", "✘", "✕": "x"
    case "†": "!"
    case "‡": "_"
    case "÷", "∕", "⁄": "/"
    case "→", "⟶", "⇢": "->"
    case "←", "⟵": "<-"
    case "↔": "<->"
    case "⇒": "=>"
    case "▶", "▸", "►", "›", "»", "⟩", "❯": ">"
    case "◀", "◂", "◄", "‹", "«", "⟨": "<"
    case "↑", "▲", "▴": "^"
    case "↓", "▼", "▾": "v"
    case "✓", "✔": "ok"
    case "↻": "@"
    default: mathForm
    }
  }

  private var mathForm: String? {
    switch self {
    case "∂": "d"
    case "∇": "grad "
    case "Σ", "∑": "sum"
    case "∏": "prod"
    case "Δ", "∆": "D"
    case "ε", "ϵ": "eps"
    case "λ": "lambda"
    case "√": "sqrt"
    case "½": "1/2"
    case "⅓": "1/3"
    case "⅔": "2/3"
    case "¼": "1/4"
    case "¾": "3/4"
    case "∞": "inf"
    case "≈", "∼", "≃": "~"
    case "≤", "⩽": "<="
    case "≥", "⩾": ">="
    case "≠": "!="
    case "≡": "=="
    case "≪": "<<"
    case "≫": ">>"
    case "±": "+-"
    case "∓": "-+"
    case "∈": " in "
    case "∥", "‖": "||"
    case "∝": "~"
    case "ŷ": "y^"
    case "ŝ": "s^"
    case "⌊": "["
    case "⌋": "]"
    case "µ": "u"
    case "ᵀ": "T"
    case "‘", "’", "ʼ", "′": "'"
    case "“", "”", "„", "″": "\""
    case "€": "EUR"
    case "£": "GBP"
    case "©": "(c)"
    case "ß": "ss"
    case "æ": "ae"
    case "œ": "oe"
    default: nil
    }
  }

  /// The form that the character's Unicode name gives away, as `GREEK SMALL LETTER ETA`.
  private var nameForm: String? {
    guard let words = properties.name?.split(separator: " "), let first = words.first else {
      return nil
    }
    switch first {
    case "GREEK", "LATIN": return Self.letterForm(words)
    case "MODIFIER": return words.last.flatMap { $0.count == 1 ? $0.lowercased() : nil }
    case "SUBSCRIPT", "SUPERSCRIPT": return words.count > 1 ? Self.scriptForm(words) : nil
    default: return nil
    }
  }

  private static func letterForm(_ words: [Substring]) -> String? {
    guard let letter = words.firstIndex(of: "LETTER"), letter + 1 < words.endIndex else {
      return nil
    }
    let name = words[letter + 1] == "FINAL" ? words.last : words[letter + 1]
    guard let name, words[0] == "GREEK" || name.count <= 2 else { return nil }
    if words.contains("CAPITAL") { return name.prefix(1) + name.dropFirst().lowercased() }
    return name.lowercased()
  }

  private static func scriptForm(_ words: [Substring]) -> String? {
    let digits = [
      "ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE",
    ]
    if let digit = digits.firstIndex(of: String(words[1])) { return String(digit) }
    switch words[1] {
    case "PLUS": return "+"
    case "MINUS": return "-"
    case "EQUALS": return "="
    case "LEFT": return "("
    case "RIGHT": return ")"
    default: return words.last.map { $0.lowercased() }
    }
  }

  /// True for raised characters, which ASCII writes after a caret: `10⁻⁵` becomes `10^-5`.
  var isSuperscript: Bool {
    switch value {
    case 0xB2, 0xB3, 0xB9, 0x2070...0x207F, 0x1D2C...0x1D61: true
    default: false
    }
  }
}

extension Glyph {
  /// The one ASCII character that stands for the glyph where only one column is free.
  var asciiStandIn: Glyph {
    guard let form = Unicode.Scalar(codePoint(0))?.asciiForm?.unicodeScalars,
      form.count == 1, let scalar = form.first, scalar.isPrintableASCII
    else { return Glyph("?") }
    return Glyph(base: scalar)
  }
}
