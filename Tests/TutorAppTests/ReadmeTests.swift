import Foundation
import Testing

@testable import TutorApp

@Suite struct ReadmeTests {
  /// The README's list of keys is the key table, word for word.
  @Test func theReadmeNamesEveryKeyOfATutor() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    for binding in KeyTable.bindings where binding.contexts.contains(.lesson) {
      #expect(readme.contains(binding.help), "the README does not say: \(binding.help)")
      #expect(binding.keys.contains { readme.contains($0.label) })
    }
  }
}
