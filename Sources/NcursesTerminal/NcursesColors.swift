import TerminalCanvas

/// The one place where roles and tones become colors.
///
/// The terminal's own colors remain for plain text and for every background without a tone.
struct NcursesColors: Sendable {
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
  let theme: Theme
  /// The color of every tone, and the one that is legible on it.
  private let tones: [Pair]

  /// Chooses the depth for a number of colors; 16 are used as 8, whose meaning is the same everywhere.
  init(colorCount: Int, theme: Theme = .dark) {
    let depth = Depth(colorCount: colorCount)
    self.depth = depth
    self.theme = theme
    tones = Ramp.all.flatMap { ramp in
      let colors = theme == .dark ? RampColors.onDark(ramp) : .onLight(ramp)
      return (0...Tone.top).map { Self.pair(of: colors, level: $0, depth) }
    }
  }

  /// The colors of a style.
  ///
  /// Eight colors are too few for grounds: there, glyphs say what those would.
  func pair(for style: Style) -> Pair {
    let usesGround = depth == .palette || depth == .direct
    guard let ground = style.ground.map(pair(of:)), usesGround else {
      return Pair(foreground: ink(of: style) ?? number(text(style.role)), background: -1)
    }
    // On a map that is close to the background a glyph keeps its hue, on other tones it is black or white.
    let front = style.ground?.ramp == .relief ? number(text(style.role)) : ground.foreground
    return Pair(foreground: ink(of: style) ?? front, background: ground.background)
  }

  /// True when the colors tell the levels of a ramp apart.
  var showsTones: Bool { depth == .palette || depth == .direct }

  private func ink(of style: Style) -> Int32? { style.tone.map { pair(of: $0).background } }

  private func pair(of tone: Tone) -> Pair {
    tones[tone.ramp.index * (Tone.top + 1) + Int(tone.level)]
  }

  /// A level's color as background, and black or white in front of it.
  private static func pair(of ramp: RampColors, level: Int, _ depth: Depth) -> Pair {
    switch depth {
    case .none: return Pair(foreground: -1, background: -1)
    case .basic: return Pair(foreground: -1, background: ramp.basic(level: level))
    case .palette:
      let color = ramp.palette(level: level)
      let isDark = rgb(ofPaletteColor: color).luminance < middleLuminance
      return Pair(foreground: isDark ? 231 : 16, background: color)
    case .direct:
      // Numbers below 8 are not red, green and blue, so black is a trace of blue.
      let color = ramp.direct(level: level)
      let isDark = color.luminance < middleLuminance
      return Pair(foreground: isDark ? 0xFFFFFF : 0x00_0008, background: color)
    }
  }

  /// The luminance on which black and white have the same contrast.
  static let middleLuminance = 0.179

  /// The color of a role's text.
  private func text(_ role: Role) -> Int32 {
    switch depth {
    case .none: -1
    case .basic: RoleColors.basic(role, on: theme)
    case .palette: RoleColors.number(role, on: theme)
    case .direct: RoleColors.direct(role, on: theme) ?? RoleColors.number(role, on: theme)
    }
  }

  /// The number of a color of the 256 on this terminal, which may want red, green and blue instead.
  private func number(_ color: Int32) -> Int32 {
    depth == .direct && (16..<256).contains(color) ? Self.rgb(ofPaletteColor: color) : color
  }

  /// The value 0xRRGGBB of color 16...255: a cube of six levels, then 24 grays.
  static func rgb(ofPaletteColor color: Int32) -> Int32 {
    guard color < 232 else { return (8 + (color - 232) * 10) * 0x01_0101 }
    let level: (Int32) -> Int32 = { $0 == 0 ? 0 : 55 + 40 * $0 }
    let cell = color - 16
    return level(cell / 36) << 16 | level(cell / 6 % 6) << 8 | level(cell % 6)
  }
}

extension NcursesColors.Depth {
  init(colorCount: Int) {
    switch colorCount {
    case ..<8: self = .none
    case ..<256: self = .basic
    case ..<65_536: self = .palette
    default: self = .direct
    }
  }
}

extension Ramp {
  /// The place in `Ramp.all`.
  fileprivate var index: Int {
    switch self {
    case .sign: 0
    case .magnitude: 1
    case .gray: 2
    case .relief: 3
    case .confidence(let group): 4 + Int(group)
    }
  }
}
