import Foundation
import TerminalCanvas
import Testing

/// What the terminal costs when nothing happens, and when a little does.
@Suite struct EconomyTests {
  @Test func anIdleProgramWritesAndComputesNothing() throws {
    let terminal = try PseudoTerminal.probe()
    try terminal.wait("the whole frame") { terminal.outputText.hasSuffix("\u{1B}[?2026l") }
    // The program may still be on its way to sleep.
    try terminal.wait("sleep") { ProcessorTime.sleeps(terminal.process) }
    let bytes = terminal.byteCount
    let ticks = ProcessorTime.ticks(of: terminal.process)
    terminal.settle(within: 300)
    #expect(terminal.byteCount == bytes)
    #expect(ProcessorTime.ticks(of: terminal.process) == ticks)
  }

  @Test func aWakeUpFromAnotherThreadArrives() throws {
    let terminal = try PseudoTerminal.probe()
    try terminal.type(.control("f"))
    try terminal.wait(for: "2 woken")
  }

  @Test func aSmallChangeIsAFewBytes() throws {
    let terminal = try PseudoTerminal.probe(["--echo"])
    try terminal.type("x")
    try terminal.wait(for: "1 char 78")
    let bytes = terminal.byteCount
    try terminal.type("x")
    try terminal.wait(for: "2 char 78")
    #expect(terminal.byteCount - bytes < 24)
  }

  @Test func aFrameIsSentInFewPieces() throws {
    let terminal = try PseudoTerminal.probe()
    let writes = Self.writes(of: terminal.process)
    try terminal.type(.control("n"))
    try terminal.wait("styles") { terminal.lines[Role.allCases.count].contains("]") }
    #expect(Self.writes(of: terminal.process) - writes < 10)
  }

  /// How often a process has written so far, where the system tells.
  private static func writes(of process: Int32) -> Int {
    let counts = (try? String(contentsOfFile: "/proc/\(process)/io", encoding: .utf8)) ?? ""
    return counts.firstMatch(of: /syscw: ([0-9]+)/).flatMap { Int($0.1) } ?? 0
  }

  /// Back to the terminal's own colors leads one code; all is reset at the end of a frame only.
  @Test func plainTextBetweenColorsResetsNothing() throws {
    let terminal = try PseudoTerminal.probe()
    try terminal.type(.control("n"))
    try terminal.wait("styles") { terminal.lines[Role.allCases.count].contains("]") }
    terminal.settle(within: 50)
    let resets = terminal.outputText.matches(of: /\[39(;49)?m\u{1B}\(B\u{1B}\[m[^\u{1B}]/)
    #expect(resets.isEmpty, "\(resets.count) times")
  }

  @Test func aFrameWithoutAChangeSendsNothing() throws {
    let terminal = try PseudoTerminal.probe(["--echo"], columns: 20, rows: 1)
    try terminal.wait("the whole frame") { terminal.outputText.hasSuffix("\u{1B}[m") }
    let bytes = terminal.byteCount
    // One row has no room for the log: each key makes a frame, and the frames are all the same.
    try terminal.type("xyz")
    terminal.settle(within: 50)
    #expect(terminal.byteCount == bytes)
    try terminal.resize(columns: 20, rows: 2)
    try terminal.wait(for: "4 resized 20x2")
  }

  @Test func redrawingSendsEverything() throws {
    let terminal = try PseudoTerminal.probe()
    terminal.settle(within: 20)
    // Something else has written over the screen.
    terminal.screen.write(Array("\u{1B}[Hgarbage".utf8))
    try terminal.type(.control("l"))
    try terminal.wait("a clean screen") { terminal.lines[0] == "probe 80x24 braille" }
  }

  @Test func largeChangesAreMarkedAsOneFrameAndSmallOnesAreNot() throws {
    let terminal = try PseudoTerminal.probe()
    try terminal.type("x")
    try terminal.wait(for: "1 char 78")
    #expect(terminal.outputText.components(separatedBy: "\u{1B}[?2026h").count == 2)
    try terminal.type(.control("n"))
    try terminal.wait("styles") { terminal.lines[Role.allCases.count].contains("]") }
    let marks = terminal.outputText.matches(of: /\u{1B}\[\?2026[hl]/).map { $0.0.last }
    #expect(marks == ["h", "l", "h", "l"])
  }

  @Test func theMarksCanBeSwitchedOff() throws {
    let terminal = try PseudoTerminal.probe(["--unmarked"])
    #expect(!terminal.outputText.contains("\u{1B}[?2026h"))
  }
}
