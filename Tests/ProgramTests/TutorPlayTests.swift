import CVterm
import Foundation
import Testing

/// The real program, played with the keyboard in a pseudo-terminal.
@Suite struct TutorPlayTests {
  /// The lesson of the two neurons from its first to its last key, with the numbers read off the screen.
  @Test func theTwoNeuronsFromFirstToLastKeyAndBack() throws {
    let terminal = try PseudoTerminal(
      "downhill", ["learn", "two-neurons"], mainScreen: "$ downhill\r\n")
    // The status line is the last row to come: the whole screen is there with it.
    try terminal.wait(for: "loss not yet")
    let pages = try pageCount(terminal)
    let first = terminal.screen.text
    try play(terminal, to: 3, of: pages)
    try terminal.wait(for: "0.7153")
    try play(terminal, to: 4, of: pages)
    try terminal.wait(for: "0.46525")
    try play(terminal, to: 12, of: pages)
    try terminal.wait(for: "0.4272")
    try terminal.wait(for: "0.6121")
    try play(terminal, to: pages, of: pages)
    for page in stride(from: pages - 1, through: 1, by: -1) {
      try terminal.press(VTERM_KEY_LEFT)
      try terminal.wait(for: "page \(page) of \(pages)")
    }
    try terminal.wait("the first screen again") { terminal.screen.text == first }
    try terminal.type("q")
    #expect(try terminal.waitForEnd() == .exited(0))
    expectGivenBack(terminal)
  }

  /// Where one was, what came of it and the way back stand under the command line that began it.
  @Test(arguments: [
    (["learn", "two-neurons"], "page 1 of", "page 1 of"),
    (["play", "xor"], "update 0 ", "xor: 0 updates, loss"),
  ])
  func aSummaryStaysInTheTerminal(
    arguments: [String], first: String, words: String
  ) throws {
    let terminal = try PseudoTerminal("downhill", arguments, mainScreen: "$ downhill\r\n")
    try terminal.wait(for: first)
    try terminal.type("q")
    #expect(try terminal.waitForEnd() == .exited(0))
    #expect(terminal.lines[0].hasPrefix("$ downhill"))
    let text = terminal.screen.text
    #expect(text.contains(words) && text.contains("goes on here"))
  }

  @Test func theLearningRateChangesWhileItTrains() throws {
    let terminal = try PseudoTerminal("downhill", ["play", "xor"])
    try terminal.wait(for: "η 0.5")
    try terminal.type("p")
    try terminal.wait(for: "▶")
    try terminal.type("+")
    try terminal.wait(for: "η 1")
    try terminal.type("p")
    try terminal.wait(for: "paused")
    try terminal.type("r")
    try terminal.wait(for: "update 0 ")
    try terminal.wait(for: "η 1")
  }

  @Test func itLivesThroughResizesAndSuspensionAndLeavesTheTerminalAsItWas() throws {
    let terminal = try PseudoTerminal("downhill", ["play", "xor"], mainScreen: "$ downhill\r\n")
    try terminal.wait(for: "update 0 ")
    try terminal.type("p")
    for (columns, rows) in [(40, 10), (200, 60), (1, 1), (120, 40)] {
      try terminal.resize(columns: columns, rows: rows)
    }
    try terminal.wait(for: "? help")
    terminal.signal(SIGTERM)
    #expect(try terminal.waitForEnd() == .signaled(SIGTERM))
    expectGivenBack(terminal)
  }

  @Test func whatIsNoTerminalGetsASentenceAndAWayOn() throws {
    let terminal = try PseudoTerminal("downhill", ["play"], environment: ["TERM": "dumb"])
    #expect(try terminal.waitForEnd() == .exited(1))
    #expect(terminal.outputText.contains("--plain"))
  }

  @Test func thePlainTutorTellsALessonInLines() throws {
    let terminal = try PseudoTerminal(
      "downhill", ["learn", "two-neurons", "--plain"], environment: ["TERM": "dumb"])
    // A page may be longer than the screen: its first line has then gone by.
    try terminal.wait("page 1") { terminal.outputText.contains("page 1 of") }
    try terminal.type("\r")
    try terminal.wait("page 2") { terminal.outputText.contains("page 2 of") }
    try terminal.type("q\r")
    #expect(try terminal.waitForEnd() == .exited(0))
    #expect(!terminal.output.contains { $0 >= 0x80 || $0 == 0x1B })
  }

  /// The number after "page 1 of".
  private func pageCount(_ terminal: PseudoTerminal) throws -> Int {
    let words = terminal.lines[0].split(separator: " ")
    return try #require(words.last.flatMap { Int($0) })
  }

  /// Presses the key for the next page until a page is reached; open questions are passed with a second press.
  private func play(_ terminal: PseudoTerminal, to page: Int, of pages: Int) throws {
    while !terminal.lines[0].contains("page \(page) of \(pages)") {
      let title = terminal.lines[0]
      try terminal.press(VTERM_KEY_RIGHT)
      try terminal.wait("an answer to the key") {
        terminal.lines[0] != title || terminal.screen.text.contains("Commit a guess")
      }
      guard terminal.lines[0] == title else { continue }
      // Passing shows the answer, and the next key goes on.
      try terminal.press(VTERM_KEY_RIGHT)
      try terminal.wait(for: "Passed.")
      try terminal.press(VTERM_KEY_RIGHT)
      try terminal.wait("the next page") { terminal.lines[0] != title }
    }
  }
}
