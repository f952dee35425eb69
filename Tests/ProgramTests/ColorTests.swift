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
    try terminal.wait("the last line") { terminal.lines[15].contains("]") }
    return terminal
  }

  private static func row(of role: Role) -> Int { Int(role.rawValue) }

  @Test func attributesAndColorsReachTheScreen() throws {
    let terminal = try Self.styles()
    let accent = Self.row(of: .accent)
    #expect(terminal.screen[20, accent].foreground == .palette(30))
    #expect(terminal.screen[22, accent].isBold)
    #expect(terminal.screen[28, accent].isUnderlined)
    #expect(terminal.screen[36, accent].isReversed)
    #expect(terminal.screen[52, accent].background == .palette(25))
    #expect(terminal.screen[58, accent].background == .palette(166))
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
    #expect(terminal.screen[20, Self.row(of: .accent)].foreground == .palette(30))
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
    #expect(terminal.screen[52, 0].background == .palette(4))
    #expect(terminal.screen[52, 0].foreground == .palette(7))
  }

  @Test func directColorGetsTheSameColors() throws {
    let folder = try TemporaryFolder()
    try Self.compileDirectColor(into: folder.path)
    let terminal = try Self.styles([], ["TERM": "probe-direct", "TERMINFO": folder.path])
    #expect(terminal.outputText.contains("38:2::0:135:135"))
    #expect(terminal.outputText.contains("48:2::0:95:175"))
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

  @Test(arguments: Role.allCases)
  func everyTextColorIsLegibleOnBlackAndOnWhite(role: Role) {
    let color = NcursesColors(colorCount: 256).pair(for: Style(role)).foreground
    guard color >= 0, !"\(role)".hasPrefix("region") else { return }
    #expect(contrast(color, 16) >= 4.35)
    #expect(contrast(color, 231) >= 4.35)
  }

  @Test(arguments: Role.allCases, [Role.region0, .region1, .region2, .region3])
  func everyGlyphIsLegibleOnARegion(role: Role, region: Role) {
    let pair = NcursesColors(colorCount: 256).pair(for: Style(role, background: region))
    guard !"\(role)".hasPrefix("region") else { return }
    #expect(contrast(pair.foreground, pair.background) >= 4.5)
  }

  @Test func withoutColorTheOtherRegionIsReversed() {
    let colors = NcursesColors(colorCount: 0)
    #expect(colors.attributes(for: Style(background: .region3)) == .reversed)
    #expect(colors.attributes(for: Style(background: .region0)) == [])
    #expect(colors.pair(for: Style(.warning, background: .region3)).foreground == -1)
  }
}

/// The contrast of two colors of the 256, by the formula of WCAG 2.
private func contrast(_ one: Int32, _ other: Int32) -> Double {
  let lights = [luminance(one), luminance(other)].sorted()
  return (lights[1] + 0.05) / (lights[0] + 0.05)
}

private func luminance(_ color: Int32) -> Double {
  let rgb = NcursesColors.rgb(ofPaletteColor: color)
  let parts = [rgb >> 16, rgb >> 8 & 255, rgb & 255].map { part -> Double in
    let value = Double(part) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }
  return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
}
