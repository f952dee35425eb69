import CVterm
import Foundation
import SeededRandom
import Testing

/// What arrives when keys are pressed, text is pasted, or noise comes down the line.
@Suite struct InputTests {
  @Test(
    arguments: [
      ("\u{1B}[A", "key up"), ("\u{1B}OA", "key up"), ("\u{1B}[B", "key down"),
      ("\u{1B}OB", "key down"), ("\u{1B}[C", "key right"), ("\u{1B}OC", "key right"),
      ("\u{1B}[D", "key left"), ("\u{1B}OD", "key left"), ("\u{1B}[H", "key home"),
      ("\u{1B}OH", "key home"), ("\u{1B}[1~", "key home"), ("\u{1B}[F", "key end"),
      ("\u{1B}OF", "key end"), ("\u{1B}[4~", "key end"), ("\u{1B}[5~", "key pageUp"),
      ("\u{1B}[6~", "key pageDown"), ("\u{1B}[2~", "key insert"), ("\u{1B}[3~", "key delete"),
      ("\u{1B}[Z", "key backTab"), ("\u{1B}OP", "function 1"), ("\u{1B}[15~", "function 5"),
      ("\u{1B}[24~", "function 12"), ("\u{1B}[1;5C", "key right"), ("\u{1B}Ok", "char 2b"),
      ("\u{7F}", "key backspace"), ("\u{8}", "key backspace"), ("\t", "key tab"),
      ("\r", "key enter"), ("\n", "key enter"), ("\u{1B}", "key escape"), ("\u{1}", "control a"),
      ("\u{3}", "control c"), ("\u{1A}", "control z"), ("\u{1C}", "control \\"), (" ", "char 20"),
    ],
    ["xterm-256color", "linux", "vt100", "screen", "tmux-256color"])
  func keys(key: (bytes: String, name: String), type: String) throws {
    let terminal = try PseudoTerminal.probe(["--echo"], environment: ["TERM": type])
    try terminal.type(key.bytes)
    try terminal.wait(for: "1 ")
    try terminal.type("~")
    try terminal.wait(for: "2 char 7e")
    #expect(terminal.lines[1] == "1 \(key.name)")
  }

  @Test(
    arguments: zip(
      [VTERM_KEY_UP, VTERM_KEY_DOWN, VTERM_KEY_HOME, VTERM_KEY_PAGEDOWN, VTERM_KEY_BACKSPACE],
      ["up", "down", "home", "pageDown", "backspace"]))
  func keysAsTheTerminalSendsThem(key: VTermKey, name: String) throws {
    let terminal = try PseudoTerminal.probe(["--echo"])
    try terminal.press(key)
    try terminal.wait(for: "1 key \(name)")
  }

  @Test func aLoneEscapeDoesNotWaitLong() throws {
    let terminal = try PseudoTerminal.probe(["--echo"])
    // As often as a busy machine needs; with the second that ncurses waits by default no time would do.
    var (quickest, count) = (PseudoTerminal.patience, 0)
    while quickest > .milliseconds(500), count < 20 {
      count += 1
      let start = ContinuousClock.now
      try terminal.type("\u{1B}")
      try terminal.wait(for: "\(count) key escape")
      quickest = min(quickest, ContinuousClock.now - start)
    }
    #expect(quickest < .milliseconds(500))
  }

  @Test func theUsersEscapeDelayWins() throws {
    let terminal = try PseudoTerminal.probe(["--echo"], environment: ["ESCDELAY": "300"])
    let start = ContinuousClock.now
    try terminal.type("\u{1B}")
    try terminal.wait(for: "1 key escape")
    #expect(ContinuousClock.now - start >= .milliseconds(300))
  }

  @Test func aPasteIsOneEvent() throws {
    let terminal = try PseudoTerminal.probe(["--echo"])
    try terminal.type("\u{1B}[200~q\u{3}wé\u{1B}[Ax\u{1B}[201~z")
    try terminal.wait(for: "2 char 7a")
    #expect(terminal.lines[1] == "1 paste 4 qwéx")
  }

  @Test func aPasteWithoutAnEndIsNotWaitedForForEver() throws {
    let terminal = try PseudoTerminal.probe(["--echo"])
    try terminal.type("\u{1B}[200~lost")
    try terminal.wait(for: "1 paste 4 lost")
    try terminal.type("x")
    try terminal.wait(for: "2 char 78")
  }

  /// Keys that a hand presses are no part of a paste, and do not make an unfinished one last.
  @Test func aPasteWithoutAnEndIsNotFedByKeys() throws {
    let terminal = try PseudoTerminal.probe(["--echo"])
    try terminal.type("\u{1B}[200~lost")
    var last = ContinuousClock.now
    try terminal.wait("the end of the paste") {
      if ContinuousClock.now - last > .milliseconds(100) {
        try? terminal.type("x")
        last = .now
      }
      return terminal.lines.contains { $0.contains("paste") }
    }
  }

