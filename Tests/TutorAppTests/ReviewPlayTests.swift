import Lessons
import NeuralNetwork
import TerminalCanvas
import Testing

@testable import TutorApp

/// The end of a lesson, and what comes back after it.
@Suite struct ReviewPlayTests {
  private func lesson(_ id: String) throws -> Lesson {
    try #require(try Samples.lessons().first { $0.id == id })
  }

  /// A lesson played to its end: the first question right at the second try, the others passed.
  private func finished(_ lesson: Lesson, size: Size = Size(width: 80, height: 40)) throws -> Tutor
  {
    var tutor = try Tutor(lesson, size: size)
    tutor.model.today = 100
    tutor.press(.right)
    let question = try #require(tutor.model.place?.openQuestion)
    let right = try #require(question.rightChoice)
    let wrong = try #require(question.kind.labels.indices.first { $0 != right })
    tutor.press(.character(Character(question.kind.labels[wrong])), .enter)
    tutor.press(.character(Character(question.kind.labels[right])), .enter)
    while tutor.model.scene is LessonScene { tutor.press(.right) }
    return tutor
  }

  @Test func theEndShowsEveryTryTheAnswersAndWhatToKeep() throws {
    let lesson = try lesson("line-fit")
    let tutor = try finished(lesson)
    #expect(tutor.screen.contains("✓ 2nd try, It turned: you said 1.6, then 1.28"))
    #expect(tutor.screen.contains("On the edge: no guess; the answer: zigzag in slowly"))
    let words = tutor.model.scene.words(tutor.model).joined(separator: "\n")
    #expect(words.contains("On the edge: no guess; the answer: zigzag in slowly"))
    for sentence in lesson.keep {
      #expect(words.replacing("\n  ", with: " ").contains(sentence.literal))
    }
    #expect(!words.contains("The loss of the lesson's run"), "the last page has other samples")
  }

  @Test func aWideEndHasThePictureBesideIt() throws {
    let tutor = try finished(try lesson("line-fit"), size: Size(width: 140, height: 45))
    let lines = view(tutor.model).lines
    #expect(lines.contains { $0.contains("predictions right at once") && $0.contains("To keep") })
    #expect(lines.filter { !$0.allSatisfy(\.isWhitespace) }.count > 30)
    #expect(lines.contains { $0.contains(", on the last page") })
    // What was asked stands below what was said to it.
    let question = try #require(try lesson("line-fit").pages[1].question?.promptWords.prefix(30))
    #expect(lines.contains { $0.contains("    \(question)") })
  }

  @Test func endAndListHaveOneScore() throws {
    var tutor = try finished(try lesson("line-fit"), size: Size(width: 140, height: 45))
    let end = try #require((tutor.model.scene as? EndingScene)?.report.score?.words)
    tutor.press(.escape)
    #expect(tutor.screen.contains("\(end) predictions right at once"))
    #expect(tutor.screen.contains("The next question comes back tomorrow."))
  }

  @Test func whatWasMissedIsAskedAgainAndComesBackLater() throws {
    var tutor = try finished(try lesson("line-fit"))
    tutor.press(.escape, "x")
    #expect(tutor.screen.contains("Review: 1 · Fit a line"))
    #expect(tutor.screen.contains("question 1 of "))
    let page = try #require(tutor.model.place?.page)
    let question = try #require(tutor.model.place?.openQuestion)
    let right = try #require(question.rightChoice)
    tutor.press(.character(Character(question.kind.labels[right])), .enter)
    #expect(tutor.model.place?.openQuestion == nil)
    #expect(tutor.model.questionsToReview.first { $0.page == page }?.day == 103)
    #expect(tutor.model.progress.record(of: "line-fit").answers[page]?.tries == ["1.6", "1.28"])
    tutor.press(.left)
    #expect(tutor.model.place?.page == page)
    leave(&tutor)
    #expect(tutor.screen.contains("Review: 1 of "))
  }

  /// Goes through the rest of a review without a guess.
  private func leave(_ tutor: inout Tutor) {
    while !(tutor.model.scene is HomeScene) {
      if tutor.model.scene is DrillScene { tutor.press(.escape) }
      tutor.press(.right)
    }
  }

