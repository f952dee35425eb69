/// When colors are used.
public enum ColorMode: String, CaseIterable, Sendable {
  /// When the terminal has them, unless NO_COLOR is set to anything.
  case auto
  /// Never: no control sequence for colors is sent.
  case never
  /// When the terminal has them, whatever NO_COLOR says.
  case always
}

/// Which of two sets of colors is used.
public enum ThemeChoice: String, CaseIterable, Sendable {
  /// The terminal is asked for its background; where it does not answer, COLORFGBG counts, and else dark.
  case auto
  /// For light text on dark.
  case dark
  /// For dark text on light.
  case light
}

/// How a terminal is opened.
public struct TerminalOptions: Hashable, Sendable {
  /// When colors are used.
  public var color: ColorMode
  /// Which of two sets of colors is used.
  public var theme: ThemeChoice
  /// Whether characters beyond ASCII may be sent; nil asks the locale.
  public var unicode: Bool?
  /// Whether large changes are marked as one frame, so that none is seen half drawn.
  public var synchronizesFrames: Bool

  /// Makes options; the defaults suit everyone.
  public init(
    color: ColorMode = .auto, theme: ThemeChoice = .auto, unicode: Bool? = nil,
    synchronizesFrames: Bool = true
  ) {
    self.color = color
    self.theme = theme
    self.unicode = unicode
    self.synchronizesFrames = synchronizesFrames
  }
}
