import NcursesTerminal
import TerminalCanvas

/// A screen as text with the escape sequences of colors, for terminals that have all of them.
struct ColoredText {
  let canvas: Canvas
  let colors: PictureColors

  /// Every row, with an end of line.
  var text: String { (0..<canvas.size.height).map { row($0) + "\n" }.joined() }

  /// A row that begins and ends in the terminal's own colors.
  func row(_ y: Int) -> String {
    var text = ""
    var last: Style?
    for x in 0..<canvas.size.width where !canvas[x, y].isContinuation {
      let cell = canvas[x, y]
      if cell.style != last { text += sequence(for: cell.style) }
      last = cell.style
      text.append(cell.character)
    }
    return text + "\u{1B}[0m"
  }

  private func sequence(for style: Style) -> String {
    let pair = colors.pair(for: style)
    var codes = ["0", "38;2;" + Self.parts(pair.ink)]
    if let ground = pair.ground { codes.append("48;2;" + Self.parts(ground)) }
    if style.attributes.contains(.bold) { codes.append("1") }
    if style.attributes.contains(.underlined) { codes.append("4") }
    return "\u{1B}[" + codes.joined(separator: ";") + "m"
  }

  private static func parts(_ color: Int32) -> String {
    "\(color >> 16 & 255);\(color >> 8 & 255);\(color & 255)"
  }
}
