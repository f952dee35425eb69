import TerminalCanvas

/// A canvas with a drawing all over it.
func drawn(
  _ width: Int, _ height: Int, _ glyphs: GlyphSet = .braille, tones: Bool = false,
  _ draw: (Rect, inout Canvas) -> Void
) -> Canvas {
  var canvas = Canvas(size: Size(width: width, height: height), glyphs: glyphs, showsTones: tones)
  draw(canvas.bounds, &canvas)
  return canvas
}

extension Canvas {
  /// The lines with a letter for the role of each glyph in place of it.
  var roles: [String] {
    (0..<size.height).map { y in
      var line = ""
      for x in 0..<size.width {
        let cell = self[x, y]
        line.append(cell.character == " " ? " " : Self.letters[Int(cell.style.role.rawValue)])
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// In the order of the roles: text, muted, rule, heading, accent; signs, right, warning; series; guess.
  private static let letters = Array("tmrha+-o!1234?")
}
