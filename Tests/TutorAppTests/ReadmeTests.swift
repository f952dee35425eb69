import Foundation
import Testing

@testable import TutorApp

@Suite struct ReadmeTests {
  /// The panels that lessons may name are those that there are.
  @Test func theReadmeNamesEveryPanel() throws {
    let line = "- Panels: " + Panel.names.map { "`\($0)`" }.joined(separator: ", ") + "."
    #expect(try Self.readme().contains(line), "the README does not say: \(line)")
  }

  /// The README's list of keys is the key table, word for word.
  @Test func theReadmeNamesEveryKeyOfATutor() throws {
    let readme = try Self.readme()
    for binding in KeyContext.lesson.bindings + KeyContext.answering.bindings
      + KeyContext.choosing.bindings
    {
      #expect(readme.contains(binding.help), "the README does not say: \(binding.help)")
      #expect(binding.keys.contains { readme.contains($0.label) })
    }
  }

  @Test func theReadmeNamesEveryKeyOfThePlayground() throws {
    let readme = try Self.readme()
    for binding in PlaygroundScene.keys {
      #expect(readme.contains(binding.help), "the README does not say: \(binding.help)")
      #expect(binding.keys.contains { readme.contains($0.label) })
    }
  }

  @Test func theReadmesTableOfCommandsIsTheList() throws {
    let table = PlaygroundCommand.table
    #expect(try Self.readme().contains(table), "the README needs this table:\n\(table)")
  }

  private static func readme() throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
  }
}
