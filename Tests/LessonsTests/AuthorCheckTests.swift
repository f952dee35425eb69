import Experiments
import Foundation
import TestProject
import Testing
import Workbench

@testable import Lessons

/// What `check` says to authors beside claims that do not hold.
@Suite struct AuthorCheckTests {
  /// What is wrong with the sample when it is a file, whose wrong choices all have their sentence.
  private func problems(replacing old: String, with new: String) throws -> [String] {
    let text = Samples.lesson.replacing(old, with: new)
    #expect(text != Samples.lesson, "the sample has no \(old)")
    let path = try TestProject.temporaryFolder() + "/01-line.md"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return FileCheck.problems(path: path).map { problem in
      "\(problem.position.map { "\($0.line): " } ?? "")\(problem.message)"
    }
  }

  @Test func everyWrongChoiceNeedsASentence() throws {
    let choices = """
      choices: [up, down, "nowhere: it stays"]
      answer: down
      because: So.
      wrong:
        up: No.
      """
    let problems = try problems(replacing: Samples.askedNumber, with: choices)
    #expect(problems.contains { $0.contains("'nowhere: it stays' has no sentence under 'wrong'") })
    #expect(!problems.contains { $0.contains("'up' has no") || $0.contains("'down' has no") })
  }

  /// A number that the author wrote down is proved by the engine, or the author says that nothing does.
  @Test(arguments: [
    ("answer: 0.5", true), ("answer: 0.5\nproof: none", false),
    ("answer: 0.8\nproof: w > 0", false), ("answer: w\ntolerance: 0.1", false),
    ("choices: [\"1\", \"2\"]\nanswer: \"1\"\nwrong: {\"2\": No.}", true),
    ("choices: [\"1\", \"2\"]\nanswer: \"1\"\nwrong: {\"2\": No.}\nproof: none", false),
    ("choices: [up, down]\nanswer: up\nwrong: {down: No.}", false),
    ("choices: [about 8, about 9]\nanswer: about 8\nwrong: {about 9: No.}", false),
  ])
  func aNumberNeedsAProof(written: String, isNamed: Bool) throws {
    let problems = try problems(replacing: Samples.askedNumber, with: "\(written)\nbecause: So.")
    #expect(problems.contains { $0.contains("nothing proves") } == isNamed, "\(problems)")
  }

