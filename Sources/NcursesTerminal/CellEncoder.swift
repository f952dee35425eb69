import CTerminal
import TerminalCanvas

/// Cells as the screen wants them, with their colors looked up once.
struct CellEncoder {
  let colors: NcursesColors
  /// False when no code point beyond ASCII may be sent.
  let usesUnicode: Bool
  private var lastStyle = Style.text
  private var lastLook = TerminalCell()

  init(colors: NcursesColors, usesUnicode: Bool) {
    self.colors = colors
    self.usesUnicode = usesUnicode
    lastLook = look(of: .text)
  }

  /// Encodes a cell; `isWide` when the one to its right is its other half.
  mutating func encode(_ cell: Cell, isWide: Bool) -> TerminalCell {
    if cell.style != lastStyle {
      lastStyle = cell.style
      lastLook = look(of: cell.style)
    }
    var code = lastLook
    code.columns = cell.isContinuation ? 0 : (isWide ? 2 : 1)
    (code.base, code.marks.0, code.marks.1) = cell.codePoints
    if !usesUnicode && code.base >= 0x80 { code.base = 0x3F }
    if !usesUnicode { code.marks = (0, 0) }
    if code.showsOnlyItsGround { code.becomeGround() }
    return code
  }

  /// A cell without a glyph.
  private func look(of style: Style) -> TerminalCell {
    let pair = colors.pair(for: style)
    var code = TerminalCell()
    code.foreground = pair.foreground
    code.background = pair.background
    // The bits of both sides are the same.
    code.attributes = style.attributes.rawValue
    return code
  }
}

extension TerminalCell {
  /// Whether its glyph, colors and attributes show nothing but the background: a blank, or a half block on its own color.
  fileprivate var showsOnlyItsGround: Bool {
    let visible = Style.Attributes([.underlined, .reversed]).rawValue
    guard columns == 1, marks == (0, 0), attributes & visible == 0 else { return false }
    let isHalfBlock = base == 0x2580 || base == 0x2584
    return base == 0x20 || isHalfBlock && foreground == background && background >= 0
  }

  /// The one form of all cells that look so, so that none is sent in place of another.
  fileprivate mutating func becomeGround() {
    (base, foreground, attributes) = (0x20, background, 0)
  }
}
