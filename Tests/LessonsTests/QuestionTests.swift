import Lessons
import Testing
import Workbench

@Suite struct QuestionTests {
  private func question(_ text: String) throws -> (Question, Workspace) {
    let lesson = try Samples.lesson(
      replacing: """
        answer: w
        after: 1 update
        tolerance: 0.05
        because: The error shrinks by the factor 0.6.
        wrong:
          1.6: Steps grow smaller with the error.
        """, with: text)
    let question = try #require(lesson.pages[2].question)
    return (question, try lesson.workspace(after: 2))
  }

  @Test func aNumberIsJudgedByTheEngine() throws {
    let lesson = try Samples.lesson()
    let question = try #require(lesson.pages[2].question)
    let workspace = try lesson.workspace(after: 2)
    #expect(question.judgement(typed: "1.28", on: workspace)?.isRight == true)
    #expect(question.judgement(typed: "1,3", on: workspace)?.isRight == true)
    #expect(question.judgement(typed: "1.4", on: workspace)?.isRight == false)
    #expect(question.judgement(typed: "much", on: workspace) == nil)
    #expect(
      question.judgement(typed: "1.6", on: workspace)?.feedback
        == "Steps grow smaller with the error.\nThe error shrinks by the factor 0.6.")
  }

  @Test func aChoiceIsJudgedByItsIndex() throws {
    let (question, workspace) = try question(
      "choices: [up, down]\nanswer: up\nbecause: It climbs.\nwrong: {down: Look again.}")
    #expect(
      question.judgement(choice: 0, on: workspace)
        == Answer(text: "up", isRight: true, feedback: "It climbs."))
    #expect(question.judgement(choice: 1, on: workspace).feedback == "Look again.\nIt climbs.")
    #expect(question.judgement(choice: nil, on: workspace).isRight == nil)
    #expect(question.judgement(choice: 9, on: workspace).text == "not sure")
  }

  @Test func noWordsAreWrongWhereNoneIsAskedFor() throws {
    let (question, workspace) = try question("because: Thank you.")
    #expect(question.kind == .free)
    #expect(question.judgement(typed: "anything", on: workspace)?.isRight == nil)
  }
}
