import NeuralNetwork
import TerminalCanvas
import Testing
import Workbench

@testable import TutorApp

/// The keys over a run, key by key: what each does, what it says, and what it says where it cannot.
@Suite struct WorkbenchKeyTests {
  private func line(_ keys: Key...) throws -> Tutor {
    var tutor = try Tutor(Samples.line)
    for key in keys { tutor.press(key) }
    return tutor
  }

  // MARK: - Time

  /// Twenty updates are seen: a tenth is two of them, and no key leads beyond what was seen.
  @Test func tenthsWalkThroughWhatWasSeen() throws {
    var tutor = try line()
    for _ in 0..<20 { tutor.press("u") }
    let end = tutor.run.network
    var places: [Int] = []
    for key: Key in ["(", "(", ")", ")", ")"] {
      tutor.press(key)
      places.append(tutor.run.position.update)
    }
    #expect(places == [18, 16, 18, 20, 20])
    #expect(tutor.run.network == end)
    for _ in 0..<12 { tutor.press("(") }
    #expect(tutor.run.position.update == 0)
  }

  /// A run that begins again from other numbers says so, for whoever did not mean it.
  @Test func aNewSeedIsSaid() throws {
    let tutor = try line("u", "s")
    #expect(tutor.run.position.update == 0)
    #expect(tutor.model.notice == "The run begins again, from seed 2")
  }

  /// A tenth of few updates is one update.
  @Test func aTenthIsAnUpdateAtLeast() throws {
    #expect(try line("u", "u", "u", "(").run.position.update == 2)
    let fresh = try line("(")
    #expect(fresh.model.notice == "No update was seen yet; u makes one, p plays")
  }

  @Test func speedsEndWhereThereIsNoOther() throws {
    let long = 250
    #expect(Pace.flatOut.next(1, updatesPerEpoch: long) == .flatOut)
    #expect(Pace.phases.next(-1, updatesPerEpoch: long) == .phases)
    for (slow, fast) in zip(Pace.allCases, Pace.allCases.dropFirst()) {
      #expect(slow.next(1, updatesPerEpoch: long) == fast && slow < fast)
      #expect(fast.next(-1, updatesPerEpoch: long) == slow)
    }
    let tutor = try line("[", "[", "[", "[", "[")
    #expect(tutor.model.look.pace == .phases && tutor.model.notice == "Speed: 2 phases/s")
  }

  /// Four epochs of one update each are no faster than a thousand updates.
  @Test func fasterIsNeverSlower() throws {
    #expect(Pace.racing.next(1, updatesPerEpoch: 1) == .flatOut)
    #expect(Pace.flatOut.next(-1, updatesPerEpoch: 249) == .racing)
    let tutor = try line("]", "]", "]")
    #expect(tutor.model.look.pace == .flatOut)
  }

