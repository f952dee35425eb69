import Foundation
import SeededRandom
import Testing

/// A window that changes its size.
@Suite struct ResizeTests {
  @Test func aStormOfSizesLeavesNoGarbage() throws {
    let terminal = try PseudoTerminal.probe(["--echo"])
    var random = SeededRandom(seed: 11)
    let sizes = [(1, 1), (300, 100), (1, 100), (300, 1), (2, 2)]
    for step in 0..<100 {
      let size =
        step % 10 < sizes.count
        ? sizes[step % 10]
        : (Int.random(in: 1...300, using: &random), Int.random(in: 1...100, using: &random))
      try terminal.resize(columns: size.0, rows: size.1)
      terminal.settle(within: 0)
    }
    try terminal.resize(columns: 90, rows: 20)
    // The last size is reported last; every line but the first is then a whole report.
    try terminal.wait("the last size") { Self.isClean(terminal.lines) }
  }

  private static func isClean(_ lines: [String]) -> Bool {
    guard lines.count == 20, lines[0] == "probe 90x20 braille" else { return false }
    let reports = lines.dropFirst().filter { !$0.isEmpty }
    return reports.last?.hasSuffix("resized 90x20") == true
      && reports.allSatisfy { $0.wholeMatch(of: /[0-9]+ resized [0-9]+x[0-9]+/) != nil }
  }

  @Test func exportedSizesDoNotHold() throws {
    let terminal = try PseudoTerminal.probe(
      environment: ["LINES": "24", "COLUMNS": "80"], columns: 70, rows: 20)
    try terminal.resize(columns: 100, rows: 30)
    try terminal.wait(for: "probe 100x30")
  }

  @Test(arguments: [(1, 1), (2, 1), (300, 100)])
  func everySizeIsGoodEnoughToStart(columns: Int, rows: Int) throws {
    let terminal = try PseudoTerminal("TerminalProbe", columns: columns, rows: rows)
    try terminal.wait(for: "p")
    try terminal.type(.control("q"))
    #expect(try terminal.waitForEnd() == .exited(0))
  }
}
