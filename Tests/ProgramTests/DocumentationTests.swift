import Foundation
import Testing

/// The commands of the documentation do what it says: each page's are run in order, in an empty folder.
@Suite struct DocumentationTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/how-to")

  static let pages = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".md") }.sorted()

  @Test func thereArePages() { #expect(!Self.pages.isEmpty) }

  @Test(arguments: pages) func commandsSucceed(_ page: String) throws {
    let text = try String(contentsOf: Self.folder.appending(path: page), encoding: .utf8)
    let blocks = text.components(separatedBy: "```sh\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n```").first
    }
    #expect(!blocks.isEmpty)
    let shell = try Shell()
    let start = "set -e\ncd '\(shell.folder.path)'\ndownhill() { \"$PROGRAM\" \"$@\"; }\n"
    let outcome = try shell.run(script: start + blocks.joined(separator: "\n"))
    #expect(outcome.status == 0, "\(outcome.output)\n\(outcome.errors)")
  }
}
