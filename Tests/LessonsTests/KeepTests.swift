import Experiments
import Foundation
import TestProject
import Testing

@testable import Lessons

/// The three sentences that a lesson gives to keep.
@Suite struct KeepTests {
  private static let head = "summary: One weight walks down a parabola."

  @Test func theSentencesAreRead() throws {
    let lesson = try Samples.lesson(
      replacing: Self.head, with: Self.head + "\nkeep: [One *step*., Two., \"Three: all.\"]")
    #expect(lesson.keep.map(\.literal) == ["One step.", "Two.", "Three: all."])
  }

  @Test(arguments: [
    ("keep: [\"{{w}} is 1.\"]", "A sentence to keep holds no {{numbers}} of a run."),
    ("keep: [One., Two., Three., Four.]", "3"), ("keep: 7", "list of sentences"),
  ])
  func whatIsNoneIsSaid(_ keep: String, _ message: String) throws {
    let problems = try Samples.problems(replacing: Self.head, with: Self.head + "\n" + keep)
    #expect(problems.first?.contains(message) == true, "\(problems)")
  }

  @Test(arguments: [("", 0), ("keep: [One., Two.]", 2)])
  func theCheckAsksForThree(_ keep: String, _ count: Int) throws {
    let path = try TestProject.temporaryFolder() + "/01-line.md"
    let text = Samples.lesson.replacing(Self.head, with: Self.head + "\n" + keep)
    try Data(text.utf8).write(to: URL(filePath: path))
    #expect(
      FileCheck.problems(path: path).contains {
        $0.message.hasPrefix("The head has \(count) sentences to keep: give 3 under 'keep:'.")
      })
  }

  @Test func theirWordsMustBeExplainedToo() throws {
    let lesson = try Samples.lesson(
      replacing: Self.head, with: Self.head + "\nkeep: [One., Two., Mind the batch norm.]")
    let problems = TermCheck(
      lesson: lesson, source: Samples.source(Samples.lesson), foundation: []
    ).problems
    #expect(problems.contains { $0.message.hasPrefix("'batch norm' is used before") })
  }
}