  /// A typed number is asked for with others, which the day decides; what is said to it counts as the answer.
  @Test func aCalculationComesBackWithNewNumbers() throws {
    let lesson = try lesson("line-fit")
    var tutor = try finished(lesson)
    tutor.press(.escape, "x")
    while !(tutor.model.scene is DrillScene) { tutor.press(.right) }
    let page = try #require(tutor.model.place?.page)
    let drill = try #require(tutor.model.scene as? DrillScene).drill
    #expect(
      tutor.screen.contains("with new numbers") && tutor.screen.contains("Review: 1 · Fit a line"))
    #expect(drill.question.prompt != lesson.pages[page].question?.prompt)
    tutor.enter(try #require(drill.question.outcome(on: drill.workspace).answer))
    #expect(tutor.model.questionsToReview.first { $0.page == page }?.day == 103)
    tutor.press(.enter)
    #expect(tutor.model.place?.page != page || tutor.model.scene is HomeScene)
    leave(&tutor)
    #expect(tutor.screen.contains("Review: 1 of "))
  }

  /// Who would rather have the lesson's own numbers gets them, once and for all.
  @Test func theLessonsOwnNumbersAreOneKeyAway() throws {
    var tutor = try finished(try lesson("line-fit"))
    tutor.press(.escape, "x")
    while !(tutor.model.scene is DrillScene) { tutor.press(.right) }
    tutor.press(.escape, "u")
    #expect(tutor.model.scene is LessonScene && tutor.model.place?.openQuestion != nil)
  }

  @Test func withNothingMissedThereIsNothingToReview() throws {
    var tutor = try Tutor(try lesson("line-fit"))
    tutor.press("i", "x")
    #expect(tutor.screen.contains("there is nothing to review"))
  }

  @Test func theHintIsNoLongerOfferedOnceTheGoalIsReached() throws {
    var tutor = try Tutor(try lesson("line-fit"))
    #expect(tutor.screen.contains("h gives a hint"))
    tutor.press("u")
    #expect(!tutor.screen.contains("h gives a hint"))
  }

  /// Curvature is lesson 2's word.
  @Test func aDiagnosisUsesOnlyWordsThatWereExplained() throws {
    var tutor = try Tutor(try lesson("line-fit"))
    while tutor.model.place?.current.title != "Over the edge" { tutor.press(.right) }
    let problem = try #require(tutor.model.diagnoses.first)
    #expect(problem.sentence.contains("curvature"))
    #expect(tutor.model.tellings(of: problem) == [problem.headline])
    // A page without that panel leaves it to be found out, in lines as on the screen.
    #expect(!tutor.model.panels.contains(.diagnosis) && tutor.model.diagnosisWords.isEmpty)
    tutor.model.panels.append(.diagnosis)
    #expect(tutor.model.diagnosisWords == [problem.headline])
    tutor.model.path = [PlaygroundScene(name: "test")]
    #expect(tutor.model.tellings(of: problem).first == problem.sentence)
  }

  @Test func aNarrowListSaysThatItGoesOn() throws {
    var tutor = try Tutor(try lesson("line-fit"))
    tutor.model.library = try Samples.lessons()
    tutor.press("i")
    #expect(tutor.screen.contains("↓ ") && tutor.screen.contains(" more"))
    #expect(tutor.screen.contains("q quit"))
  }

  @Test func theListOverALessonShowsWhatIsSelected() throws {
    var tutor = try Tutor(try lesson("line-fit"), size: Size(width: 140, height: 45))
    let position = tutor.run.position
    tutor.press("i")
    #expect(tutor.model.home?.still != nil)
    #expect(view(tutor.model).lines.count { $0.dropFirst(66).contains("┤") } > 2)
    tutor.press(.escape)
    #expect(tutor.run.position == position)
  }
}

extension Question {
  /// The index of the right choice.
  fileprivate var rightChoice: Int? {
    (kind as? ChoiceQuestion)?.answer
  }
}
