import TerminalCanvas

/// The colors of a ramp, from its lowest level to its highest.
///
/// Those of the 256-color cube are picked by hand: the nearest cells to a good ramp are olive and salmon.
struct RampColors {
  /// Colors between which the levels lie at equal distances, as 0xRRGGBB.
  let anchors: [Int32]
  /// Numbers of the 256-color palette, 16...255, on which the levels are spread.
  let palette: [Int32]
  /// Numbers of the eight colors.
  let basic: [Int32]

  /// The color of a level as 0xRRGGBB.
  func direct(level: Int) -> Int32 {
    let place = Double(level) / Double(Tone.top) * Double(anchors.count - 1)
    let index = min(anchors.count - 2, Int(place))
    return Self.mix(anchors[index], anchors[index + 1], place - Double(index))
  }

  /// The palette's number for a level.
  func palette(level: Int) -> Int32 { Self.spread(palette, level) }

  /// The number among eight colors for a level.
  func basic(level: Int) -> Int32 { Self.spread(basic, level) }

  private static func spread(_ colors: [Int32], _ level: Int) -> Int32 {
    let last = colors.count - 1
    return colors[(level * last + Tone.top / 2) / Tone.top]
  }

  /// The color a share of the way from one to another.
  static func mix(_ one: Int32, _ other: Int32, _ share: Double) -> Int32 {
    [16, 8, 0].reduce(0) { result, shift in
      let (from, to) = (Double(one >> shift & 255), Double(other >> shift & 255))
      return result | Int32((from + share * (to - from)).rounded()) << shift
    }
  }
}

extension RampColors {
  /// The colors of a ramp on a dark background.
  static func onDark(_ ramp: Ramp) -> RampColors {
    switch ramp {
    case .sign:
      RampColors(
        anchors: [0x4A8CFF, 0x2B5BB0, 0x1B2330, 0x8A5620, 0xFFA03C],
        // The cube's darkest blue and red are navy and blood: weak amounts are grays instead.
        palette: [33, 32, 26, 25, 24, 236, 233, 236, 94, 130, 172, 208, 214], basic: [6, 6, 3, 3])
    case .magnitude: magnitude
    case .gray: gray
    case .relief:
      RampColors(
        anchors: [0x0F5A33, 0x3E4642, 0x262B29, 0x121416], palette: [22] + (233...238).reversed(),
        basic: [-1])
    case .confidence(let group): confidence[Int(group)].onDark
    }
  }

  /// The colors of a ramp on a light background: what is close to zero is light.
  ///
  /// Above zero they are amber and brown: pink and a strong orange look like a mistake there.
  static func onLight(_ ramp: Ramp) -> RampColors {
    switch ramp {
    case .sign:
      RampColors(
        anchors: [0x1A5CD6, 0x86B2F4, 0xF2F2F0, 0xD9A441, 0x985800],
        palette: [26, 32, 75, 111, 153, 189, 255, 223, 222, 179, 178, 172, 130],
        basic: [4, 4, 1, 1]
      )
    case .magnitude: magnitude
    case .gray: gray
    case .relief:
      RampColors(
        // White would be a hole in the ground of a hill.
        anchors: [0xA9F0B8, 0xE0EFE3, 0xE2E6E2, 0xD2D4D3],
        palette: [157, 157, 254, 254, 253, 252],
        basic: [-1])
    case .confidence(let group): confidence[Int(group)].onLight
    }
  }

  /// Like Inferno of Matplotlib: its lightness grows evenly, in gray as well.
  private static let magnitude = RampColors(
    anchors: [
      0x0A0612, 0x1B0C41, 0x4A0C6B, 0x781C6D, 0xA52C60, 0xCF4446, 0xED6925, 0xFB9B06, 0xF7D13D,
      0xFCFFA4,
    ],
    palette: [16, 17, 53, 54, 89, 125, 161, 167, 202, 208, 214, 220, 227, 229],
    basic: [5, 5, 1, 3, 3])

  private static let gray = RampColors(
    anchors: [0x0C0C0C, 0xF4F4F4], palette: Array(232...251) + [231], basic: [7])

  /// The hues of classes: those of Okabe and Ito, which common color blindness leaves apart, and three more.
  private static let confidence: [ClassColors] = [
    ClassColors(
      0x2F8FE0, basic: 6, onDark: [17, 18, 25, 32, 33], onLight: [189, 153, 111, 75, 26]),
    ClassColors(
      0xE69F00, basic: 3, onDark: [52, 94, 130, 172, 214], onLight: [230, 223, 222, 215, 208]),
    ClassColors(
      0x009E73, basic: 2, onDark: [22, 23, 29, 35, 36], onLight: [194, 157, 121, 78, 29]),
    ClassColors(
      0xCC79A7, basic: 5, onDark: [53, 89, 96, 133, 175], onLight: [225, 219, 218, 175, 133]),
    ClassColors(
      0xD55E00, basic: 1, onDark: [52, 88, 124, 160, 202], onLight: [224, 217, 210, 203, 160]),
    ClassColors(
      0x56B4E9, basic: 4, onDark: [23, 30, 31, 38, 81], onLight: [195, 159, 123, 80, 38]),
    ClassColors(
      0xF0E442, basic: 3, onDark: [58, 100, 142, 184, 227], onLight: [230, 229, 228, 227, 184]),
    ClassColors(
      0x9A9A9A, basic: 7, onDark: [236, 239, 242, 245, 248], onLight: [254, 251, 248, 245, 242]),
    ClassColors(
      0xA0643C, basic: 1, onDark: [237, 95, 131, 137, 174], onLight: [224, 181, 180, 174, 131]),
    ClassColors(
      0xA7D948, basic: 2, onDark: [22, 64, 70, 112, 155], onLight: [193, 192, 155, 112, 70]),
  ]
}

/// The ramps of one class, on dark and on light.
private struct ClassColors {
  let onDark: RampColors
  let onLight: RampColors

  init(_ hue: Int32, basic: Int32, onDark dark: [Int32], onLight light: [Int32]) {
    let shade = RampColors.mix(0x14181F, hue, 0.15)
    let tint = RampColors.mix(0xFAFAFA, hue, 0.15)
    onDark = RampColors(anchors: [shade, hue], palette: dark, basic: [basic])
    // Cyan and yellow can hardly be read on a light background.
    let readable = [6: 4, 3: 1][basic] ?? basic
    onLight = RampColors(anchors: [tint, hue], palette: light, basic: [readable])
  }
}
