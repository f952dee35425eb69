import TerminalCanvas

extension Tone {
  /// A ground that is told from the background, and on which labels are legible.
  static let shade = Tone(.relief, level: 13)
  /// One that is told from it, where two of them overlap.
  static let deepShade = Tone(.relief, level: 8)
}
