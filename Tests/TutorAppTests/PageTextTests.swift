import Experiments
import Lessons
import TerminalCanvas
import Testing
import Workbench

@testable import TutorApp

/// A page's question, goal and hints in words, as far as the learner has come.
@Suite struct PageTextTests {
  private static let choices = """
    ```ask
    question: Where does w go?
    choices: [up, down, nowhere]
    answer: up
    because: The slope is below zero.
    wrong: {down: "That is along the slope, not against it."}
    ```
    """
  private static let number = """
    ```ask
    question: How large is *w* after one update?
    answer: w
    after: 1 update
    tolerance: 0.01
    because: It moves by 0.1 times 3.
    ```
    """
  private static let free = "```ask\nquestion: What do you expect?\nbecause: We shall see.\n```"
  private static let goal = """
    ```goal
    reach: w > 1
    task: Bring *w* above 1.
    ```

    ```hint
    Take steps.
    ```

    ```hint
    Take **more** steps.
    ```

    ```solution
    go: 20 updates
    ```
    """

  private func text(_ source: String, width: Int = 60) throws -> PageText {
    let (page, workspace) = try Samples.page(source)
    return PageText(page: page, workspace: workspace, width: width, glyphs: .braille)
  }

  /// What a learner has said to the question of a page, and what is told by then.
  private func answering(
    _ source: String, _ said: [String], isPassed: Bool = false, isSure: Bool = false
  ) throws -> Answering {
    let (page, workspace) = try Samples.page(source)
    let question = try #require(page.question)
    var prediction = Prediction(to: question)
    for text in said {
      prediction.add(try #require(question.judgment(typed: text, on: workspace)))
    }
    (prediction.isPassed, prediction.isSure) = (isPassed, isSure)
    return Answering(
      prediction: prediction,
      outcome: prediction.isSettled ? question.outcome(on: workspace) : nil)
  }

  private func lines(
    _ source: String, _ said: [String], isPassed: Bool = false, isSure: Bool = false
  ) throws -> [String] {
    try text(source).question(
      answering(source, said, isPassed: isPassed, isSure: isSure)
    ).map(\.plain)
  }

  // MARK: - Choices

  @Test func aQuestionWaits() throws {
    let text = try text(Self.choices)
    #expect(
      text.question().map(\.plain) == [
        "", "? Where does w go?", "  1  up", "  2  down", "  3  nowhere", "  4  not sure",
      ])
    var entry = try #require(text.page.question?.entry)
    entry.select(1)
    #expect(text.question(Answering(entry: entry)).map(\.plain)[3] == "▶ 2  down")
  }

