import Foundation
import Testing

/// The page that says how each demand on a terminal program is tested names tests that there are.
@Suite struct RequirementTests {
  private static let tests = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The demands in their order: number, demand, how it is tested.
  private static let rows: [[String]] = {
    let page = tests.appending(path: "terminal-requirements.md")
    let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { $0.hasPrefix("| ") }.map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }.filter { $0.count == 3 && Int($0[0]) != nil }
  }()

  /// The sources of all tests.
  private static let sources: [String] = {
    let files = FileManager.default.enumerator(at: tests, includingPropertiesForKeys: nil)
    return (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
      .compactMap { try? String(contentsOf: $0, encoding: .utf8) }
  }()

  @Test func everyDemandHasItsRow() {
    #expect(Self.rows.compactMap { Int($0[0]) } == Array(1...66))
    for row in Self.rows {
      #expect(row[2].hasPrefix("T ") || row[2].hasPrefix("H ") || row[2] == "open", "\(row[0])")
    }
  }

  @Test func everyTestThatIsNamedIsThere() {
    var count = 0
    for row in Self.rows {
      var suite = ""
      for match in row[2].matches(of: /`(\w*Tests)?(?:\.(\w+))?`/) {
        suite = match.1.map(String.init) ?? suite
        let homes = Self.sources.filter { $0.contains("struct \(suite) ") }
        #expect(!suite.isEmpty && !homes.isEmpty, "\(row[0]): \(suite)")
        guard let test = match.2 else { continue }
        count += 1
        #expect(homes.contains { $0.contains("func \(test)(") }, "\(row[0]): \(suite).\(test)")
      }
    }
    #expect(count > 60)
  }
}
