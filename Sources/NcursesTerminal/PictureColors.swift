import TerminalCanvas

/// The colors that a terminal of all colors shows, for pictures of the screen.
public struct PictureColors: Sendable {
  /// Colors as 0xRRGGBB.
  public struct Pair: Hashable, Sendable {
    /// Of the glyph.
    public let ink: Int32
    /// Behind it; nil for the background of the whole picture.
    public let ground: Int32?
  }

  /// The background of the whole picture.
  public let background: Int32
  /// What the terminal's own color would be.
  public let foreground: Int32
  private let colors: NcursesColors

  /// The colors on a dark or a light background; without them there are text, faint text and exchanged text.
  public init(isLight: Bool, hasColors: Bool = true) {
    colors = NcursesColors(colorCount: hasColors ? 1 << 24 : 0, theme: isLight ? .light : .dark)
    (background, foreground) = isLight ? (0xFFFFFF, 0x1F2328) : (0x0F1218, 0xD7DCE2)
  }

  /// The colors of a style: faint ones are mixed with what lies behind, exchanged ones change places.
  public func pair(for style: Style) -> Pair {
    let pair = colors.pair(for: style)
    let ground: Int32? = pair.background < 0 ? nil : pair.background
    let ink = pair.foreground < 0 ? foreground : pair.foreground
    let isDim = style.attributes.contains(.dim)
    let shown = isDim ? RampColors.mix(ink, ground ?? background, 0.5) : ink
    guard style.attributes.contains(.reversed) else { return Pair(ink: shown, ground: ground) }
    return Pair(ink: ground ?? background, ground: shown)
  }
}
