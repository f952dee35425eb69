import Experiments
import Foundation
import TestProject
import Testing

@testable import Lessons

/// The JSON Schemas of lessons, held to every lesson of the course.
@Suite struct LessonSchemaTests {
  private static let files: [String] = {
    let folder = TestProject.root.appending(path: "lessons").path
    return ((try? Folder.files(in: folder)) ?? []).filter {
      $0.hasSuffix(".md") && $0 != Folder.guide
    }
  }()

  private func source(_ file: String) throws -> SourceText {
    try SourceText(path: TestProject.root.appending(path: "lessons/\(file)").path)
  }

  private func node(_ text: String) throws -> YAMLNode {
    try #require(YAMLSource(SourceText(name: "x", text: text)).root(of: text)?.node)
  }

  /// The blocks of a text, with the words behind their fences.
  private func blocks(_ text: String) -> [(word: String, text: String)] {
    text.components(separatedBy: "\n```").enumerated().compactMap { index, part in
      guard index % 2 == 1, let end = part.firstIndex(of: "\n") else { return nil }
      return (String(part[..<end]), String(part[part.index(after: end)...]))
    }
  }

  @Test(arguments: files) func everyHeadIsTaken(_ file: String) throws {
    let parts = try #require(LessonParts(source(file)))
    #expect(JSONSchema.accepts(try node(parts.head), LessonSchema.head))
  }

  @Test(arguments: files) func everyBlockIsTaken(_ file: String) throws {
    let properties = try #require(LessonSchema.directives["properties"])
    var count = 0
    for block in blocks(try source(file).text) {
      guard let schema = properties[block.word] else { continue }
      count += 1
      #expect(JSONSchema.accepts(try node(block.text), schema), "\(block)")
    }
    #expect(count > 5)
  }

  @Test(arguments: [
    ("ask", "question: Why?\nanswr: 3"), ("ask", "answer: 3"), ("goal", "within: 5"),
    ("goal", "reach: loss < 1\nwithin: 0"), ("do", "goo: 1 update"), ("do", "- prune: 2"),
    ("do", "dial: {key: l2}"), ("do", "dial: {key: l2, values: [0, 1], lable: x}"),
    ("fade", "steps: [{say: a}]"), ("solution", "reset: everything"),
  ])
  func slipsAreRefused(_ word: String, _ text: String) throws {
    let schema = try #require(LessonSchema.directives["properties"]?[word])
    #expect(!JSONSchema.accepts(try node(text), schema))
  }

  @Test(arguments: ["titel: x", "minutes: 0", "format: 99", "experiment: {dta: xor}"])
  func slipsInAHeadAreRefused(_ line: String) throws {
    let head = try #require(LessonParts(source("01-line-fit.md"))).head
    let key = line.prefix { $0 != ":" } + ":"
    let rest = head.components(separatedBy: "\n").filter { !$0.hasPrefix(key) }
    let kept =
      key == "experiment:" ? rest.filter { !$0.hasPrefix("  ") || $0.hasPrefix("  - ") } : rest
    #expect(
      !JSONSchema.accepts(try node((kept + [line]).joined(separator: "\n")), LessonSchema.head))
  }

  /// Every word that begins a block of YAML has its schema.
  @Test func everyDirectiveWithKeysHasASchema() throws {
    let properties = try #require(LessonSchema.directives["properties"]?.members)
    #expect(properties.map(\.key) == ["do", "ask", "fade", "goal", "solution"])
  }
}
