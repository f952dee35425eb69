import Experiments
import Foundation
import TestProject
import Testing

@testable import Lessons

/// Directives and the keys of `do`, as their lists say.
@Suite struct DirectiveTests {
  @Test func namesAreGivenOnce() {
    #expect(Set(Directive.all.map(\.name)).count == Directive.all.count)
    #expect(Set(DoKey.all.map(\.name)).count == DoKey.all.count)
  }

  /// A value of a kind that no key takes is complained about.
  @Test(arguments: DoKey.all.map(\.name))
  func everyKeyComplainsAboutNonsense(_ key: String) {
    #expect(throws: Diagnostics.self) {
      try Samples.lesson(
        replacing: "- go: 1 update\n  expect", with: "- \(key): [[{}]]\n- expect")
    }
  }

  @Test(arguments: Directive.all.filter { !$0.fields.isEmpty }.map(\.name))
  func everyDirectiveRefusesAnUnknownKey(_ name: String) throws {
    let text = Samples.lesson + "\n```\(name)\nnonsense_key: 1\n```\n"
    let error = try #require(throws: Diagnostics.self) {
      try LessonParser.parse(SourceText(name: "01-sample.md", text: text))
    }
    #expect(error.list.contains { $0.message.contains("nonsense_key") })
  }
}
