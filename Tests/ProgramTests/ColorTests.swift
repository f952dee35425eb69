import Foundation
import TerminalCanvas
import Testing

@testable import NcursesTerminal

/// Colors on the terminal, and where there must be none.
@Suite struct ColorTests {
  private static func styles(
    _ arguments: [String] = [], _ environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal.probe(arguments, environment: environment)
    try terminal.type(.control("n"))
    try terminal.wait("the last line") { terminal.lines[Role.allCases.count].contains("]") }
    return terminal
  }

  private static func row(of role: Role) -> Int { Int(role.rawValue) }

  @Test func attributesAndColorsReachTheScreen() throws {
    let terminal = try Self.styles()
    let accent = Self.row(of: .accent)
    #expect(terminal.screen[20, accent].foreground == .palette(80))
    #expect(terminal.screen[22, accent].isBold)
    #expect(terminal.screen[28, accent].isUnderlined)
    #expect(terminal.screen[36, accent].isReversed)
    #expect(terminal.screen[52, accent].background == .palette(33))
    #expect(terminal.screen[54, accent].background == .palette(214))
    #expect(terminal.screen[54, accent].foreground == .palette(16))
  }

  @Test func textKeepsTheTerminalsOwnColors() throws {
    let terminal = try Self.styles()
    #expect(terminal.screen[36, 0].foreground == .standard)
    #expect(terminal.screen[36, 0].background == .standard)
    #expect(terminal.screen[20, Self.row(of: .accent)].background == .standard)
  }

  @Test(
    arguments: [
      (["--never"], [:]), ([], ["NO_COLOR": "1"]), ([], ["TERM": "vt100"]),
    ] as [([String], [String: String])])
  func noColorMeansNoColorSequences(arguments: [String], environment: [String: String]) throws {
    let terminal = try Self.styles(arguments, environment)
    #expect(terminal.screen[22, 0].isBold)
    #expect(terminal.screen[36, 0].isReversed)
    try terminal.type(.control("e"))
    try terminal.waitForEnd()
    #expect(Self.colorParameters(in: terminal.outputText) == [])
  }

  @Test(arguments: [([], ["NO_COLOR": ""]), (["--always"], ["NO_COLOR": "1"])])
  func colorsStayOtherwise(arguments: [String], environment: [String: String]) throws {
    let terminal = try Self.styles(arguments, environment)
    #expect(terminal.screen[20, Self.row(of: .accent)].foreground == .palette(80))
  }

