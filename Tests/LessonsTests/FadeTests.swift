import Experiments
import Foundation
import SeededRandom
import Testing
import Workbench

@testable import Lessons

/// Worked examples that fade.
@Suite struct FadeTests {
  private static let steps = """
    steps:
      - {say: "w before", answer: w, tolerance: 0.005}
      - {say: "0.4 · 1.2", answer: 0.48, because: η times the slope.}
      - {say: "0.8 + 0.48", answer: 1.28, wrong: {0.32: That is uphill.}}
    """

  /// The pages that take the place of the sample's question.
  private func pages(blanks: Int, _ steps: String = steps) throws -> [Page] {
    var text: String = Samples.lesson
    let start = try #require(text.firstRange(of: "```ask"))
    let end = try #require(text[start.upperBound...].firstRange(of: "```\n"))
    text.replaceSubrange(
      start.lowerBound..<end.upperBound,
      with: "Above.\n\n```fade\n\(steps)\nblanks: \(blanks)\n```\n\nBelow.\n")
    let lesson = try LessonParser.parse(Samples.source(text))
    return lesson.pages.filter { $0.title == "Guess" }
  }

  private func words(_ page: Page, on workspace: Workspace) -> [String] {
    page.blocks.flatMap(\.texts).map { $0.plainText(on: workspace) }
  }

  @Test func inFullItAsksNothing() throws {
    let pages = try pages(blanks: 0)
    #expect(pages.count == 1 && pages[0].question == nil)
    let workspace = try Samples.lesson().workspace(after: 1)
    #expect(
      words(pages[0], on: workspace)
        == ["Above.", "w before = 0.8", "0.4 · 1.2 = 0.48", "0.8 + 0.48 = 1.28", "Below."])
  }

  @Test func theLastStepsAreAskedOneAfterTheOther() throws {
    let pages = try pages(blanks: 2)
    let workspace = try Samples.lesson().workspace(after: 1)
    #expect(pages.count == 2)
    #expect(
      words(pages[0], on: workspace).prefix(4)
        == ["Above.", "w before = 0.8", "0.4 · 1.2 = ?", "0.8 + 0.48 = …"])
    #expect(
      words(pages[1], on: workspace).prefix(3)
        == ["w before = 0.8", "0.4 · 1.2 = 0.48", "0.8 + 0.48 = ?"])
    #expect(words(pages[1], on: workspace).last == "Below.")
    let last = try #require(pages[1].question)
    #expect(last.judgment(typed: "1.28", on: workspace)?.isRight == true)
    #expect(last.judgment(typed: "0.32", on: workspace)?.remark == "That is uphill.")
  }

  /// The engine vouches for a step, and the run shows it, as for a question.
  @Test func aStepIsProvedByWhatComesAfterIt() throws {
    let last = "answer: 1.28, proof: w ≈ 1.28 ± 0.001, after: 1 update, wrong"
    let pages = try pages(blanks: 1, Self.steps.replacing("answer: 1.28, wrong", with: last))
    let question = try #require(pages[0].question)
    let workspace = try Samples.lesson().workspace(after: 1)
    let later = try #require(question.workspaceAtAnswer(workspace))
    #expect(question.proof?.holds(on: later) == true)
    #expect(question.proof?.holds(on: workspace) == false && question.reveal != nil)
    let quantity = Self.steps.replacing("answer: w, tol", with: "answer: w, after: 1 update, tol")
    #expect(throws: Diagnostics.self) { try self.pages(blanks: 3, quantity) }
  }

  @Test func whatIsLeftOutHasAQuantityOfTheRunForAnAnswer() throws {
    let pages = try pages(blanks: 3)
    let workspace = try Samples.lesson().workspace(after: 1)
    #expect(pages.count == 3)
    #expect(pages[0].question?.judgment(typed: "0.8", on: workspace)?.isRight == true)
    #expect(pages[0].question?.judgment(typed: "0.9", on: workspace)?.isRight == false)
  }

  @Test(arguments: [
    ("blanks: 4", "from 0 to 3"), ("blanks: 1\nnonsense: 1", "nonsense"),
  ])
  func whatIsWrongIsSaid(_ end: String, _ words: String) {
    let text = Samples.lesson + "\n## More\n\n```fade\n\(Self.steps)\n\(end)\n```\n"
    let error = #expect(throws: Diagnostics.self) {
      try LessonParser.parse(Samples.source(text))
    }
    #expect(error?.list.contains { $0.message.contains(words) } == true)
  }

  /// What both demands come to is said at once.
  @Test func aQuantityToComeIsRefusedInOneSentence() {
    let text =
      Samples.lesson
      + "\n## More\n\n```fade\nsteps:\n  - {say: w, answer: w, after: 1 update}\n```\n"
    let error = #expect(throws: Diagnostics.self) { try LessonParser.parse(Samples.source(text)) }
    #expect(
      error?.list.map(\.message)
        == ["A step with 'after' gives its answer as a number, and 'proof' for it."])
  }

  @Test func besideAQuestionItIsRefused() {
    let ask = "```ask\nquestion: And you?\n```\n"
    let text = Samples.lesson + "\n## More\n\n```fade\n\(Self.steps)\n```\n\n\(ask)"
    let error = #expect(throws: Diagnostics.self) {
      try LessonParser.parse(Samples.source(text))
    }
    #expect(error?.list.contains { $0.message.contains("questions of its own") } == true)
  }
}

/// Pages are counted before they are read.
@Suite struct PageCountTests {
  private static let step = "{say: \"1 + 1\", answer: 2}"
  /// Bodies of pages, and how many pages each makes.
  private static let bodies: [(text: String, pages: Int)] = [
    ("Words.", 1), ("One.\n\n---\n\nTwo.", 2), ("### no page\n\nOne.", 1),
    ("> ## no page", 1), ("- a\n\n  b", 1), ("```text\n## no page\n---\n```", 1),
    ("```fade\nsteps: [\(step), \(step), \(step)]\n```", 1),
    ("```fade\nsteps: [\(step), \(step), \(step)]\nblanks: 1\n```", 1),
    ("```fade\nsteps: [\(step), \(step), \(step)]\nblanks:   3   # all\n```", 3),
    ("```fade\nblanks : 2\nsteps:\n  - \(step)\n  - \(step)\n```", 2),
    ("```fade\n{blanks: 2, steps: [\(step), \(step)]}\n```", 2),
    ("```fade\n\"blanks\": 2\nsteps: [\(step), \(step)]\n```", 2),
  ]

  private func lesson(_ bodies: [String]) -> SourceText {
    let text: String = Samples.lesson
    let parts = text.components(separatedBy: "## One weight")
    return Samples.source(
      parts[0] + bodies.enumerated().map { "## Page \($0)\n\n\($1)\n" }.joined(separator: "\n"))
  }

  @Test(arguments: bodies.indices) func eachBodyIsCounted(index: Int) throws {
    let (text, pages) = Self.bodies[index]
    let source = lesson([text])
    #expect(try LessonParser.outline(source).pageCount == pages)
    #expect(try LessonParser.parse(source).pages.count == pages)
  }

  /// Lessons put together by chance, have as many pages as were put in.
  @Test(arguments: 0..<20) func wholeLessonsAreCounted(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    let chosen = (0..<Int.random(in: 1...9, using: &random)).compactMap { _ in
      Self.bodies.randomElement(using: &random)
    }
    let outline = try LessonParser.outline(lesson(chosen.map(\.text)))
    #expect(outline.pageCount == chosen.map(\.pages).reduce(0, +))
    #expect(outline.pages.count == outline.pageCount && outline.problems.isEmpty)
  }
}
