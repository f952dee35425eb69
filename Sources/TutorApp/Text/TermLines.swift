import Lessons
import TerminalCanvas

extension GlossaryTerm {
  /// All there is to say of it, set for a width: its name above, air around its meaning.
  func lines(now value: String?, width: Int, _ glyphs: GlyphSet) -> [StyledText] {
    lines(now: value).enumerated().flatMap { index, line in
      StyledText(line, index == 0 ? .heading : .text).wrapped(to: width, glyphs: glyphs)
        + (index < 2 ? [StyledText()] : [])
    }
  }
}
