import ArgumentParser
import NcursesTerminal
import TerminalCanvas

/// How the tutor shows itself.
struct ScreenOptions: ParsableArguments {
  @Flag(help: "Lines of text in place of a screen: for a screen reader or a simple terminal.")
  var plain = false

  @Option(help: "The characters to draw with: braille, block or ascii.")
  var glyphs: GlyphSet?

  @Option(help: "Colors: auto, never or always. NO_COLOR counts as never.")
  var color = ColorMode.auto

  @Option(
    help: "Colors for a dark or a light background: dark, light, or auto, which asks the terminal.")
  var theme = ThemeChoice.auto
}

extension GlyphSet: ExpressibleByArgument {}
extension ColorMode: ExpressibleByArgument {}
extension ThemeChoice: ExpressibleByArgument {}
