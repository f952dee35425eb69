import NeuralNetwork
import Synchronization
import Testing

@testable import Experiments

/// Work that takes its time says how far it is, and ends when nobody wants to wait any longer.
@Suite struct WaitingTests {
  private static let rows = 1100
  private static let text =
    "x,y\n" + (0..<rows).map { "\($0),\($0 % 7)\n" }.joined()

  private func table(_ watch: Waiting) throws {
    let source = SourceText(name: "long\u{1B}.csv", text: Self.text)
    try Waiting.$current.withValue(watch) {
      let table = try CSVTable(source)
      try table.forEachRow { _ in }
    }
  }

  @Test func aTableSaysHowManyRowsAreRead() throws {
    let said = Mutex<[String]>([])
    try table(Waiting { progress in said.withLock { $0.append(progress.sentence) } })
    #expect(
      said.withLock(\.self) == [
        "Reading long␛.csv: 512 rows", "Reading long␛.csv: 1024 rows",
        "Reading long␛.csv: 512 of 1100 rows", "Reading long␛.csv: 1024 of 1100 rows",
      ])
  }

  @Test func readingEndsWhereNobodyWaits() {
    let problems = #expect(throws: Diagnostics.self) {
      try table(Waiting(report: { _ in }, isOver: { true }))
    }
    #expect(problems?.sentence == "Reading it was stopped.")
  }

  @Test func whatMayTakeNoTimeIsEndedAndWhatMayIsDone() throws {
    func read(_ limit: Duration) throws -> Int? {
      try Waiting.atMost(limit) {
        try CSVTable(SourceText(name: "long.csv", text: Self.text)).count
      }
    }
    #expect(try read(.zero) == nil)
    #expect(try read(.seconds(1000)) == Self.rows)
    #expect(throws: Diagnostics.self) {
      try Waiting.atMost(.seconds(1000)) { try CSVTable(SourceText(name: "none", text: "")) }
    }
  }
}
