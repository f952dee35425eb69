import Foundation
import Testing

/// How the terminal is taken and given back, whatever ends the program.
@Suite struct TerminalLifeTests {
  @Test func aNormalEndLeavesEverythingAsItWas() throws {
    let terminal = try PseudoTerminal.probe(mainScreen: "$ probe\r\n")
    #expect(terminal.screen.isAlternate)
    #expect(!terminal.screen.isCursorVisible)
    #expect(terminal.modes != terminal.modesBefore)
    try terminal.type(.control("q"))
    #expect(try terminal.waitForEnd() == .exited(0))
    expectGivenBack(terminal)
    #expect(terminal.lines[..<2] == ["$ probe", "bye"])
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
  func aSignalLeavesByTheNormalWay(signal: Int32) throws {
    let terminal = try PseudoTerminal.probe(mainScreen: "$ probe\r\n")
    terminal.signal(signal)
    #expect(try terminal.waitForEnd() == .signaled(signal))
    expectGivenBack(terminal)
    #expect(terminal.lines[..<2] == ["$ probe", "bye"])
  }

  @Test func controlCIsAKey() throws {
    let terminal = try PseudoTerminal.probe(["--echo"])
    try terminal.type(.control("c"))
    try terminal.wait(for: "1 control c")
  }

  @Test func whatWasIgnoredStaysIgnored() throws {
    let probe = BuiltProducts.path(of: "TerminalProbe")
    let terminal = try PseudoTerminal("/bin/sh", ["-c", "trap '' HUP; exec \(probe)"])
    try terminal.wait(for: "probe 80x24")
    terminal.signal(SIGHUP)
    try terminal.type("x")
    try terminal.wait(for: "1 char 78")
  }

  @Test(
    arguments: [
      ("a", [SIGILL, SIGTRAP], "died on the main thread"),
      ("b", [SIGILL, SIGTRAP], "Fatal error: died on a thread"),
      ("d", [SIGSEGV, SIGBUS], ""),
      ("e", [SIGABRT], ""),
      ("r", [SIGSEGV, SIGBUS], ""),
    ] as [(Character, [Int32], String)])
  func aCrashGivesTheTerminalBackAndShowsWhy(
    key: Character, signals: [Int32], message: String
  ) throws {
    let terminal = try PseudoTerminal.probe(mainScreen: "$ probe\r\n")
    try terminal.type(.control(key))
    let ending = try terminal.waitForEnd()
    #expect(signals.map { .signaled($0) }.contains(ending))
    expectGivenBack(terminal)
    #expect(terminal.lines[0] == "$ probe")
    #expect(terminal.lines[1].hasSuffix(message))
  }

  /// Whatever ends the program, the mouse is the terminal's again.
  @Test(arguments: ["q", "a", "c"] as [Character])
  func theMouseIsGivenBack(key: Character) throws {
    let terminal = try PseudoTerminal.probe()
    try terminal.type(.control("o"))
    try terminal.wait(for: "1 control o")
    try terminal.type(.control(key))
    try terminal.waitForEnd()
    expectGivenBack(terminal)
    #expect(
      terminal.output.lastRange(of: "\u{1B}[?1002l")
        > terminal.output.lastRange(of: "\u{1B}[?1002h"))
  }

  /// The size of a window is the window's to say.
  @Test func nonsenseInLinesAndColumnsIsNotBelieved() throws {
    let terminal = try PseudoTerminal.probe(
      environment: ["LINES": "99999999", "COLUMNS": "-5"], columns: 70, rows: 20)
    try terminal.type(.control("q"))
    #expect(try terminal.waitForEnd() == .exited(0))
  }

  @Test(arguments: [SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT, SIGSYS])
  func aFatalSignalFromOutsideIsACrash(signal: Int32) throws {
    let terminal = try PseudoTerminal.probe(mainScreen: "$ probe\r\n")
    terminal.signal(signal)
    #expect(try terminal.waitForEnd() == .signaled(signal))
    expectGivenBack(terminal)
  }

  @Test func whatOthersPrintAppearsAfterwards() throws {
    let terminal = try PseudoTerminal.probe(mainScreen: "$ probe\r\n")
    try terminal.type(.control("g"))
    try terminal.wait(for: "1 control g")
    #expect(!terminal.screen.text.contains("a stray line"))
    try terminal.type(.control("q"))
    try terminal.waitForEnd()
    #expect(terminal.lines[..<3] == ["$ probe", "a stray line", "bye"])
  }

  @Test func aStuckTerminalDoesNotKeepTheProgram() throws {
    let terminal = try PseudoTerminal.probe()
    try terminal.type(.control("t"))
    try terminal.wait("a flood") { terminal.byteCount > 100_000 }
    let ending = try terminal.waitForEndWithoutReading(poking: SIGTERM)
    #expect(ending == .exited(128 + Int(SIGTERM)))
    #expect(terminal.modes == terminal.modesBefore)
  }

  @Test func aClosedTerminalEndsTheProgram() throws {
    let terminal = try PseudoTerminal.probe()
    terminal.hangUp()
    #expect(try terminal.waitForEnd() == .signaled(SIGHUP))
  }

  @Test func aClosedTerminalEndsEvenAProgramThatIgnoresHangUps() throws {
    let probe = BuiltProducts.path(of: "TerminalProbe")
    let terminal = try PseudoTerminal("/bin/sh", ["-c", "trap '' HUP; exec \(probe)"])
    try terminal.wait(for: "probe 80x24")
    terminal.hangUp()
    #expect(try terminal.waitForEnd() != .exited(0))
  }
}
