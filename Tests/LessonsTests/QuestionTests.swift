import Testing
import Workbench

@testable import Lessons

@Suite struct QuestionTests {
  private func question(_ text: String) throws -> (Question, Workspace) {
    let lesson = try Samples.lesson(replacing: Samples.askedNumber, with: text)
    let question = try #require(lesson.pages[2].question)
    return (question, try lesson.workspace(after: 2))
  }

  @Test func aNumberIsJudgedByTheEngine() throws {
    let lesson = try Samples.lesson()
    let question = try #require(lesson.pages[2].question)
    let workspace = try lesson.workspace(after: 2)
    #expect(question.judgment(typed: "1.28", on: workspace)?.isRight == true)
    #expect(question.judgment(typed: "1,3", on: workspace)?.isRight == true)
    #expect(question.judgment(typed: "1.4", on: workspace)?.isRight == false)
    #expect(question.judgment(typed: "much", on: workspace) == nil)
    #expect(
      question.judgment(typed: "1.6", on: workspace)
        == Answer(text: "1.6", isRight: false, remark: "Steps grow smaller with the error."))
    #expect(
      question.outcome(on: workspace)
        == Outcome(answer: "1.28", because: "The error shrinks by the factor 0.6."))
    #expect(question.kind.mostTries == 2 && question.reveal?.steps.count == 1)
  }

  @Test func aChoiceIsJudgedByItsIndex() throws {
    let (question, workspace) = try question(
      "choices: [up, down]\nanswer: up\nbecause: It climbs.\nwrong: {down: Look again.}")
    let kind = try #require(question.kind as? ChoiceQuestion)
    func judged(_ choice: Int) -> Answer? {
      kind.judgment(choice: choice, to: question, on: workspace)
    }
    #expect(judged(0) == Answer(text: "up", isRight: true))
    #expect(judged(1)?.remark == "Look again." && judged(2) == nil)
    #expect(question.judgment(typed: "down", on: workspace) == judged(1))
    #expect(question.outcome(on: workspace) == Outcome(answer: "up", because: "It climbs."))
    #expect(question.kind.mostTries == 1 && question.reveal == nil)
  }

  @Test func noWordsAreWrongWhereNoneIsAskedFor() throws {
    let (question, workspace) = try question("because: Thank you.")
    #expect(question.kind is FreeQuestion)
    #expect(question.judgment(typed: "anything", on: workspace)?.isRight == nil)
  }

  /// The sample's line has w = 0.8 before the update and 1.28 after it: a step of 0.4 along a gradient of -1.2.
  @Test(arguments: [
    ("-1.28", "sign"), ("0.8", "unmoved"), ("0.32", "uphill"), ("2", "forgotten rate"),
    ("0.64", "two"), ("6.4", "mean"), ("128", "decimal point"),
  ])
  func mistakesAreKnownByKind(typed: String, kind: String) throws {
    let (question, workspace) = try question(
      "answer: w\nafter: 1 update\ntolerance: 0.01\nbecause: So.\n")
    let mistake = try #require(Mistake.all.first { $0.name == kind })
    let answer = try #require(question.kind as? NumberQuestion)
    let situation = try #require(Situation(of: answer, in: question, on: workspace))
    let value = try #require(Double(typed))
    let words = try #require(mistake.remark(value, situation), "\(typed)")
    #expect(question.judgment(typed: typed, on: workspace)?.remark == words)
    #expect(mistake.remark(1.28, situation) == nil)
    #expect(mistake.remark(77, situation) == nil)
  }

  /// The same from what proves a number that the author typed.
  @Test func aTypedAnswerIsKnownByItsProof() throws {
    let (question, workspace) = try question(
      "answer: 1.28\nproof: w ≈ 1.28 ± 0.0001\nafter: 1 update\ntolerance: 0.01\nbecause: So.\n")
    #expect(
      question.judgment(typed: "2", on: workspace)?.remark
        == "The gradient is not the step yet: the learning rate is a factor of it.")
  }

  /// No miss goes without a word: of the point, of digits, or at least of the side.
  @Test(arguments: [
    ("12.8", "The digits are right, the point stands in the wrong place."),
    ("0.00128", "The digits are right, the point stands in the wrong place."),
    ("1.295", "That is near: carry more digits on the way, and round at the end."),
    ("77", "That is too large."), ("-3.3", "That is too small."),
  ])
  func everyMissGetsAReason(typed: String, remark: String) throws {
    let (question, workspace) = try question(
      "answer: w\nafter: 1 update\ntolerance: 0.01\nbecause: So.\n")
    #expect(question.judgment(typed: typed, on: workspace)?.remark == remark)
  }

  /// Two tries, the second right; then the same from what was written down.
  @Test func aPredictionIsTriedTwice() throws {
    let lesson = try Samples.lesson()
    let question = try #require(lesson.pages[2].question)
    let workspace = try lesson.workspace(after: 2)
    var prediction = Prediction(to: question)
    prediction.add(try #require(question.judgment(typed: "1.6", on: workspace)))
    #expect(!prediction.isSettled && prediction.hasAnotherTry)
    prediction.add(try #require(question.judgment(typed: "1.28", on: workspace)))
    #expect(prediction.isSettled && !prediction.hasAnotherTry)
    let recorded = LearnerProgress.RecordedAnswer(prediction)
    #expect(recorded.tries == ["1.6", "1.28"] && !recorded.isRightAtOnce)
    #expect(Prediction(to: question, recorded: recorded, on: workspace) == prediction)
  }
}
