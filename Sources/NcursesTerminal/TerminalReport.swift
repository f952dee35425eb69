import Platform
import TerminalCanvas

/// What a terminal is found to be.
public struct TerminalReport: Hashable, Sendable {
  /// Its type, as TERM names it.
  public let type: String
  /// Its columns and rows.
  public let size: Size
  /// How many colors are used; 0 without color.
  public let colorCount: Int
  /// The best characters that it is known to show.
  public let glyphs: GlyphSet
  /// Whether its background counts as light.
  public let isLight: Bool
  /// Whether it has told the color of its background.
  public let hasToldBackground: Bool
  /// A sentence about how it was opened, if there is something to say.
  public let notice: String?
}

extension NcursesScreen {
  /// Opens the terminal, asks for its background and gives it back.
  /// - Throws: why there is no terminal to draw on.
  public static func examine(
    options: TerminalOptions = TerminalOptions()
  ) throws(TerminalError) -> TerminalReport {
    let screen = try NcursesScreen(options: options)
    let wasAsked = screen.askedAt != nil
    screen.awaitReply()
    let hasToldBackground = wasAsked && screen.askedAt == nil
    screen.close()
    return TerminalReport(
      type: getenv("TERM").map { String(cString: $0) } ?? "", size: screen.size,
      colorCount: screen.colorCount, glyphs: screen.preferredGlyphs,
      isLight: screen.frame.theme == .light, hasToldBackground: hasToldBackground,
      notice: screen.notice)
  }
}
