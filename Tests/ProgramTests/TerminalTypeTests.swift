import Foundation
import TerminalCanvas
import Testing

/// Terminals of many kinds, and things that are none.
@Suite struct TerminalTypeTests {
  @Test(
    arguments: [
      "xterm", "xterm-256color", "screen", "screen-256color", "tmux", "tmux-256color", "linux",
      "vt100", "vt220", "rxvt", "ansi",
    ])
  func everyKnownTypeWorks(type: String) throws {
    let terminal = try PseudoTerminal.probe(environment: ["TERM": type])
    try terminal.type("x")
    try terminal.wait(for: "1 char 78")
    try terminal.type(.control("q"))
    #expect(try terminal.waitForEnd() == .exited(0))
    #expect(terminal.modes == terminal.modesBefore)
  }

  @Test func anUnknownTypeIsDrivenAsXtermAndSaysSo() throws {
    let terminal = try PseudoTerminal.probe(environment: ["TERM": "xterm-nosuch"])
    try terminal.type(.control("q"))
    #expect(try terminal.waitForEnd() == .exited(0))
    #expect(terminal.outputText.contains("\"xterm-nosuch\" is not known"))
    #expect(terminal.outputText.contains("set TERM=xterm-256color"))
  }

  @Test(arguments: [("dumb", "cannot place its cursor"), ("", "TERM is not set")])
  func aTypeThatCannotDrawIsRefused(type: String, reason: String) throws {
    let terminal = try PseudoTerminal("TerminalProbe", environment: ["TERM": type])
    #expect(try terminal.waitForEnd() == .exited(2))
    #expect(terminal.outputText.contains(reason))
    #expect(terminal.outputText.contains("TERM=xterm-256color"))
    #expect(!terminal.output.contains(0x1B))
    #expect(terminal.modes == terminal.modesBefore)
  }

  @Test(arguments: [PseudoTerminal.Streams.input, .output])
  func withoutATerminalItEndsAtOnce(streams: PseudoTerminal.Streams) throws {
    let terminal = try PseudoTerminal("TerminalProbe", streams: streams)
    #expect(try terminal.waitForEnd() == .exited(2))
    #expect(!terminal.output.contains(0x1B))
    #expect(terminal.modes == terminal.modesBefore)
    let says = streams == .output ? "Standard input is not a terminal" : ""
    #expect(terminal.outputText.hasPrefix(says))
  }

  @Test(
    arguments: [
      ("xterm-256color", "C.UTF-8", "braille"), ("linux", "C.UTF-8", "block"),
      ("xterm-256color", "C", "ascii"), ("linux", "POSIX", "ascii"),
      // Named by the user, though not installed here.
      ("xterm-256color", "xx_XX.UTF-8", "braille"), ("xterm-256color", "xx_XX", "ascii"),
    ])
  func theLocaleChoosesTheGlyphs(type: String, locale: String, glyphs: String) throws {
    let terminal = try PseudoTerminal.probe(environment: ["TERM": type, "LC_ALL": locale])
    try terminal.wait(for: "probe 80x24 \(glyphs)")
  }

  @Test func withoutUTF8NothingButASCIIIsSent() throws {
    let terminal = try PseudoTerminal.probe(environment: ["LC_ALL": "C"])
    try terminal.type(.control("n"))
    try terminal.wait(for: "1 control n")
    try terminal.type([0xC3, 0xA9])
    try terminal.wait(for: "2 char e9")
    try terminal.type(.control("q"))
    try terminal.waitForEnd()
    #expect(terminal.output.allSatisfy { $0 < 0x80 })
  }
}
