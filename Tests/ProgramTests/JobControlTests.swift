import Foundation
import Testing

/// Stopping and going on, under a shell with job control.
@Suite struct JobControlTests {
  /// A shell that runs the probe as a job, waits for a line once it has stopped, and brings it back.
  private static func shell() throws -> PseudoTerminal {
    let probe = BuiltProducts.path(of: "TerminalProbe")
    let script = "\(probe); echo stopped; read line; fg >/dev/null; echo over $?"
    let terminal = try PseudoTerminal("/bin/sh", ["-m", "-c", script])
    try terminal.wait(for: "probe 80x24")
    return terminal
  }

  @Test func controlZStopsAndTheShellBringsItBack() throws {
    let terminal = try Self.shell()
    try terminal.type(.control("z"))
    try terminal.wait(for: "stopped")
    #expect(!terminal.screen.isAlternate)
    #expect(terminal.screen.isCursorVisible)
    #expect(terminal.modes == terminal.modesBefore)
    try terminal.type("\n")
    try terminal.wait(for: "went on")
    #expect(terminal.screen.isAlternate)
    #expect(terminal.lines[..<3] == ["probe 80x24 braille", "1 control z", "went on"])
    try terminal.type(.control("q"))
    try terminal.wait(for: "over 0")
    try terminal.waitForEnd()
    expectGivenBack(terminal)
  }

  @Test func theWindowMayChangeWhileStopped() throws {
    let terminal = try Self.shell()
    try terminal.type(.control("z"))
    try terminal.wait(for: "stopped")
    try terminal.resize(columns: 60, rows: 12)
    try terminal.type("\n")
    try terminal.wait(for: "probe 60x12")
    try terminal.wait(for: "went on")
  }

  @Test func aStopFromOutsideIsTheSame() throws {
    let terminal = try PseudoTerminal.probe()
    // An orphaned job cannot be stopped, but the program must have left and come back for it.
    terminal.signal(SIGTSTP)
    try terminal.wait(for: "1 resumed")
    #expect(terminal.outputText.components(separatedBy: "\u{1B}[?1049l").count == 2)
    #expect(terminal.screen.isAlternate)
  }

  @Test func anUnannouncedStopIsRepaired() throws {
    let terminal = try PseudoTerminal.probe()
    terminal.signal(SIGSTOP)
    terminal.signal(SIGCONT)
    try terminal.wait(for: "1 resumed")
    #expect(terminal.screen.isAlternate)
    try terminal.type("x")
    try terminal.wait(for: "2 char 78")
  }

  @Test func withoutJobControlNothingStops() throws {
    let terminal = try PseudoTerminal.probe()
    try terminal.type(.control("z"))
    try terminal.wait(for: "went on")
    #expect(terminal.lines[..<3] == ["probe 80x24 braille", "1 control z", "went on"])
  }
}
