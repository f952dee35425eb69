import Lessons
import NeuralNetwork
import TerminalCanvas
import Testing

@testable import TutorApp

/// Lessons played by keys, without a terminal.
@Suite struct LessonPlayTests {
  private func lesson(_ id: String) throws -> Lesson {
    try #require(try Samples.lessons().first { $0.id == id })
  }

  @Test func goingBackRestoresEveryNumberOfAPage() throws {
    var tutor = try Tutor(try lesson("two-neurons"))
    var screens = [tutor.screen]
    while let place = tutor.model.place, !place.isLast {
      tutor.press(.right, .right)
      // The second key passes a question, or goes one page further.
      screens.append(tutor.screen)
    }
    let pages = try #require(tutor.model.place?.page)
    for _ in 0..<pages { tutor.press(.left) }
    #expect(tutor.screen == screens[0])
  }

  /// A page that asks for a key of the selected parameter begins with one that is selected.
  @Test func whereAKeyNeedsAParameterOneIsSelected() throws {
    var count = 0
    for lesson in try Samples.lessons() {
      for (index, page) in lesson.pages.enumerated() {
        // A key is a word of its own, set apart from the text around it.
        let words = "\(page.blocks)"
        guard
          ["d", "W"].contains(where: {
            words.contains("text(\"\($0)\", Lessons.InlineText.Emphasis.strong)")
          })
        else { continue }
        count += 1
        let tutor = try Tutor(lesson, page: index)
        #expect(tutor.model.look.selected != nil, "\(lesson.id), \(page.title)")
      }
    }
    #expect(count > 3)
  }

  @Test func exploringNeverLosesTheLessonsPlace() throws {
    var tutor = try Tutor(try lesson("line-fit"))
    // The second key takes away the notice of the first page's goal, which stays open.
    tutor.press(.right, "g")
    let place = tutor.screen
    tutor.press("+", "u", "u", "c", "a", "s", "e")
    #expect(tutor.model.place?.isExploring == true)
    tutor.press("g")
    #expect(tutor.screen == place)
  }

  /// Whether it was tried or not.
  @Test(arguments: [[], [Key.character("+")]]) func aGoalLeftOpenIsSpokenOf(keys: [Key]) throws {
    var tutor = try Tutor(try lesson("line-fit"))
    for key in keys { tutor.press(key) }
    tutor.press(.right)
    #expect(tutor.model.notice == "The goal stays open: ← goes back to it")
    #expect(tutor.model.place?.page == 1)
  }

