import TerminalCanvas

/// The one place where roles become colors.
///
/// Text colors reach a contrast of 4.4:1 or more on black and on white alike, and differ in blue and
/// yellow, which every common color blindness leaves apart. They sit on exact cells of the 256-color
/// cube. The terminal's own colors remain for plain text and for every background without a role.
struct NcursesColors: Hashable, Sendable {
  /// What a terminal can show.
  enum Depth: Hashable, Sendable {
    case none, basic, palette, direct
  }

  /// Color numbers as the terminal counts them; -1 is its own.
  struct Pair: Hashable, Sendable {
    var foreground: Int32
    var background: Int32
  }

  let depth: Depth

  /// Chooses the depth for a number of colors; 16 are used as 8, whose meaning is the same everywhere.
  init(colorCount: Int) {
    switch colorCount {
    case ..<8: depth = .none
    case ..<256: depth = .basic
    case ..<65_536: depth = .palette
    default: depth = .direct
    }
  }

  /// The colors of a style.
  func pair(for style: Style) -> Pair {
    guard let background = style.background, fill(background) >= 0 else {
      return Pair(foreground: number(glyph(style.role)), background: -1)
    }
    return Pair(
      foreground: number(ink(style.role, on: background)), background: number(fill(background)))
  }

  /// The attributes of a style, where lack of color must not lose a decision region.
  func attributes(for style: Style) -> Style.Attributes {
    guard depth == .none, style.background == .region2 || style.background == .region3 else {
      return style.attributes
    }
    return style.attributes.symmetricDifference(.reversed)
  }

  /// A glyph's color on a background with a role: regions keep theirs, all else is made legible.
  private func ink(_ role: Role, on background: Role) -> Int32 {
    role.isRegion ? fill(role) : (needsLightInk(background) ? light : dark)
  }

  private func needsLightInk(_ role: Role) -> Bool {
    switch depth {
    case .basic: role == .region0 || role == .series1
    default: role == .region0
    }
  }

  private var light: Int32 { depth == .basic ? 7 : 231 }
  private var dark: Int32 { depth == .basic ? 0 : 16 }

  private func glyph(_ role: Role) -> Int32 {
    role.isRegion ? fill(role) : text(role)
  }

  /// The color of a role's background.
  private func fill(_ role: Role) -> Int32 {
    switch (depth, role) {
    case (.none, _): -1
    case (.basic, .region0): 4  // blue
    case (.basic, .region1): 6  // cyan
    case (.basic, .region2): 7  // white
    case (.basic, .region3): 3  // yellow
    case (_, .region0): 25  // #005faf
    case (_, .region1): 110  // #87afd7
    case (_, .region2): 180  // #d7af87
    case (_, .region3): 166  // #d75f00
    default: text(role)
    }
  }

  /// The color of a role's text.
  private func text(_ role: Role) -> Int32 {
    switch depth {
    case .none: -1
    case .basic: basicText(role)
    case .palette, .direct: paletteText(role)
    }
  }

  private func paletteText(_ role: Role) -> Int32 {
    switch role {
    case .text, .heading, .region0, .region1, .region2, .region3: -1
    case .muted: 243  // #767676
    case .accent: 30  // #008787
    case .positive, .series1: 63  // #5f5fff
    case .negative, .series2: 130  // #af5f00
    case .series3: 29  // #00875f
    case .warning, .series4: 163  // #d700af
    }
  }

  /// The eight colors are whatever the terminal's theme makes of them.
  private func basicText(_ role: Role) -> Int32 {
    switch role {
    case .text, .muted, .heading, .region0, .region1, .region2, .region3: -1
    case .accent, .positive, .series1: 6  // cyan
    case .negative, .series2: 3  // yellow
    case .series3: 2  // green
    case .warning, .series4: 5  // magenta
    }
  }

  /// The number of a color of the 256 on this terminal, which may want red, green and blue instead.
  private func number(_ color: Int32) -> Int32 {
    depth == .direct && color >= 16 ? Self.rgb(ofPaletteColor: color) : color
  }

  /// The value 0xRRGGBB of color 16...255: a cube of six levels, then 24 grays.
  static func rgb(ofPaletteColor color: Int32) -> Int32 {
    guard color < 232 else { return (8 + (color - 232) * 10) * 0x01_0101 }
    let level: (Int32) -> Int32 = { $0 == 0 ? 0 : 55 + 40 * $0 }
    let cell = color - 16
    return level(cell / 36) << 16 | level(cell / 6 % 6) << 8 | level(cell % 6)
  }
}

extension Role {
  fileprivate var isRegion: Bool {
    switch self {
    case .region0, .region1, .region2, .region3: true
    default: false
    }
  }
}
