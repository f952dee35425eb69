import TerminalCanvas

/// One line for each role, in every attribute and on every ramp, and cells that try to break the grid.
enum StylePage {
  /// The line below those of the roles.
  static var lastLine: Int { Role.allCases.count }

  static func canvas(size: Size, glyphs: GlyphSet, showsTones: Bool) -> Canvas {
    var canvas = Canvas(size: size, glyphs: glyphs, showsTones: showsTones)
    for (row, role) in Role.allCases.enumerated() {
      for bits in 0..<UInt8(16) {
        let style = Style(role, Style.Attributes(rawValue: bits))
        canvas.write("ab", at: Point(x: 20 + 2 * Int(bits), y: row), style: style)
      }
      let grounds = [Tone(.sign, -1), Tone(.sign, 0), Tone(.sign, 1), Tone(.magnitude, 1)]
      for (column, ground) in grounds.enumerated() {
        canvas.write("x", at: Point(x: 52 + column, y: row), style: Style(role, ground: ground))
      }
    }
    let awkward = "[漢字] [e\u{301}\u{302}] [\u{1B}[2J] [\u{9B}H] [👩‍👩‍👧] [⣿] [\u{202E}x] [\u{200B}]"
    canvas.write(awkward, at: Point(x: 20, y: lastLine), style: .text)
    // Wide for the canvas, and too new for many a C library to know.
    canvas.write("[\u{1FAE8}]", at: Point(x: 20, y: lastLine + 1), style: .text)
    return canvas
  }
}

/// One line for each ramp, of two samples a cell, with something written over it.
enum TonePage {
  static func canvas(size: Size, glyphs: GlyphSet, showsTones: Bool) -> Canvas {
    var canvas = Canvas(size: size, glyphs: glyphs, showsTones: showsTones)
    for (row, ramp) in Ramp.all.enumerated() {
      let rect = Rect(x: 40, y: 1 + row, width: Tone.top + 1, height: 1)
      canvas.drawTones(in: rect) { x, y in Tone(ramp, level: y == 0 ? x : Tone.top - x) }
    }
    canvas.write("tones", at: Point(x: 40, y: Ramp.all.count + 1))
    return canvas
  }
}
