import Foundation
import Testing

/// A table that takes its time, in the real program.
@Suite struct LargeTableTests {
  /// 20,000 rows of 60 inputs and a class.
  private func writeTable(_ path: String) throws {
    let names = (1...60).map { "x\($0)" } + ["kind"]
    let rows = (0..<20_000).map { row in
      (0..<60).map { "\(Double((row * 7 + $0 * 13) % 1000) / 8)" }.joined(separator: ",")
        + (row.isMultiple(of: 2) ? ",even" : ",odd")
    }
    try ([names.joined(separator: ",")] + rows).joined(separator: "\n")
      .write(toFile: path, atomically: false, encoding: .utf8)
  }

  @Test func readingItSaysHowFarItIsAndEscEndsIt() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/big.csv"
    try writeTable(path)
    let terminal = try PseudoTerminal("downhill", ["play", "xor"], columns: 160)
    try terminal.wait(for: "update 0 ")
    try terminal.type(":set data {csv: \(path)}\r")
    try terminal.wait(for: "rows · Esc ends it")
    #expect(terminal.screen.text.contains("Reading \(path): "))
    try terminal.type("\u{1B}")
    try terminal.wait(for: "Reading it was stopped.")
    // What was open is there, and goes on.
    try terminal.type("u")
    try terminal.wait(for: "update 1 ")
    #expect(terminal.screen.text.contains("2-"))
  }

  /// What is said of it does not stand behind how far it is.
  @Test func aSentenceBeginsALineOfItsOwn() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/big.csv"
    try writeTable(path)
    let terminal = try PseudoTerminal(
      "downhill", ["train", path, "--steps", "1"], columns: 160)
    #expect(try terminal.waitForEnd() == .exited(0))
    let lines = terminal.screen.text.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("\(path) stands for this experiment file") })
  }

  /// On the way to the first screen it is the terminal's own line that says so, and ^C ends it.
  @Test func openingItSaysHowFarItIs() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/big.csv"
    try writeTable(path)
    let terminal = try PseudoTerminal("downhill", ["play", path], columns: 160)
    try terminal.wait(for: "big.csv: ")
    try terminal.wait(for: "update 0 ")
    #expect(terminal.screen.text.contains("60-"), "the shape of the network")
    try terminal.type("u")
    try terminal.wait(for: "update 1 ")
  }
}