  @Test func aMissHasAnotherTry() throws {
    let lines = try lines(Self.choices, ["down"])
    #expect(lines[2...5] == ["  1  up", "✗ 2  down", "  3  nowhere", "  4  not sure"])
    #expect(
      lines[6...].joined(separator: " ")
        == "✗ Not quite. That is along the slope, not against it. One more try.")
  }

  @Test(
    arguments: [
      (["up"], false, false, "✓ Right. The slope is below zero."),
      (["down", "up"], false, false, "✓ Right, at the second try. The slope is below zero."),
      (
        ["down", "nowhere"], false, false,
        "✗ Missed. The slope is below zero."
      ),
      (
        ["nowhere", "down"], false, true,
        "✗ Missed. You were sure: look twice. That is along the slope, not against it. The slope is below zero."
      ),
      ([], true, false, "– Passed. The slope is below zero."),
      (
        ["down"], true, false,
        "– Passed. The slope is below zero."
      ),
    ] as [([String], Bool, Bool, String)])
  func everyEndIsSaid(said: [String], isPassed: Bool, isSure: Bool, end: String) throws {
    let lines = try lines(Self.choices, said, isPassed: isPassed, isSure: isSure)
    #expect(lines.joined(separator: " ").hasSuffix("nowhere " + end), "\(lines)")
    #expect(lines[2] == "✓ 1  up", "the right one is marked")
    #expect((lines[3] == "✗ 2  down") == said.contains("down"))
  }

  /// What is emphasized in a reason is emphasized where it is told.
  @Test func aReasonKeepsItsEmphasis() throws {
    let source = Self.choices.replacing("The slope is below", with: "The *slope* is below")
    let told = try text(source).question(answering(source, ["up"]))
    let span = told.flatMap(\.spans).first { $0.text.contains("slope") }
    #expect(span?.text == "slope" && span?.style.attributes == .underlined, "\(told)")
  }

  // MARK: - Numbers

  @Test func aNumberIsTypedAndTold() throws {
    let text = try text(Self.number)
    let field = text.question().map(\.plain).last
    #expect(field?.hasPrefix("  ") == true && field?.contains("type") == true)
    #expect(text.question(Answering(typed: "0.2")).last?.plain == "  0.2_")
    #expect(
      try lines(Self.number, ["0.3"]).suffix(2) == [
        "  you said 0.3 · it is 0.3", "✓ Right. It moves by 0.1 times 3.",
      ])
    let uphill = try lines(Self.number, ["-0.3"]).joined(separator: " ")
    #expect(uphill.contains("  -0.3 ✗ Not quite. ") && uphill.hasSuffix("One more try."))
    let missed = try lines(Self.number, ["7", "8"])
    #expect(missed.contains("  you said 8 · it is 0.3"))
    #expect(missed.joined(separator: " ").contains("✗ Missed. That is too large. It moves by"))
    #expect(try lines(Self.number, [], isPassed: true).contains("  it is 0.3"))
  }

  @Test func noWordsAreWrong() throws {
    #expect(try lines(Self.free, ["a lot"]).suffix(2) == ["  a lot", "– We shall see."])
  }

  // MARK: - Roles

  /// What is right, missed and passed has colors of its own, and a sign in front for whoever sees none.
  @Test(
    arguments: [
      (["up"], false, "✓", Role.right), (["down", "nowhere"], false, "✗", .warning),
      ([], true, "–", .muted),
    ] as [([String], Bool, String, Role)])
  func endsHaveSignsAndColors(said: [String], isPassed: Bool, sign: String, role: Role) throws {
    let lines = try text(Self.choices).question(
      answering(Self.choices, said, isPassed: isPassed))
    // Below the question and its three choices.
    let verdict = try #require(lines.dropFirst(5).first)
    #expect(verdict.plain.hasPrefix("\(sign) "))
    #expect(verdict.spans.first?.style.role == role)
  }

  // MARK: - Goals and hints

  @Test func aGoalIsOpenReachedOrShown() throws {
    let text = try text(Self.goal)
    #expect(text.goal(way: nil).map(\.plain) == ["", "◇ Goal: Bring w above 1."])
    #expect(text.goal(way: .alone).map(\.plain) == ["", "✓ Goal reached: Bring w above 1."])
    #expect(
      text.goal(way: .hints(2)).map(\.plain)
        == ["", "✓ Goal reached with 2 hints: Bring w above 1."])
    #expect(
      text.goal(way: .shown).map(\.plain)
        == ["", "◆ Goal, as shown: Bring w above 1."])
    #expect(
      text.goal(way: nil, shortfall: "Not yet.").map(\.plain)
        == ["", "◇ Goal: Bring w above 1.", "Not yet."])
    #expect(text.goal(way: .alone, shortfall: "Not yet.").count == 2)
  }

  @Test func hintsOpenOneByOne() throws {
    let text = try text(Self.goal)
    #expect(text.hints(open: 0).map(\.plain) == ["h gives a hint (2 left)"])
    #expect(
      text.hints(open: 1).map(\.plain) == ["", "Hint: Take steps.", "h gives a hint (1 left)"])
    #expect(
      text.hints(open: 2).map(\.plain) == [
        "", "Hint: Take steps.", "", "Hint: Take more steps.",
      ])
    #expect(text.hints(open: 99).count == 4 && text.hints(open: 0, offersMore: false).isEmpty)
  }

  @Test func aPageWithoutThemHasNone() throws {
    let text = try text("Words.")
    #expect(text.question().isEmpty && text.goal(way: .alone).isEmpty)
    #expect(text.hints(open: 3).isEmpty && text.choiceRows.isEmpty)
    #expect(text.height == 3 && text.unansweredHeight == 3 && text.unbreakableWidth == 0)
  }
}