  /// A proof must be about the number: it has it, but for its sign, or as a ratio.
  @Test(arguments: [
    ("answer: 0.8\nproof: w == 0.8", false), ("answer: 5\nproof: w == 0.8", true),
    ("answer: -0.8\nproof: w > 0.5", false), ("answer: 0.9\nproof: loss > 0 and w > 0", false),
    ("choices: [\"5\", \"2\"]\nanswer: \"5\"\nwrong: {\"2\": No.}\nproof: w == 0.8", false),
  ])
  func aProofIsAboutTheAnswer(written: String, isNamed: Bool) throws {
    let problems = try problems(replacing: Samples.askedNumber, with: "\(written)\nbecause: So.")
    #expect(
      problems.contains { $0.contains("The proof says nothing of the answer") } == isNamed,
      "\(problems)")
  }

  /// Steps of a calculation are held to the same, the given ones too; sums are worked out.
  @Test(
    arguments: [
      ("{say: 2 + 2, answer: 4}", nil), ("{say: 2 + 2, answer: 5}", "comes to 4, and not to 5"),
      ("{say: \"third = 1/3\", answer: 0.333}", nil),
      ("{say: w, answer: 0.8}", "nothing proves"), ("{say: w, answer: 0.8, proof: none}", nil),
      ("{say: w, answer: 0.8, proof: w == 0.8}", nil),
      ("{say: w, answer: 0.8, proof: w == 3}", "Expected w == 3"),
      ("{say: w, answer: 3, proof: w == 0.8}", "says nothing of the answer"),
    ] as [(String, String?)], [0, 1])
  func aStepIsProven(step: (written: String, words: String?), blanks: Int) throws {
    let problems = try problems(
      replacing: Samples.askBlock,
      with: "```fade\nsteps: [\(step.written)]\nblanks: \(blanks)\n```\n")
    let kinds = ["comes to", "nothing proves", "Expected w", "says nothing"]
    let found = problems.filter { problem in kinds.contains { problem.contains($0) } }
    #expect(found.count == (step.words == nil ? 0 : 1), "\(found)")
    #expect(found.allSatisfy { $0.contains(step.words ?? "") }, "\(found)")
  }

  /// What is to be read after the answer stands on the next page.
  @Test func noTextStandsBelowAQuestion() throws {
    let problems = try problems(
      replacing: Samples.askBlock, with: Samples.askBlock + "So it is 0.8.\n\n")
    #expect(problems.contains { $0.contains("a text below 'ask' stands above it") }, "\(problems)")
  }

  /// A large network, and where it goes.
  private static let large =
    "- experiment: {layers: [{units: 1000}, {units: 100}, {units: 1, activation: linear}]}\n- go: "

  /// Each number has a limit of its own, and so has what they come to together.
  @Test(arguments: [
    (
      "survey: {seeds: 10000, updates: 1000000, success: loss < 0.1}",
      "10000 runs of 1000000 updates"
    ),
    (large + "1000000 updates", "1000000 updates"), (large + "update 1000000", "1000000 updates"),
    (large + "until loss < -1 within 1000000 updates", "1000000 updates"),
  ])
  func nobodyWaitsForever(act: String, words: String) throws {
    let problems = try problems(replacing: "expect:\n  w: 0\n  loss: 2.0", with: act)
    #expect(
      problems.contains {
        $0.contains("\(words) are more than anybody waits for: give fewer updates")
      }, "\(problems)")
  }

  @Test func aBlockThatIsNotClosedIsNamedByItsLine() throws {
    let problems = try problems(
      replacing: "  w: 0\n  loss: 2.0\n```\n", with: "  w: 0\n  loss: 2.0\n")
    #expect(problems == ["22: The block that begins here is not closed: a line of ``` is missing."])
  }

  @Test(
    arguments: [
      ("```do\na\n```\n", nil), ("```do\na\n", 1), ("x\n```do\na\n\n```ask\nb\n```\n", 2),
      ("````hint\n```\na\n```\n````\n", nil), ("````hint\n```\na\n````\n", nil), ("```a`b\n", nil),
      ("```markdown\n```\n```\n", 3),
    ] as [(String, Int?)])
  func fencesAreReadAsMarkdownDoes(text: String, line: Int?) {
    #expect(OpenFence.line(in: text) == line)
  }

  @Test func aColonInATextAsksForQuotes() throws {
    let problems = try problems(
      replacing: "title: A line that learns", with: "title: A line: it learns")
    #expect(problems.first?.contains("needs quotes: title: \"One: two\"") == true, "\(problems)")
  }

  /// What nobody sees in an editor, or what could command a terminal, is named; what joins letters may stay.
  @Test(
    arguments: [
      ("\u{1B}[2J", "U+001B"), ("\u{9B}", "U+009B"), ("\u{202E}", "U+202E"), ("\u{200B}", "U+200B"),
      ("\u{200D}", nil), ("\t", nil),
    ] as [(String, String?)])
  func hiddenCharactersAreNamed(text: String, name: String?) throws {
    let problems = try problems(replacing: "- one step", with: "- one\(text) step")
    #expect(problems.contains { $0.contains("hidden character") } == (name != nil), "\(problems)")
    #expect(name.map { name in problems.contains { $0.contains(name) } } ?? true)
  }

  /// A word in the head is pointed at there.
  @Test func aWordToKeepIsPointedAtInTheHead() throws {
    let problems = try problems(
      replacing: "panels: [data", with: "keep: [one, momentum is what I keep, three]\npanels: [data"
    )
    let line = try #require(problems.first { $0.contains("'momentum' is used before") })
    #expect(line.hasPrefix("15: "), "\(line)")
  }
}
