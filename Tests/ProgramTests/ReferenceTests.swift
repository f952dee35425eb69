import Foundation
import Testing

@testable import downhill

/// The pages of docs/reference say what the program says of itself.
@Suite struct ReferenceTests {
  private static func page(_ name: String) throws -> String {
    let path = DocumentationTests.root.appending(path: "docs/reference/\(name).md")
    return try String(contentsOf: path, encoding: .utf8)
  }

  /// Behind the line that says so a page is what help prints, to the last letter.
  @Test(arguments: HelpTopic.names) func aTopicHasItsPage(_ name: String) throws {
    let topic = try #require(HelpTopic.all.first { $0.name == name })
    let mark =
      "<!-- From here on it is what 'downhill help \(name) --markdown' says; 'make reference' writes it anew. -->\n\n"
    let parts = try Self.page(name).components(separatedBy: mark)
    #expect(parts.count == 2 && parts.last == topic.markdown, "run 'make reference'")
  }

  @Test func everyCommandHasItsLine() throws {
    let lines = try Self.page("command-line").split(separator: "\n")
    for command in FirstWord.commands {
      #expect(
        lines.contains { $0.hasPrefix("downhill \(command) ") },
        "say in docs/reference/command-line.md what '\(command)' does")
    }
  }
}