  /// The SGR parameters that choose colors, in the order they were sent.
  private static func colorParameters(in output: String) -> [Int] {
    output.matches(of: /\u{1B}\[([0-9;:]*)m/).flatMap { match in
      match.1.split { $0 == ";" || $0 == ":" }.compactMap { Int($0) }
    }.filter { (30...49).contains($0) || (90...107).contains($0) }
  }

  @Test func eightColorsSuffice() throws {
    let terminal = try Self.styles([], ["TERM": "xterm"])
    #expect(terminal.screen[20, Self.row(of: .accent)].foreground == .palette(6))
    #expect(terminal.screen[52, 0].background == .standard)
  }

  @Test func directColorGetsTheSameColors() throws {
    let folder = try TemporaryFolder()
    try Self.compileDirectColor(into: folder.path)
    let terminal = try Self.styles([], ["TERM": "probe-direct", "TERMINFO": folder.path])
    #expect(terminal.outputText.contains("38:2::95:215:215"))
    #expect(terminal.outputText.contains("48:2::74:140:255"))
  }

  /// Makes a terminal type whose color numbers above 7 are red, green and blue, as xterm-direct's are.
  private static func compileDirectColor(into folder: String) throws {
    let rgb = "%p1%{65536}%/%d:%p1%{256}%/%{255}%&%d:%p1%{255}%&%d%;m"
    let source = """
      probe-direct|xterm with direct color, RGB, colors#0x1000000, pairs#0x10000, initc@, ccc@,
      \tsetaf=\\E[%?%p1%{8}%<%t3%p1%d%e38:2::\(rgb),
      \tsetab=\\E[%?%p1%{8}%<%t4%p1%d%e48:2::\(rgb), use=xterm-256color,

      """
    try source.write(toFile: "\(folder)/source", atomically: true, encoding: .utf8)
    let tic = try Process.run(
      URL(fileURLWithPath: "/usr/bin/tic"), arguments: ["-x", "-o", folder, "\(folder)/source"])
    tic.waitUntilExit()
  }

  @Test func awkwardCellsKeepTheGrid() throws {
    let terminal = try Self.styles()
    let line = terminal.lines[Role.allCases.count]
    let wide = "[漢字] [e\u{301}\u{302}] [\u{FFFD}[2J] [\u{FFFD}H] [👩👩👧] [⣿] [\u{FFFD}x] []"
    #expect(line.hasSuffix(wide))
    #expect(terminal.screen[23, Role.allCases.count + 1].text == "]")
    #expect(terminal.lines[0].hasPrefix("probe 80x24"))
  }

  @Test(arguments: Ramp.all, [256, 1 << 24])
  func everyGlyphIsLegibleOnEveryTone(ramp: Ramp, colorCount: Int) {
    let tones = (0...Tone.top).map { Tone(ramp, level: $0) }
    for theme in [Theme.dark, .light] {
      let colors = NcursesColors(colorCount: colorCount, theme: theme)
      for tone in tones {
        let pair = colors.pair(for: Style(.warning, ground: tone))
        #expect(rgb(pair.foreground, colors).contrast(with: rgb(pair.background, colors)) >= 4.5)
      }
    }
  }

  /// More is brighter, also for those who see no hues; far from zero is brighter than near, and a valley than its heights.
  @Test(arguments: Ramp.all, [256, 1 << 24])
  func levelsRiseInLightness(ramp: Ramp, colorCount: Int) {
    let colors = NcursesColors(colorCount: colorCount)
    let lights = (0...Tone.top).map { level in
      rgb(colors.pair(for: Style(ground: Tone(ramp, level: level))).background, colors).luminance
    }
    let steps = zip(lights, lights.dropFirst())
    if ramp == .sign {
      #expect(zip(lights[...10], lights[1...10]).allSatisfy { $0 >= $1 })
      #expect(zip(lights[10...], lights[11...]).allSatisfy { $0 <= $1 })
    } else if ramp == .relief {
      #expect(steps.allSatisfy { $0 >= $1 })
    } else {
      #expect(steps.allSatisfy { $0 <= $1 })
    }
    // A map below curves is quiet, all others speak.
    #expect((lights.max() ?? 0) - (lights.min() ?? 0) > (ramp == .relief ? 0.06 : 0.15))
  }

  /// A class that is sure looks like no other: by hue where that is enough, and by lightness.
  @Test(arguments: [256, 1 << 24]) func classesDiffer(colorCount: Int) {
    let colors = NcursesColors(colorCount: colorCount)
    let hues = (0..<Ramp.hueCount).map { group in
      colors.pair(for: Style(tone: Tone(.confidence(ofClass: group), level: Tone.top))).foreground
    }
    #expect(Set(hues).count == Ramp.hueCount)
  }

  @Test func withoutColorNothingIsAskedFor() {
    let colors = NcursesColors(colorCount: 0)
    let style = Style(.warning, tone: Tone(.sign, 1), ground: Tone(.gray, 1))
    #expect(colors.pair(for: style) == NcursesColors.Pair(foreground: -1, background: -1))
    #expect(!colors.showsTones && !NcursesColors(colorCount: 8).showsTones)
  }

  /// All pairs of one ramp's tones, as half blocks make them, stay far below what ncurses has.
  @Test(arguments: Ramp.all) func pairsAreBounded(ramp: Ramp) {
    let colors = NcursesColors(colorCount: 256)
    let tones = (0...Tone.top).map { Tone(ramp, level: $0) }
    let pairs = tones.flatMap { top in
      tones.map { colors.pair(for: Style(tone: top, ground: $0)) }
    }
    #expect(Set(pairs).count <= 441)
  }
}

/// A color number as 0xRRGGBB.
private func rgb(_ color: Int32, _ colors: NcursesColors) -> Int32 {
  colors.depth == .direct ? color : NcursesColors.rgb(ofPaletteColor: color)
}
