import TerminalCanvas
import Testing

@testable import TutorApp

extension Tutor {
  /// One panel alone, as lines of a size.
  func lines(_ panel: Panel, _ width: Int, _ height: Int, _ glyphs: GlyphSet = .braille) -> [String]
  {
    var canvas = Canvas(size: Size(width: width, height: height), glyphs: glyphs)
    panel.draw(model, canvas.bounds, &canvas)
    return canvas.lines
  }

  /// A panel alone has these lines in a size, and blank ones below.
  func expect(
    _ panel: Panel, _ width: Int, _ height: Int, in glyphs: GlyphSet = .braille,
    _ lines: [String],
    at place: SourceLocation = #_sourceLocation
  ) {
    let drawn = drawing(of: panel, width, height, glyphs).lines
    let shown = Array(drawn.reversed().drop { $0.isEmpty }.reversed())
    #expect(shown == lines, "\(panel)", sourceLocation: place)
  }

  /// A tutor after some keys.
  func pressing(_ keys: Key...) -> Tutor {
    var tutor = self
    for key in keys { tutor.press(key) }
    return tutor
  }
}
