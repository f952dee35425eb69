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
