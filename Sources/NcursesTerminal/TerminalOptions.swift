/// When colors are used.
public enum ColorMode: String, CaseIterable, Sendable {
  /// When the terminal has them, unless NO_COLOR is set to anything.
  case auto
  /// Never: no control sequence for colors is sent.
  case never
  /// When the terminal has them, whatever NO_COLOR says.
  case always
}

/// How a terminal is opened.
public struct TerminalOptions: Hashable, Sendable {
  /// When colors are used.
  public var color: ColorMode
  /// Whether characters beyond ASCII may be sent; nil asks the locale.
  public var unicode: Bool?
  /// Whether large changes are marked as one frame, so that none is seen half drawn.
  public var synchronizesFrames: Bool

  /// Makes options; the defaults suit everyone.
  public init(
    color: ColorMode = .auto, unicode: Bool? = nil, synchronizesFrames: Bool = true
  ) {
    self.color = color
    self.unicode = unicode
    self.synchronizesFrames = synchronizesFrames
  }
}
