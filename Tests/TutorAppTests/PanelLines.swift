import TerminalCanvas

@testable import TutorApp

extension Tutor {
  /// One panel alone, as lines of a size.
  func lines(_ panel: Panel, _ width: Int, _ height: Int, _ glyphs: GlyphSet = .braille) -> [String]
  {
    var canvas = Canvas(size: Size(width: width, height: height), glyphs: glyphs)
    panel.draw(model, canvas.bounds, &canvas)
    return canvas.lines
  }

  /// A tutor after some keys.
  func pressing(_ keys: Key...) -> Tutor {
    var tutor = self
    for key in keys { tutor.press(key) }
    return tutor
  }
}
