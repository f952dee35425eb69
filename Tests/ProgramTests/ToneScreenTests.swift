import Foundation
import TerminalCanvas
import Testing

@testable import NcursesTerminal

/// Tones on terminals with true color, 256 colors, eight and none.
@Suite struct ToneScreenTests {
  private static func tones(
    _ arguments: [String] = [], _ environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal.probe(arguments, environment: environment)
    try terminal.type(.control("p"))
    try terminal.wait(for: "tones")
    return terminal
  }

  private static func row(of ramp: Ramp) -> Int { 1 + (Ramp.all.firstIndex(of: ramp) ?? 0) }

  @Test func halfBlocksIn256Colors() throws {
    let terminal = try Self.tones()
    let cell = terminal.screen[40, Self.row(of: .sign)]
    #expect(cell.text == "▄" && cell.foreground == .palette(214) && cell.background == .palette(33))
    // Where both halves are the same, nothing but the ground is needed.
    #expect(terminal.screen[50, Self.row(of: .sign)].text == " ")
    #expect(terminal.screen[50, Self.row(of: .sign)].background == .palette(233))
  }

  @Test(
    arguments: [
      ["COLORTERM": "truecolor"], ["COLORTERM": "24bit", "TERM": "tmux-256color"],
      ["COLORTERM": "truecolor", "TERM": "screen-256color", "TMUX": "/tmp/x"],
      ["COLORTERM": "truecolor", "TERM": "xterm"],
    ])
  func trueColorWhereTheTerminalSaysSo(environment: [String: String]) throws {
    let terminal = try Self.tones([], environment)
    let cell = terminal.screen[40, Self.row(of: .sign)]
    #expect(cell.background == .rgb(0x4A, 0x8C, 0xFF) && cell.foreground == .rgb(0xFF, 0xA0, 0x3C))
    #expect(terminal.outputText.contains("38;2;74;140;255"))
    // The terminal's other ways are as they were.
    try terminal.type("x")
    try terminal.wait(for: "2 char 78")
    try terminal.type(.control("q"))
    #expect(try terminal.waitForEnd() == .exited(0))
    expectGivenBack(terminal)
  }

  @Test(
    arguments: [
      ["COLORTERM": "yes"], ["COLORTERM": "truecolor", "TERM": "screen-256color"],
      ["COLORTERM": "truecolor", "NO_COLOR": "1"], ["COLORTERM": "truecolor", "TERM": "vt100"],
      ["COLORTERM": "truecolor", "TERM": "linux"],
    ])
  func noTrueColorElsewhere(environment: [String: String]) throws {
    let terminal = try Self.tones([], environment)
    #expect(!terminal.outputText.contains("38;2;"))
  }

  @Test(arguments: [
    (["TERM": "xterm"], VirtualTerminal.Color.palette(6)), (["NO_COLOR": "1"], .standard),
  ])
  func glyphsSayWhatColorsCannot(environment: [String: String], ink: VirtualTerminal.Color) throws {
    let terminal = try Self.tones([], environment)
    let row = Self.row(of: .sign)
    #expect(terminal.lines[row].hasSuffix("≡≡≡≡===---·░░░▒▒▒████"))
    #expect(terminal.screen[40, row].foreground == ink)
    #expect(terminal.screen[40, row].background == .standard)
    #expect(terminal.lines[Self.row(of: .confidence(ofClass: 7))].hasSuffix("77777"))
  }

  @Test(arguments: ["ffff/ffff/ffff", "fd/f6/e3", "fff/fff/fff"])
  func aLightBackgroundIsFoundOut(color: String) throws {
    let terminal = try Self.tones()
    #expect(terminal.outputText.contains("\u{1B}]11;?\u{1B}\\"))
    try terminal.type("\u{1B}]11;rgb:\(color)\u{1B}\\")
    let row = Self.row(of: .sign)
    try terminal.wait("light tones") { terminal.screen[50, row].background == .palette(255) }
    try terminal.type("x")
    try terminal.wait(for: "2 char 78")
  }

  @Test func theAnswerMayComeInPiecesOrNotAtAll() throws {
    let terminal = try Self.tones()
    for piece in ["\u{1B}]", "11;rgb:ffff/", "ffff/ffff", "\u{7}"] {
      try terminal.type(piece)
      terminal.settle(within: 5)
    }
    let row = Self.row(of: .sign)
    try terminal.wait("light tones") { terminal.screen[50, row].background == .palette(255) }
  }

  @Test func whatIsNoAnswerIsAKey() throws {
    let terminal = try PseudoTerminal.probe()
    try terminal.type("\u{1B}]x")
    try terminal.wait(for: "1 char 78")
  }

  @Test(
    arguments: [
      ([], ["COLORFGBG": "0;15"], 255), ([], ["COLORFGBG": "15;default;0"], 233),
      (["--light"], [:], 255), (["--dark"], ["COLORFGBG": "0;15"], 233), ([], [:], 233),
    ] as [([String], [String: String], Int)])
  func theUserAndTheEnvironmentMaySayIt(
    arguments: [String], environment: [String: String], center: Int
  ) throws {
    let terminal = try Self.tones(arguments, environment)
    #expect(terminal.screen[50, Self.row(of: .sign)].background == .palette(center))
    #expect(terminal.outputText.contains("]11;?") == arguments.isEmpty)
  }

  @Test(arguments: [["NO_COLOR": "1"], ["TERM": "vt100"], ["TERM": "linux"]])
  func nothingIsAskedInVain(environment: [String: String]) throws {
    let terminal = try PseudoTerminal.probe(environment: environment)
    #expect(!terminal.outputText.contains("]11;?"))
  }
}