  /// A pace makes as many updates a second as it says: those of a tick, times the ticks.
  @Test(arguments: Pace.allCases) func aPaceKeepsItsWord(pace: Pace) {
    #expect(Pace.named(pace.name) == pace)
    guard let rate = pace.rate else { return #expect(pace == .flatOut && pace.interval == .zero) }
    let ticks = Duration.seconds(1) / pace.interval
    #expect(abs(ticks * Double(pace.updatesPerTick) / Double(rate) - 1) < 0.02)
    #expect(ticks <= 30.001 && pace.label.contains("\(rate)"))
  }

  @Test func playingIsPausedByTheSameKey() throws {
    var tutor = try line("p")
    #expect(tutor.model.isPlaying)
    tutor.press("p")
    #expect(!tutor.model.isPlaying)
    tutor.press("u", "u", "p", "(")
    #expect(!tutor.model.isPlaying, "whoever goes back wants to look")
  }

  @Test func anotherSeedIsAnotherStart() throws {
    var tutor = try Tutor(Samples.xor)
    let (seed, weights) = (tutor.run.experiment.seed, tutor.run.network.weights(layer: 1))
    tutor.press("u", "s")
    #expect(tutor.run.experiment.seed == seed + 1 && tutor.run.position == Position(update: 0))
    #expect(tutor.run.network.weights(layer: 1) != weights)
  }

  // MARK: - The run

  @Test func theRateGoesDownThePersonsLadder() throws {
    var tutor = try line()
    var rates: [Double] = []
    for key: Key in ["-", "-", "-", ">", "<", "<", "0", "="] {
      tutor.press(key)
      rates.append(tutor.run.baseLearningRate)
    }
    #expect(rates == [0.2, 0.1, 0.05, 0.051, 0.05, 0.049, 0.4, 0.5])
    tutor.press("0", "0")
    #expect(tutor.model.notice == "The learning rate is 0.4 already")
  }

  @Test func theActivationsGoRoundAndAreNamed() throws {
    var tutor = try Tutor(Samples.xor)
    let first = tutor.run.hiddenActivation
    var seen: [Activation] = []
    repeat {
      tutor.press("a")
      let now = try #require(tutor.run.hiddenActivation)
      #expect(tutor.model.notice == "The hidden units are \(now.title) now")
      seen.append(now)
    } while tutor.run.hiddenActivation != first && seen.count < 50
    #expect(Set(seen) == Set(Activation.hiddenChoices) && seen.count == seen.endIndex)
    #expect(try line("a").model.notice == "This network has no hidden layer to change")
  }

  @Test func theLossesGoRoundWhereThereAreOthers() throws {
    var tutor = try Tutor(Samples.xor)
    let choices = tutor.run.lossChoices
    try #require(choices.count > 1)
    let first = tutor.run.loss
    var seen: [Loss] = []
    for _ in choices {
      tutor.press("m")
      seen.append(tutor.run.loss)
    }
    #expect(Set(seen) == Set(choices) && seen.last == first)
  }

  @Test func samplesGoRound() throws {
    var tutor = try line()
    var said: [String?] = []
    for key: Key in ["x", "X", "X", "x"] {
      tutor.press(key)
      said.append(tutor.model.notice)
    }
    #expect(said == [2, 1, 5, 1].map { "Sample \($0) of 5" })
    #expect(tutor.model.pinnedSample == 0)
  }

  /// Parameters end at the first and the last; the first key selects the first, whatever its direction.
  @Test func parametersDoNotGoRound() throws {
    let all = try Tutor(Samples.twoNeurons).run.network.parameterIndices
    for key: Key in ["j", "k"] {
      #expect(try Tutor(Samples.twoNeurons).pressing(key).model.look.selected == all[0])
    }
    var tutor = try Tutor(Samples.twoNeurons).pressing("j", "k")
    #expect(tutor.model.look.selected == all[0])
    for _ in 0..<9 { tutor.press("j") }
    #expect(tutor.model.look.selected == all.last)
    tutor.press("k")
    #expect(tutor.model.look.selected == all.dropLast().last)
  }

  @Test func theOtherRunNeedsAFork() throws {
    #expect(
      try line("v").model.notice == "There is one run only; c forks another to compare with")
    var tutor = try line("c")
    let focus = tutor.model.workspace.focus
    tutor.press("v")
    #expect(tutor.model.workspace.focus == 1 - focus)
    tutor.press("v")
    #expect(tutor.model.workspace.focus == focus)
  }

  /// Every sample that is taken for another comes once, in order, and then the first again.
  @Test func mistakesGoRound() throws {
    var tutor = try Tutor(Samples.xor).pressing("u")
    let guesses = try #require(tutor.model.summary.guesses)
    let mistakes = guesses.mistakes
    try #require(!mistakes.isEmpty)
    for row in mistakes + [mistakes[0]] {
      tutor.press("N")
      #expect(tutor.model.look.guess == row && tutor.model.pinnedSample == row)
      let said = try #require(tutor.model.notice)
      #expect(said.hasPrefix("Sample \(row + 1) of 4 (training) is \(guesses.truths[row]), "))
      #expect(said.hasSuffix("says \(guesses.guesses[row][0]); \(mistakes.count) are wrong"))
    }
    #expect(try line("N").model.notice == "The targets mark no classes, so none is wrong")
  }

  // MARK: - A typed value

  @Test func whatIsTypedIsErasedCharacterByCharacter() throws {
    var tutor = try line("j", "W", "-", "1", "e", "-", "3")
    #expect(tutor.model.look.typedValue == "-1e-3")
    tutor.press(.backspace, .backspace, .backspace)
    #expect(tutor.model.look.typedValue == "-1")
    tutor.press(.backspace, .backspace)
    #expect(tutor.model.look.typedValue == "" && tutor.model.keyContext.takesText)
    tutor.press(.backspace)
    #expect(tutor.model.look.typedValue == nil, "one more leaves the parameter alone")
  }