  @Test func anOpenQuestionIsAskedBeforeItIsPassed() throws {
    var tutor = try Tutor(try lesson("line-fit"))
    tutor.press(.right)
    tutor.press(.right)
    #expect(tutor.model.place?.page == 1)
    #expect(tutor.screen.contains("Commit a guess first: a to d, Enter commits; n again passes"))
    tutor.press(.enter, .enter)
    #expect(
      tutor.model.place?.predictions[1] == nil && tutor.screen.contains("Select an answer first"))
    tutor.press(.right, .right)
    #expect(tutor.model.place?.predictions[1]?.isPassed == true)
    #expect(tutor.model.place?.page == 1 && tutor.screen.contains("– Passed. "))
    tutor.press(.right)
    #expect(tutor.model.place?.page == 2)
    #expect(tutor.saved.last?.record(of: "line-fit").answers[1]?.isPassed == true)
  }

  /// An answer given before the page's runs are trained waits for them.
  @Test func aHastyAnswerWaits() throws {
    var tutor = try Tutor(try lesson("line-fit")).pressing(.right)
    let runs = try #require(tutor.model.place?.workspaces[1])
    tutor.model.place?.workspaces[1] = nil
    tutor.press("a", .enter)
    #expect(tutor.model.place?.predictions[1] == nil && tutor.model.place?.held == .selected)
    #expect(tutor.model.notice?.contains("your answer waits") == true)
    tutor.model.place?.workspaces[1] = runs
    let effects = tutor.model.answerWhatWasHeld()
    tutor.perform(effects)
    #expect(tutor.model.place?.predictions[1]?.last?.isRight == true)
    #expect(tutor.model.answerWhatWasHeld().isEmpty)
  }

  /// Enter asks for what is to be typed, however often it is pressed: only the keys that lead on pass a question.
  @Test func enterPassesNoTypedQuestion() throws {
    let lesson = try lesson("line-fit")
    let page = try #require(
      lesson.pages.firstIndex { $0.question?.kind is NumberQuestion })
    var tutor = try Tutor(lesson, page: page)
    tutor.press(.enter, .enter, .enter)
    #expect(tutor.model.place?.typed == "" && tutor.model.place?.page == page)
    #expect(tutor.model.place?.predictions[page] == nil)
    tutor.press(.escape, "n", "n")
    #expect(tutor.model.place?.predictions[page]?.isPassed == true)
  }

  /// A number may begin with its sign or its point, which are keys of the lesson elsewhere.
  @Test(arguments: ["-4.68", ".5", "7"]) func aNumberBeginsWithItsSign(text: String) throws {
    let lesson = try lesson("line-fit")
    let page = try #require(
      lesson.pages.firstIndex { $0.question?.kind is NumberQuestion })
    var tutor = try Tutor(lesson, page: page)
    let (rate, position) = (tutor.run.learningRate, tutor.run.position)
    for character in text { tutor.press(.character(character)) }
    #expect(tutor.model.place?.typed == text)
    #expect(tutor.run.learningRate == rate && tutor.run.position == position)
  }

  /// Nothing is told before the second try; then the answer, the reason and the run.
  @Test func aGuessIsSelectedCommittedAndTriedAgain() throws {
    var tutor = try Tutor(try lesson("line-fit"))
    tutor.press(.right)
    let question = try #require(tutor.model.place?.openQuestion)
    guard let kind = question.kind as? ChoiceQuestion, kind.choices.count > 2 else {
      Issue.record("the first question has choices")
      return
    }
    let right = kind.answer
    let labels = kind.labels.map { Key.character(Character($0)) }
    let misses = kind.choices.indices.filter { $0 != right }
    tutor.press(labels[misses[0]])
    #expect(
      tutor.model.place?.entry?.selection == misses[0] && tutor.model.place?.predictions[1] == nil)
    tutor.press("y", .enter)
    #expect(tutor.screen.contains("✗ Not quite. ") && tutor.screen.contains("One more try."))
    #expect(!tutor.screen.contains("✓ \(kind.labels[right])"))
    var missed = tutor
    missed.press(labels[misses[1]], .enter)
    #expect(missed.screen.contains("✗ Missed. ") && missed.screen.contains("You were"))
    #expect(missed.screen.contains("✓ \(kind.labels[right])"))
    tutor.press(.down, .up, labels[right], .enter)
    #expect(tutor.screen.contains("✓ Right, at the second try. "))
    let kept = try #require(tutor.saved.last?.record(of: "line-fit").answers[1])
    #expect(kept.tries.count == 2 && kept.isSure == true && kept.isWorthAnotherLook)
    let again = LessonScene(lesson: tutor.model.place!.lesson, progress: tutor.saved.last!)
    #expect(again.moved(to: 1).openQuestion == nil)
  }

  @Test func aTypedNumberIsJudgedItsMistakeNamedAndASecondTryTaken() throws {
    let lesson = try lesson("two-neurons")
    var tutor = try Tutor(lesson)
    let page = try #require(
      lesson.pages.firstIndex { $0.question?.kind is NumberQuestion })
    while tutor.model.place?.page != page { tutor.press(.right) }
    tutor.press("0", ".", "6", "9", "7", .enter)
    #expect(tutor.model.place?.predictions[page]?.last?.isRight == false)
    #expect(tutor.model.place?.predictions[page]?.last?.remark.contains("uphill") == true)
    tutor.press("0", ".", "6", "0", "3", .enter)
    #expect(tutor.model.place?.predictions[page]?.last?.isRight == true)
    #expect(tutor.screen.contains("you said 0.603 · it is 0.60"))
    #expect(tutor.model.place?.isExploring == false)
  }

  /// The sentences of a page stay true while the learner explores.
  @Test func theNumbersInTheTextAreThePagesOwn() throws {
    var tutor = try Tutor(try lesson("line-fit"))
    tutor.press(.right)
    let text = LessonText.lines(tutor.model, width: 37).map(\.plain)
    tutor.press("+", "u", "u")
    #expect(LessonText.lines(tutor.model, width: 37).map(\.plain) == text)
  }

  @Test func aGradientCheckMakesRoomForTheNextKey() throws {
    var tutor = try Tutor(try lesson("two-neurons"))
    tutor.press("d")
    #expect(tutor.model.overlay != nil)
    tutor.press("m")
    #expect(tutor.model.overlay == nil)
    #expect(tutor.run.loss == .meanSquaredError)
  }

  @Test func theGoalOfTheFirstLessonIsReachedByAKey() throws {
    var tutor = try Tutor(try lesson("line-fit"))
    #expect(tutor.model.place?.goalWays == [:])
    tutor.press("u")
    #expect(tutor.model.place?.goalWays == [0: .alone])
    #expect(tutor.screen.contains("Goal reached: "))
  }

  @Test func aGoalSaysWhyItIsNotReachedYet() throws {
    var tutor = try Tutor(try lesson("line-fit"))
    while tutor.model.place?.current.title != "Land in one step" { tutor.press(.right) }
    #expect(!tutor.screen.contains("Not yet"), "nothing was tried")
    tutor.press("u")
    let w = try #require(tutor.run.network.parameterIndices.first.map { tutor.run.network[$0] })
    #expect(
      tutor.model.place?.shortfall
        == "Not yet: w is \(NumberFormat.automatic.text(w)), not within 0.0001 of 2.")
    #expect(tutor.screen.contains("Not yet: w is"))
    tutor.press("g")
    #expect(!tutor.screen.contains("Not yet"))
  }

  @Test func hintsOpenOneByOneAndTheSolutionReachesTheGoal() throws {
    var tutor = try Tutor(try lesson("line-fit"))
    tutor.press("H")
    #expect(tutor.screen.contains("Hint"))
    while tutor.model.notice == nil { tutor.press("H") }
    #expect(tutor.model.notice == "That was the last hint; ! shows the solution")
    tutor.press("!")
    #expect(tutor.model.place?.goalWays == [0: .shown])
  }

  /// Text that has scrolled off either end is told of by the key that brings it back.
  @Test func moreTextIsToldOf() throws {
    var tutor = try Tutor(try lesson("line-fit"), size: Size(width: 80, height: 12))
    #expect(tutor.screen.contains("PgDn ↓") && !tutor.screen.contains("PgUp ↑"))
    tutor.press(.pageDown)
    #expect(tutor.screen.contains("PgUp ↑"))
    let title = try #require(tutor.model.place?.current.title)
    #expect(tutor.screen.contains("─ \(title) ─"), "the title stays in sight")
    while tutor.screen.contains("PgDn ↓") { tutor.press(.pageDown) }
    tutor.press(.pageUp, .pageUp, .pageUp, .pageUp)
    #expect(!tutor.screen.contains("PgUp ↑"))
  }

  /// What helped is said on the page, at the end and in the progress.
  @Test func aGoalReachedWithAHintSaysSo() throws {
    var tutor = try Tutor(try lesson("line-fit"))
    tutor.press("h", "u")
    #expect(tutor.model.place?.goalWays == [0: .hints(1)])
    #expect(tutor.screen.contains("Goal reached with 1 hint: "))
    #expect(tutor.screen.contains("The key u makes one update."), "the hint stays in sight")
    #expect(tutor.saved.last?.record(of: "line-fit").goalWays == [0: .hints(1)])
    let report = LessonReport(
      of: try lesson("line-fit"), tutor.model.progress.record(of: "line-fit"),
      end: tutor.model.workspace)
    let ending = EndingText(
      scene: EndingScene(lesson: try lesson("line-fit"), report: report), next: nil, width: 80)
    #expect(ending.lines.contains { $0.plain.contains("One number to learn: with 1 hint") })
  }

  /// From where the learner has gone on to, g leads back to the goal, and from there to the page's own place.
  @Test func theWayBackLeadsByTheGoal() throws {
    var tutor = try Tutor(try lesson("line-fit"))
    tutor.press("u", "u", "u")
    #expect(tutor.run.position.update == 3)
    tutor.press("g")
    #expect(tutor.run.position.update == 1)
    tutor.press("g")
    #expect(tutor.run.position.update == 0 && tutor.model.place?.isExploring == false)
  }

  /// Either letter asks for it, and what the goal still lacks, told above it, does not push it out of sight.
  @Test(arguments: ["h", "H"] as [Key], ["line-fit", "valley", "two-neurons"])
  func anOpenHintStaysInSightOfThoseWhoTry(_ key: Key, _ id: String) throws {
    let lesson = try lesson(id)
    for (page, content) in lesson.pages.enumerated() where content.goal != nil {
      var tutor = try Tutor(lesson, page: page)
      for _ in content.hints { tutor.press(key) }
      tutor.press("u", "U")
      let place = try #require(tutor.model.place)
      let lines = LessonText.lines(fitting: tutor.model.textSize, tutor.model)
      #expect(place.hintsShown[page] == content.hints.count)
      #expect(lines.count <= place.scroll + tutor.model.textSize.height, "\(content.title)")
    }
  }

  /// What stands under a page leaves its words their rows, whatever help is asked for.
  @Test(arguments: ["line-fit", "valley", "two-neurons"])
  func aPanelUnderAPageLeavesTheWordsTheirRows(_ id: String) throws {
    let lesson = try lesson(id)
    for (page, content) in lesson.pages.enumerated() {
      var tutor = try Tutor(lesson, page: page)
      for hints in 0...content.hints.count {
        if hints > 0 { tutor.press("h") }
        let size = tutor.model.textSize
        let lines = LessonText.lines(fitting: size, tutor.model)
        #expect(lines.count <= size.height, "\(content.title), \(hints) hints")
      }
    }
  }

  /// From its end a lesson is looked at again with all that was answered; opened anew it asks again.
  @Test func lookingAgainKeepsAnswers() throws {
    let lesson = try lesson("line-fit")
    var tutor = try Tutor(lesson)
    while !(tutor.model.scene is EndingScene) {
      tutor.send(.lesson(.pass))
      tutor.send(.lesson(.next))
    }
    let record = tutor.model.progress.record(of: lesson.id)
    tutor.press("j", "b")
    #expect(tutor.model.place?.page == 3 && tutor.model.place?.openQuestion == nil)
    #expect(tutor.model.progress.record(of: lesson.id).answers == record.answers)
    tutor.perform(tutor.model.open(lesson, at: 3))
    #expect(tutor.model.place?.openQuestion != nil)
  }

  /// A letter without a meaning is no silent nothing, and the next key takes the sentence away.
  @Test func aLetterThatMeansNothingIsSaid() throws {
    var tutor = try Tutor(try lesson("line-fit"))
    let page = tutor.model.place?.page
    #expect(update(&tutor.model, key: "l").isEmpty)
    #expect(tutor.screen.contains("l means nothing here; ? lists the keys"))
    #expect(tutor.model.place?.page == page)
    tutor.perform(update(&tutor.model, key: "u"))
    #expect(!tutor.screen.contains("means nothing") && tutor.run.position.update == 1)
  }

  /// Where a question waits, the sentence says what answers it.
  @Test func aKeyThatIsNoneOfTheAnswersNamesThem() throws {
    var tutor = try Tutor(try lesson("line-fit"), page: 3)
    tutor.perform(update(&tutor.model, key: "l"))
    #expect(tutor.screen.contains("l means nothing here. To answer: 1 to 4, Enter commits"))
  }

  /// What is found out about a run, and what its next update brings, waits for the learner's guess.
  @Test func noPanelAnswersAnOpenQuestion() throws {
    var tutor = try Tutor(try lesson("xor"))
    while tutor.model.place?.current.title != "A start that dies" { tutor.press(.right) }
    #expect(tutor.lines(.diagnosis, 60, 5)[0] == " after your guess")
    #expect(!tutor.lines(.network, 60, 12).contains { $0.contains("dead") })
    tutor.press("j")
    #expect(tutor.lines(.chain, 60, 12).contains { $0.hasSuffix("next  after your guess") })
    #expect(tutor.lines(.parameters, 60, 4)[1].split(separator: " ").suffix(2) == ["·", "·"])
    tutor.press(.right, .right)
    #expect(tutor.lines(.diagnosis, 60, 5)[0].contains("!"))
    #expect(tutor.lines(.network, 60, 12).contains { $0.contains("dead") })
    #expect(!tutor.lines(.parameters, 60, 4)[1].contains("·"))
  }

  @Test func aFinishedLessonIsMarkedInTheListWithItsScore() throws {
    var tutor = try Tutor(try lesson("line-fit"))
    let question = try #require(tutor.pressing(.right).model.place?.openQuestion)
    guard let kind = question.kind as? ChoiceQuestion else {
      Issue.record("no choices")
      return
    }
    tutor.press(.right, .character(Character(kind.labels[kind.answer])), .enter)
    while tutor.model.scene is LessonScene { tutor.press(.right) }
    #expect(tutor.screen.contains("Finished: Fit a line"))
    #expect(tutor.screen.contains("predictions right at once"))
    #expect(tutor.screen.contains("▶ ✓ "))
    #expect(tutor.screen.contains("– passed, "))
    tutor.model.library = try Samples.lessons()
    #expect(tutor.screen.contains("Next: 2 · "))
    var again = tutor
    again.press("j", "b")
    #expect(again.model.place?.current.question != nil)
    tutor.press(.escape)
    #expect(tutor.screen.contains("done, 1 of "))
    tutor.model.size = Size(width: 30, height: 12)
    #expect(tutor.screen.contains("1  Fit a line "))
    #expect(tutor.screen.contains(" done\n"))
    #expect(tutor.saved.last?.isFinished("line-fit") == true)
  }
}
