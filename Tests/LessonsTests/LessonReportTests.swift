import Experiments
import NeuralNetwork
import Testing
import Workbench

@testable import Lessons

/// What a lesson says at its end of what was predicted and reached.
@Suite struct LessonReportTests {
  private static let lesson = "line"

  private func progress(_ change: (inout Lessons.LearnerProgress) -> Void)
    -> Lessons.LearnerProgress.Record
  {
    var progress = Lessons.LearnerProgress()
    change(&progress)
    return progress.record(of: Self.lesson)
  }

  private func report(
    after updates: Int = 0, _ change: (inout Lessons.LearnerProgress) -> Void = { _ in }
  ) throws -> LessonReport {
    let lesson = try Samples.lesson()
    var end = lesson.workspace
    if updates > 0 { try end.go(.ahead(updates, .update), at: .init(line: 1)) }
    return LessonReport(of: lesson, progress(change), end: end)
  }

  private static let passed = {
    var prediction = Prediction(tries: [("1", false)])
    prediction.isPassed = true
    return prediction
  }()

  private static let free = {
    var prediction = Prediction(mostTries: 1)
    prediction.add(Answer(text: "it turns", isRight: nil))
    return prediction
  }()

  @Test(arguments: [
    (Prediction(tries: [("1.28", true)]), LessonReport.Result.right),
    (Prediction(tries: [("2", false), ("1.28", true)]), .rightAtLast),
    (Prediction(tries: [("2", false), ("3", false)]), .missed), (passed, .passed), (free, .noted),
  ])
  func aPredictionHasOneOfFiveEnds(prediction: Prediction, result: LessonReport.Result) throws {
    let report = try report {
      $0.record(prediction, page: 2, of: Self.lesson, answer: "1.28")
    }
    let shown = try #require(report.predictions.first)
    #expect(report.predictions.count == 1 && shown.page == 2 && shown.title == "Guess")
    #expect(shown.result == result && shown.tries == prediction.tries.map(\.text))
    #expect(shown.answer == "1.28")
  }

  /// What counts is what was right at once, out of all that was judged on pages there are.
  @Test func theScoreCountsWhatWasJudged() throws {
    let report = try report {
      $0.record(Prediction(tries: [("1.28", true)]), page: 2, of: Self.lesson)
      $0.record(Prediction(tries: [("2", false), ("1.28", true)]), page: 0, of: Self.lesson)
      $0.record(Self.free, page: 1, of: Self.lesson)
      $0.record(Prediction(tries: [("2", false)]), page: 77, of: Self.lesson)
    }
    #expect(report.score?.words == "1 of 2")
    #expect(report.predictions.map(\.page) == [0, 1, 2])
    #expect(try self.report().score == nil)
    let noted = try self.report { $0.record(Self.free, page: 1, of: Self.lesson) }
    #expect(noted.score == nil)
  }

  @Test(arguments: [nil, .alone, .hints(2), .shown] as [GoalWay?])
  func aGoalIsReachedByOneselfWithHintsOrShown(_ way: GoalWay?) throws {
    let report = try report { progress in
      if let way { progress.reachGoal(page: 3, of: Self.lesson, way: way) }
    }
    #expect(report.goals.map(\.page) == [3] && report.goals[0].title == "Faster")
    #expect(report.goals[0].way == way)
  }

  /// The loss of the line falls from 2 by the factor 0.36 with each update.
  @Test func theLossIsComparedWhereItIsTheSameLoss() throws {
    let change = try #require(try report(after: 2).change)
    #expect(change.first == 2 && abs(change.last - 2 * 0.36 * 0.36) < 1e-12)
    #expect(try report().change == nil, "nothing has changed")
    let other = try Samples.lesson(replacing: "loss: mse", with: "loss: mae")
    let report = LessonReport(of: try Samples.lesson(), progress { _ in }, end: other.workspace)
    #expect(report.change == nil, "losses of two kinds have no common scale")
  }
}

/// What is kept of a learner's way, change by change.
@Suite struct RecordTests {
  private let right = Prediction(tries: [("1", true)])

  @Test func aGoalThatWasShownMayStillBeReached() {
    var progress = Lessons.LearnerProgress()
    for (way, best) in [
      (.shown, .shown), (.hints(2), .hints(2)), (.shown, .hints(2)), (.hints(1), .hints(1)),
      (.hints(3), .hints(1)), (.alone, .alone), (.hints(1), .alone),
    ] as [(GoalWay, GoalWay)] {
      progress.reachGoal(page: 3, of: "xor", way: way)
      #expect(progress.record(of: "xor").goalWays == [3: best], "after \(way)")
    }
    #expect(
      GoalWay(hints: 2, isShown: true) == .shown && GoalWay(hints: 0, isShown: false) == .alone)
  }

  @Test func whatIsForgottenIsGone() {
    var progress = Lessons.LearnerProgress()
    progress.visit(page: 2, of: "line")
    progress.visit(page: 4, of: "xor")
    #expect(progress.touched == ["line", "xor"] && progress.current == "xor")
    progress.forget(["line"])
    #expect(progress.touched == ["xor"] && progress.current == "xor")
    progress.forget(["xor", "moons"])
    #expect(progress == Lessons.LearnerProgress())
  }

  /// A finished lesson begins again at its first page; another one stays the one at hand.
  @Test func aFinishedLessonIsNotTheOneAtHand() {
    var progress = Lessons.LearnerProgress()
    progress.visit(page: 4, of: "xor")
    progress.finish("line")
    #expect(progress.current == "xor" && progress.isFinished("line") && !progress.isFinished("xor"))
    progress.finish("xor")
    #expect(progress.current == nil && progress.resumingPage(of: "xor") == 0)
    #expect(progress.record(of: "xor").page == 4)
  }

  @Test func anAnswerIsKeptWithItsTries() {
    let two = LearnerProgress.RecordedAnswer(Prediction(tries: [("1", false), ("2", true)]))
    #expect(two.tries == ["1", "2"] && two.text == "2" && two.isWorthAnotherLook)
    let one = LearnerProgress.RecordedAnswer(right, answer: "1")
    #expect(one.tries == ["1"] && one.isRightAtOnce && !one.isWorthAnotherLook)
    #expect(one.before == nil && one.isPassed == nil && one.isSure == nil && one.answer == "1")
    var passed = Prediction(mostTries: 2)
    passed.isPassed = true
    let none = LearnerProgress.RecordedAnswer(passed)
    #expect(none.tries.isEmpty && none.isJudged && none.isWorthAnotherLook && !none.isRightAtOnce)
  }

  @Test func aTryMoreIsThereUntilItIsSettled() {
    var prediction = Prediction(mostTries: 2)
    #expect(!prediction.hasAnotherTry && !prediction.isSettled && prediction.last == nil)
    prediction.add(Answer(text: "1", isRight: false))
    #expect(prediction.hasAnotherTry)
    prediction.isPassed = true
    #expect(prediction.isSettled && !prediction.hasAnotherTry)
    prediction.isPassed = false
    prediction.add(Answer(text: "2", isRight: false))
    #expect(prediction.isSettled && prediction.last?.text == "2")
    var single = Prediction(mostTries: 1)
    single.add(Answer(text: "no", isRight: false))
    #expect(single.isSettled && !single.hasAnotherTry)
    var free = Prediction(mostTries: 2)
    free.add(Answer(text: "words", isRight: nil))
    #expect(free.isSettled, "what is not judged is not tried again")
  }
}