  @Test(arguments: [("-0.5", -0.5), ("1e-3", 0.001), ("−2", -2), ("2,25", 2.25), ("+4", 4)])
  func numbersAreReadAsPeopleWriteThem(typed: String, value: Double) throws {
    var tutor = try line("j", "W")
    tutor.enter(typed)
    let selected = try #require(tutor.model.look.selected)
    #expect(tutor.run.network[selected] == value)
    #expect(tutor.model.notice?.hasSuffix("now; the next update starts from it") == true)
  }

  @Test func aTypedValueHasAnEnd() throws {
    var tutor = try line("j", "W")
    for _ in 0..<40 { tutor.press("9") }
    #expect(tutor.model.look.typedValue == String(repeating: "9", count: 24))
    tutor = try line("j", "W", "1", "e", "9", "9", "9", .enter)
    #expect(tutor.model.notice?.contains("'1e999' is not a number") == true)
  }

  // MARK: - The screen

  /// Keys of the look change the screen, and no number of the run; pressed again they give it back.
  @Test(arguments: ["y", "T", "O", "z"] as [Character])
  func aLookIsTakenBackByItsKey(key: Character) throws {
    let size = Size(width: 140, height: 45)
    var tutor = try Tutor(Samples.xor, size: size).pressing("u", "u", "u", "j")
    let (lines, look, run) = (tutor.screen, tutor.model.look, tutor.run)
    tutor.press(.character(key))
    #expect(tutor.model.look != look && tutor.run.network == run.network)
    tutor.press(.character(key))
    var twice = tutor.model.look
    twice.focusedPanel = look.focusedPanel
    // What was chosen by itself is then chosen by the learner.
    twice.lossScale = look.lossScale
    #expect(twice == look)
    if key != "z" { #expect(tutor.screen == lines) }
  }

  /// More and more, then none again; the loss itself stays as it is.
  @Test func smoothingGoesFromNoneToMost() throws {
    var tutor = try Tutor(Samples.xor).pressing("u", "u", "u")
    let (plain, run) = (tutor.screen, tutor.run)
    var titles = [Panel.loss.title(in: tutor.model)]
    for _ in 0..<4 {
      tutor.press("f")
      titles.append(Panel.loss.title(in: tutor.model))
    }
    #expect(
      titles == [
        "loss: binary cross-entropy", "smoothed loss: binary cross-entropy",
        "smoothed loss: binary cross-entropy, smoothing 0.97",
        "smoothed loss: binary cross-entropy, smoothing 0.99",
        "loss: binary cross-entropy",
      ])
    #expect(tutor.run.network == run.network && tutor.screen == plain)
  }

  @Test func theHistogramHasItsSubjectsInTurn() throws {
    var tutor = try line()
    var subjects = [tutor.model.look.histogram]
    for _ in 0..<3 {
      tutor.press("D")
      subjects.append(tutor.model.look.histogram)
    }
    #expect(subjects == [.weights, .activations, .gradients, .weights])
  }

  /// Tab goes through the panels on the screen and round; back-tab goes the other way.
  @Test func theFocusGoesRoundThePanels() throws {
    var tutor = try Tutor(Samples.xor, size: Size(width: 140, height: 45))
    let count = tutor.model.layout.placements.count
    try #require(count > 2)
    var seen: [Panel?] = []
    for _ in 0..<count {
      tutor.press(.tab)
      seen.append(tutor.model.look.focusedPanel)
    }
    #expect(Set(seen).count == count)
    tutor.press(.tab)
    #expect(tutor.model.look.focusedPanel == seen[0])
    tutor.press(.backTab)
    #expect(tutor.model.look.focusedPanel == seen.last)
  }

  /// What lies over the run is left by Esc, and then everything is as it was.
  @Test(arguments: ["L", "?", "w", "i", "z"] as [Character])
  func escapeLeavesWhatIsOpen(key: Character) throws {
    var tutor = try Tutor(Samples.xor).pressing("u", "j", .tab)
    let before = tutor.screen
    tutor.press(.character(key))
    #expect(tutor.screen != before)
    tutor.press(.escape)
    #expect(tutor.screen == before && !tutor.hasQuit)
  }
}
