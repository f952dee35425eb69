import TerminalCanvas
import Testing

@testable import NcursesTerminal

/// A color scheme for terminals that many use, by its background.
struct Scheme: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let background: Int32
  let theme: Theme

  static let all = [
    Scheme(testDescription: "black", background: 0x000000, theme: .dark),
    Scheme(testDescription: "Dracula", background: 0x282A36, theme: .dark),
    Scheme(testDescription: "Nord", background: 0x2E3440, theme: .dark),
    Scheme(testDescription: "One Dark", background: 0x282C34, theme: .dark),
    Scheme(testDescription: "Gruvbox Dark", background: 0x282828, theme: .dark),
    Scheme(testDescription: "Solarized Dark", background: 0x002B36, theme: .dark),
    Scheme(testDescription: "Tokyo Night", background: 0x1A1B26, theme: .dark),
    Scheme(testDescription: "Catppuccin Mocha", background: 0x1E1E2E, theme: .dark),
    Scheme(testDescription: "white", background: 0xFFFFFF, theme: .light),
    Scheme(testDescription: "Solarized Light", background: 0xFDF6E3, theme: .light),
    Scheme(testDescription: "Gruvbox Light", background: 0xFBF1C7, theme: .light),
    Scheme(testDescription: "One Light", background: 0xFAFAFA, theme: .light),
  ]
}

/// What carries data is found first, then labels, then the lines between.
@Suite struct ContrastTests {
  private static let data: [Role] = [
    .positive, .negative, .right, .warning, .guess, .series1, .series2, .series3,
    .series4,
  ]

  /// The contrast of a role's text, with the palette or with all colors, whichever is less.
  private func contrast(_ role: Role, on scheme: Scheme) -> Double {
    [256, 1 << 24].map { count in
      let colors = NcursesColors(colorCount: count, theme: scheme.theme)
      let color = colors.pair(for: Style(role)).foreground
      return rgb(color, count).contrast(with: scheme.background)
    }.min() ?? 0
  }

  @Test(arguments: Scheme.all) func aSchemeIsKnownByItsBackground(scheme: Scheme) {
    #expect(Theme(background: scheme.background) == scheme.theme)
  }

  @Test(arguments: Scheme.all, Self.data) func dataStandsOut(scheme: Scheme, role: Role) {
    #expect(contrast(role, on: scheme) >= 7)
  }

  @Test(arguments: Scheme.all, [Role.muted, .accent]) func labelsAreLegible(
    scheme: Scheme, role: Role
  ) {
    #expect(contrast(role, on: scheme) >= 4.5)
  }

  @Test(arguments: Scheme.all) func linesStayBehind(scheme: Scheme) {
    #expect((1.7...3).contains(contrast(.rule, on: scheme)))
    #expect(contrast(.rule, on: scheme) < contrast(.muted, on: scheme))
    #expect(Self.data.allSatisfy { contrast(.muted, on: scheme) < contrast($0, on: scheme) })
  }

  /// One convention for signs: numbers above zero are warm as the tones above zero are, those below are cold.
  @Test(arguments: [8, 256], [Theme.dark, .light]) func numbersHaveTheSideOfTheirTones(
    colorCount: Int, theme: Theme
  ) {
    let colors = NcursesColors(colorCount: colorCount, theme: theme)
    for (role, value) in [(Role.positive, 1.0), (.negative, -1.0)] {
      let number = colors.pair(for: Style(role)).foreground
      let tone = colors.pair(for: Style(tone: Tone(.sign, value))).foreground
      #expect(isWarm(number) == (value > 0) && isWarm(tone) == (value > 0))
    }
  }

  /// Whether there is more red than blue in a color.
  private func isWarm(_ color: Int32) -> Bool {
    guard color >= 16 else { return color & 1 == 1 && color & 4 == 0 }
    let value = NcursesColors.rgb(ofPaletteColor: color)
    return value >> 16 > value & 255
  }

  /// What is above zero is no mistake: on a light background, where red means one, its tones have green and red in them.
  @Test(arguments: [256, 1 << 24]) func whatIsPositiveIsNotRed(colorCount: Int) {
    let colors = NcursesColors(colorCount: colorCount, theme: .light)
    for level in Tone.top / 2...Tone.top {
      let tone = colors.pair(for: Style(ground: Tone(.sign, level: level))).background
      let color = rgb(tone, colorCount)
      let (red, green, blue) = (color >> 16, color >> 8 & 255, color & 255)
      #expect(2 * green > red && green >= blue)
    }
  }

  /// The stronger a weight, the further from the background, on light ones as well.
  @Test(arguments: [256, 1 << 24]) func signsGrowDarkerOnLight(colorCount: Int) {
    let colors = NcursesColors(colorCount: colorCount, theme: .light)
    let lights = (0...Tone.top).map { level in
      rgb(colors.pair(for: Style(ground: Tone(.sign, level: level))).background, colorCount)
        .luminance
    }
    #expect(zip(lights[...10], lights[1...10]).allSatisfy { $0 <= $1 })
    #expect(zip(lights[10...], lights[11...]).allSatisfy { $0 >= $1 })
  }

  /// Each way keeps its hue on all of the map below it.
  @Test(arguments: [Theme.dark, .light], [256, 1 << 24]) func waysStandOutOnTheirMap(
    theme: Theme, colorCount: Int
  ) {
    let colors = NcursesColors(colorCount: colorCount, theme: theme)
    for role in Self.data {
      for level in 0...Tone.top {
        let pair = colors.pair(for: Style(role, ground: Tone(.relief, level: level)))
        #expect(pair.foreground == colors.pair(for: Style(role)).foreground)
        #expect(
          rgb(pair.foreground, colorCount).contrast(with: rgb(pair.background, colorCount)) >= 4.5,
          "\(role) on level \(level)")
      }
    }
  }

  /// The ground of a hill is told from the sky, wherever it is.
  @Test(arguments: [(Theme.dark, Int32(0x101418)), (.light, 0xFFFFFF)], [256, 1 << 24])
  func theGroundIsNoSky(_ theme: (Theme, background: Int32), colorCount: Int) {
    let colors = NcursesColors(colorCount: colorCount, theme: theme.0)
    for level in 0...Tone.top where level <= 14 {
      let ground = colors.pair(for: Style(ground: Tone(.relief, level: level))).background
      #expect(rgb(ground, colorCount).contrast(with: theme.background) >= 1.15, "level \(level)")
    }
  }

  /// Words on a curtain are legible, as the labels that they are.
  @Test(arguments: [Theme.dark, .light], [256, 1 << 24]) func labelsAreLegibleOnShade(
    theme: Theme, colorCount: Int
  ) {
    let colors = NcursesColors(colorCount: colorCount, theme: theme)
    let pair = colors.pair(for: Style(.muted, ground: Tone(.relief, level: 13)))
    let shade = rgb(pair.background, colorCount)
    #expect(rgb(pair.foreground, colorCount).contrast(with: shade) >= 4.5)
  }

  private func rgb(_ color: Int32, _ colorCount: Int) -> Int32 {
    colorCount == 256 ? NcursesColors.rgb(ofPaletteColor: color) : color
  }

  /// Black, which some schemes turn into a gray, is never asked for where there are eight colors.
  @Test(arguments: Role.allCases) func eightColorsHaveNoBlackInk(role: Role) {
    for theme in [Theme.dark, .light] {
      let colors = NcursesColors(colorCount: 8, theme: theme)
      let style = Style(role, .bold, ground: Tone(.sign, 1))
      #expect(colors.pair(for: style).foreground != 0 && colors.pair(for: style).background == -1)
    }
  }
}