  /// Other events come all the time while something plays: they do not make an unfinished paste last.
  @Test func aPasteWithoutAnEndGivesWayToKeys() throws {
    let terminal = try PseudoTerminal.probe()
    try terminal.type("\u{1B}[200~\u{C}")
    try terminal.wait("the key") {
      terminal.signal(SIGCONT)
      return terminal.lines.contains { $0.hasSuffix("control l") }
    }
    #expect(!terminal.screen.text.contains("paste"))
  }

  @Test(
    arguments: [
      ("\u{1B}[<0;10;5M", "press(button: 0) 9,4"), ("\u{1B}[<2;1;1M", "press(button: 2) 0,0"),
      ("\u{1B}[<32;300;5M", "drag(button: 0) 299,4"), ("\u{1B}[<0;10;5m", "release 9,4"),
      ("\u{1B}[<64;10;5M", "wheelUp 9,4"), ("\u{1B}[<65;10;5M", "wheelDown 9,4"),
      ("\u{1B}[<20;10;5M", "press(button: 0) 9,4"),
    ])
  func theMouse(report: (bytes: String, name: String)) throws {
    let terminal = try PseudoTerminal.probe()
    try terminal.type(.control("o"))
    try terminal.wait(for: "1 control o")
    #expect(terminal.outputText.contains("\u{1B}[?1002h\u{1B}[?1006h"))
    try terminal.type(report.bytes)
    try terminal.wait(for: "2 mouse \(report.name)")
  }

  @Test(arguments: [
    "\u{1B}[<0;0;5M", "\u{1B}[<0;5M", "\u{1B}[<999;1;1M", "\u{1B}[<0;1;99999999999999999999M",
  ])
  func aBrokenReportIsNoEvent(report: String) throws {
    let terminal = try PseudoTerminal.probe()
    try terminal.type(.control("o"))
    try terminal.type(report + "x")
    try terminal.wait(for: "2 char 78")
  }

  @Test func theMouseCanBeTheTerminalsAgain() throws {
    let terminal = try PseudoTerminal.probe()
    #expect(!terminal.outputText.contains("1002h"))
    try terminal.type(.control("o"))
    try terminal.type(.control("o"))
    try terminal.wait(for: "2 control o")
    #expect(
      terminal.output.lastRange(of: "\u{1B}[?1002l")
        > terminal.output.lastRange(of: "\u{1B}[?1002h"))
    try terminal.type("\u{1B}[<0;10;5Mx")
    try terminal.wait(for: "3 char 78")
  }

  @Test(
    arguments: [
      ([0xC3, 0xA9], "char e9"), ([0xE2, 0x88, 0x82], "char 2202"),
      ([0xF0, 0x9F, 0x91, 0xA9], "char 1f469"), ([0xFF], "char fffd"), ([0x80], "char fffd"),
      ([0xC0], "char fffd"), ([0xED, 0xA0, 0x80], "char fffd"),
    ] as [([UInt8], String)], ["C.UTF-8", "C"])
  func textBeyondASCII(text: (bytes: [UInt8], name: String), locale: String) throws {
    let terminal = try PseudoTerminal.probe(["--echo"], environment: ["LC_ALL": locale])
    try terminal.type(text.bytes + [0x7E])
    try terminal.wait(for: " char 7e")
    #expect(terminal.lines[1] == "1 \(text.name)")
  }

  @Test func aCharacterMayComeInPieces() throws {
    let terminal = try PseudoTerminal.probe(["--echo"])
    try terminal.type([0xE2])
    terminal.settle(within: 5)
    try terminal.type([0x88])
    terminal.settle(within: 5)
    try terminal.type([0x82])
    try terminal.wait(for: "1 char 2202")
  }

  @Test(
    arguments: ["\u{1B}[1;9Q", "\u{1B}[<0;10;10M", "\u{1B}[I", "\u{1B}[?62;c", "\u{1B}[38;2~"])
  func sequencesWithoutAMeaningVanishWhole(sequence: String) throws {
    let terminal = try PseudoTerminal.probe(["--echo"])
    try terminal.type(sequence + "x")
    try terminal.wait(for: "1 ")
    #expect(terminal.lines[1] == "1 char 78")
  }

  @Test func altIsEscapeAndTheKey() throws {
    let terminal = try PseudoTerminal.probe(["--echo"])
    try terminal.type("\u{1B}x")
    try terminal.wait(for: "2 char 78")
    #expect(terminal.lines[1] == "1 key escape")
  }

  @Test func noiseNeitherCrashesNorQuits() throws {
    let terminal = try PseudoTerminal.probe(["--echo"])
    var random = SeededRandom(seed: 7)
    for _ in 0..<50 {
      try terminal.type((0..<4096).map { _ in UInt8.random(in: 0...255, using: &random) })
    }
    terminal.settle(within: 5)
    // Whatever was open is closed: a paste, a sequence, a character.
    try terminal.type("\u{1B}[201~")
    try terminal.type("\u{18}\u{18}")
    try terminal.wait("an answer") { terminal.lines.contains { $0.hasSuffix("control x") } }
    terminal.signal(SIGTERM)
    #expect(try terminal.waitForEnd() == .signaled(SIGTERM))
    expectGivenBack(terminal)
  }
}
