import TerminalCanvas

/// One line for each role, in every attribute and on every region, and cells that try to break the grid.
enum StylePage {
  static func canvas(size: Size, glyphs: GlyphSet) -> Canvas {
    var canvas = Canvas(size: size, glyphs: glyphs)
    for (row, role) in Role.allCases.enumerated() {
      for bits in 0..<UInt8(16) {
        let style = Style(role, Style.Attributes(rawValue: bits))
        canvas.write("ab", at: Point(x: 20 + 2 * Int(bits), y: row), style: style)
      }
      let regions: [Role] = [.region0, .region1, .region2, .region3]
      for (column, region) in regions.enumerated() {
        let style = Style(role, background: region)
        canvas.write("▀x", at: Point(x: 52 + 2 * column, y: row), style: style)
      }
    }
    let awkward = "[漢字] [e\u{301}\u{302}] [\u{1B}[2J] [\u{9B}H] [👩‍👩‍👧] [⣿] [\u{202E}x] [\u{200B}]"
    canvas.write(awkward, at: Point(x: 20, y: Role.allCases.count), style: .text)
    // Wide for the canvas, and too new for many a C library to know.
    canvas.write("[\u{1FAE8}]", at: Point(x: 20, y: Role.allCases.count + 1), style: .text)
    return canvas
  }
}
