import Experiments
import NeuralNetwork
import SeededRandom
import TerminalCanvas
import Testing
import Workbench

@testable import TutorApp

/// The playground: settings, what is typed, and going back on it.
@Suite struct PlaygroundTests {
  private static let sizes = [(80, 24), (110, 30), (120, 40), (140, 45), (200, 60)]

  /// However many phases, as many are gone.
  @Test func aCommandGoesByAnyNumberOfPhases() throws {
    for (command, back) in [
      ("step 5003 phases", "back 5003 phases"), ("step 2 phases", "back 9 phases"),
    ] {
      var one = try Run(Tutor.playground("two-neurons").run.experiment)
      let count = command == "step 2 phases" ? 2 : 5003
      one.seek(to: Position(update: 0, phase: .start))
      one.advance(by: .phase, count: count)
      var tutor = try Tutor.playground("two-neurons", "goto 1", "back phase", "goto 0")
      tutor.perform([.send(.rewind(.phase))])
      while tutor.run.position.phase != .start { tutor.perform([.send(.rewind(.phase))]) }
      tutor.perform(tutor.model.run(command: command))
      #expect(tutor.run.position == one.position)
      tutor.perform(tutor.model.run(command: back))
      #expect(tutor.run.position == Position(update: 0, phase: .start))
    }
  }

  @Test(arguments: Preset.all.map(\.name))
  func everyExampleOpensAndTrains(name: String) throws {
    let preset = try #require(Preset.named(name))
    var tutor = try Tutor(preset)
    let before = tutor.run.step.loss
    tutor.press("u", "u", "u")
    #expect(tutor.run.position.update == 3)
    #expect(tutor.run.step.loss != before)
  }

  @Test func theGalleryOpensAnExampleAndEscReturnsToIt() throws {
    var tutor = try Tutor.gallery()
    #expect(tutor.screen.contains("An overfitting sine"))
    tutor.press("j", "j", "j", .enter)
    #expect(tutor.model.scene.title == "xor")
    #expect(tutor.run.dataset.count == 4)
    tutor.press(.escape)
    #expect(tutor.model.scene is GalleryScene)
  }

  /// What a row says is what the engine has in force, whichever way it came about.
  @Test func theRowsShowWhatIsInForceWhereTheRunStands() throws {
    var tutor = try Tutor(#require(Preset.named("moons")))
    func text(_ key: String) -> String? {
      tutor.model.playground?.settings.rows.first { $0.key == key }?.text
    }
    #expect(text("learning_rate") == "0.01")
    tutor.press("u", "u", "+")
    #expect(text("learning_rate") == "0.02")
    tutor.press("U")
    #expect(text("learning_rate") == "0.01")
    tutor.press("u", "a")
    #expect(text("activation") == tutor.run.hiddenActivation?.name)
    #expect(text("optimizer.beta1") == "0.9")
    #expect(text("fault") == nil && text("csv") == nil)
  }

  @Test(arguments: Preset.all.map(\.name))
  func everyRowStepsBothWaysOrSaysWhyNot(name: String) throws {
    let file = try #require(Preset.named(name)).file()
    for row in file.form.rows {
      for direction in [1, -1] {
        do {
          let edit = try file.step(row, by: direction)
          let changed = try file.replacing([edit])
          #expect(changed.form.rows.first { $0.path == row.path }?.value != row.value, "\(row.key)")
        } catch { #expect(!error.sentence.isEmpty) }
      }
    }
  }

  @Test func aLiveSettingTakesEffectAtTheNextUpdateAndMarksTheTime() throws {
    var tutor = try Tutor(#require(Preset.named("xor")))
    tutor.press("u", "u", ":")
    tutor.enter("set optimizer adam")
    #expect(tutor.run.position.update == 2)
    #expect(tutor.run.activeExperiment.optimizer.rule == .adam)
    #expect(tutor.model.timeLine.marks == [2])
    tutor.press("U")
    #expect(tutor.run.activeExperiment.optimizer.rule == .sgd)
  }

  /// A title speaks of the data that are in force, also after going back.
  @Test func theTitleFollowsTheData() throws {
    var tutor = try Tutor.playground("xor", "set data moons")
    #expect(tutor.model.scene.title == "moons" && tutor.screen.contains("moons"))
    #expect(tutor.kept?.name == "moons")
    tutor.press("Z")
    #expect(tutor.model.scene.title == "xor")
    #expect(
      try Tutor.playground("line-fit", "set data sine").model.scene.title == "line-fit with sine")
    #expect(try Tutor.playground("moons", "set data.noise 0.3").model.scene.title == "moons")
    #expect(try Tutor.playground("xor", "point add 0.5 0.5 1").model.scene.title == "xor")
  }

  @Test func aSettingWithoutEffectIsSpokenOf() throws {
    var tutor = try Tutor.playground("xor", "set hidden []", "set activation relu")
    #expect(tutor.model.notice == "'activation' has no effect: there is no hidden layer.")
    #expect(tutor.model.playground?.entry == nil)
    tutor.press(":")
    tutor.enter("set learning_rate 0.3")
    #expect(tutor.model.notice == nil)
  }

  /// What takes longer than a key may, such as reading a table, is left to the worker, and so is what is wrong with it.
  @Test func whatIsWrongWithASlowEditIsSaidByTheWorker() throws {
    var tutor = try Tutor.playground("xor")
    let edit = ExperimentEdit("data", value: YAMLNode("none"))
    tutor.perform([.send(.edit([edit]))])
    #expect(tutor.model.notice?.isEmpty == false)
    #expect(tutor.run.dataset.count == 4)
  }

  /// A digit begins the update to go to; the rest is typed.
  @Test func aNumberGoesToItsUpdate() throws {
    var tutor = try Tutor.playground("xor")
    tutor.press("1")
    #expect(tutor.screen.contains(":goto 1"))
    tutor.enter("20")
    #expect(tutor.run.position.update == 120)
    tutor.press("7", .enter)
    #expect(tutor.run.position.update == 7)
    tutor.press("9", .escape)
    #expect(tutor.run.position.update == 7 && tutor.model.playground?.entry == nil)
  }

  @Test(arguments: [false, true])
  func aSpanShowsTheLossBetweenTwoUpdates(isLogTime: Bool) throws {
    var tutor = try Tutor.playground("xor", "goto 300", "span 100 200")
    if isLogTime { tutor.press("T") }
    let curves = LossCurves(tutor.model, width: 40)
    let shift = isLogTime ? 1.0 : 0
    #expect(curves.x.lower == 100 + shift && curves.x.upper == 200 + shift)
    let points = curves.series.flatMap(\.points)
    #expect(!points.isEmpty && points.allSatisfy { (100...201).contains($0.x) })
    #expect(curves.series.allSatisfy { !$0.hasHead })
    #expect(Panel.loss.title(in: tutor.model).hasSuffix(", 100 to 200"))
    tutor.press(":")
    tutor.enter("span last 50")
    #expect(tutor.model.look.span == 250...300)
    #expect(LossCurves(tutor.model, width: 40).series.contains { $0.hasHead })
    tutor.press(":")
    tutor.enter("span all")
    #expect(tutor.model.look.span == nil)
    for wrong in ["span", "span 5", "span 9 3", "span a b", "span last x", "span last 0"] {
      tutor.press(":")
      tutor.enter(wrong)
      #expect(tutor.model.notice?.hasPrefix("Write two updates") == true, "\(wrong)")
    }
  }

  @Test(arguments: ["parabola", "contour", "data", "chain", "histogram", "diagnosis"])
  func aPanelIsCalledByItsName(name: String) throws {
    let tutor = try Tutor.playground("valley", "goto 10", "panel \(name)")
    #expect(tutor.model.look.calledPanel?.name == name)
    #expect(tutor.model.layout.placements.contains { $0.panel.name == name })
  }

  @Test func aPanelThatIsNoneIsSaidWithItsNeighbor() throws {
    let tutor = try Tutor.playground("valley", "panel contuor")
    #expect(tutor.model.notice == "There is no panel 'contuor': did you mean 'contour'?")
    #expect(tutor.model.panels.first == .contour)
  }

  /// Optimizers race over the plane of both weights, on small screens too.
  @Test(arguments: [Size(width: 80, height: 24), Size(width: 140, height: 45)])
  func aRaceIsSeenOnTheContour(size: Size) throws {
    var tutor = try Tutor(#require(Preset.named("valley")), size: size)
    tutor.press(":")
    tutor.enter("race sgd:0.009 adam:0.2")
    tutor.perform(tutor.model.go(to: 30))
    let place = try #require(tutor.model.layout.placements.first { $0.panel == .contour })
    let canvas = view(tutor.model)
    let rect = place.rect
    let roles = (rect.y..<rect.maxY).flatMap { y in
      (rect.x..<rect.maxX).map { x in canvas[x, y].style.role }
    }
    #expect(roles.contains(.series1) && roles.contains(.series2))
  }

  /// One optimizer at several rates is a race too: the rates tell the runs apart.
  @Test func oneOptimizerRacesAtTwoRates() throws {
    var tutor = try Tutor.playground("valley", "race sgd:0.001 sgd:0.009 adam:0.2", "goto 5")
    #expect(tutor.model.workspace.runs.map(\.label) == ["sgd:0.001", "sgd:0.009", "adam"])
    #expect(
      tutor.model.workspace.runs.map(\.run.activeExperiment.optimizer.learningRate) == [
        0.001, 0.009, 0.2,
      ])
    tutor.press(":")
    tutor.enter("pick sgd:0.009")
    #expect(tutor.model.workspace.focusedLabel == "sgd:0.009")
  }

  /// The opposite arrow brings a value back that no arrow leads to, on the way and where a new run begins.
  @Test(arguments: ["l1", "learning_rate", "batch_size", "holdout", "optimizer"])
  func theOppositeArrowTakesAStepBack(key: String) throws {
    var tutor = try Tutor.playground(
      "moons", "set l1 0.0003", "set learning_rate 0.37", "set holdout 0.33", "set batch_size 13",
      "set optimizer {name: momentum, momentum: 0.83}", "goto 4")
    let before = tutor.model.run.activeExperiment
    tutor.model.playground?.settings.select([key])
    // The first one opens the settings.
    tutor.press(.right, .right, .right, .left)
    #expect(tutor.model.run.activeExperiment != before)
    tutor.press(.left)
    #expect(tutor.model.run.activeExperiment == before)
  }

  /// Sorted or left by others, a run has the hue that it began with.
  @Test func aRunKeepsItsHue() throws {
    var tutor = try Tutor.playground("valley", "race sgd:0.009 adam:0.2 momentum", "goto 30")
    let hues = Dictionary(
      uniqueKeysWithValues: tutor.model.workspace.runs.map { ($0.label, $0.hue) })
    #expect(Set(hues.values) == [0, 1, 2])
    for command in ["sort loss", "pick adam", "set learning_rate 0.1", "restart", "seed 5"] {
      tutor.press(":")
      tutor.enter(command)
      #expect(tutor.model.workspace.runs.allSatisfy { $0.hue == hues[$0.label] }, "\(command)")
    }
    tutor.press(":")
    tutor.enter("drop sgd")
    tutor.press(":")
    tutor.enter("fork")
    #expect(tutor.model.workspace.runs.map(\.hue).sorted() == [0, 1, 2])
    #expect(tutor.model.workspace.runs.first { $0.label == "adam" }?.hue == hues["adam"])
  }

  /// A sample by hand leaves the data set its name.
  @Test func theTitleOutlivesASampleByHand() throws {
    let tutor = try Tutor.playground("xor", "set data moons", "goto 5", "point add 0.5 0.5 1")
    #expect(tutor.model.playground?.title == "moons")
  }

  /// What has long been so does not come for the first time.
  @Test func aSeparationThatIsThereIsNotWaitedFor() throws {
    let tutor = try Tutor.playground("xor", "set data and", "goto 3000", "stop separation")
    #expect(tutor.screen.contains("right already"))
  }

  /// What is changed while a run plays is kept at once.
  @Test func aChangeWhilePlayingIsKept() throws {
    var tutor = try Tutor.playground("xor", "goto 5")
    tutor.press("p")
    tutor.press(":")
    tutor.enter("set l2 0.125")
    let session = try #require(tutor.kept)
    var workspace = try session.beginning()
    try workspace.restore(session)
    #expect(workspace.focusedRun.activeExperiment.l2 == 0.125)
  }

  /// One that diverges does not make the valley, in which the others race, a dot.
  @Test func aRunThatLeavesIsNotFollowed() throws {
    let tutor = try Tutor.playground("valley", "race sgd:0.1 adam:0.2", "goto 60")
    let plane = try #require(tutor.model.plane)
    let ways = tutor.model.workspace.runs.indices.map { tutor.model.way(ofRun: $0, plane).places }
    #expect(ways[0].contains { abs($0.y) > 1e9 })
    let range = PlaneRange(plane, tutor.run, holding: ways)
    #expect(range.x.upper < 20 && range.y.upper < 20)
    #expect(range.followed(ways[0]).count < 8 && range.followed(ways[1]) == ways[1])
  }

  /// By itself it shows what a linear axis could not; a command says otherwise.
  @Test func theLossHasAScaleOfItsOwn() throws {
    var tutor = try Tutor.playground("valley", "goto 3")
    #expect(lossScale(tutor.model) == .linear)
    tutor.perform(tutor.model.go(to: 4000))
    #expect(lossScale(tutor.model) == .logarithmic)
    for (kind, scale) in [("linear", Scale.linear), ("log", .logarithmic), ("auto", .logarithmic)] {
      tutor.press(":")
      tutor.enter("scale \(kind)")
      #expect(
        lossScale(tutor.model) == scale && tutor.model.notice?.hasPrefix("The loss on") == true)
    }
    tutor.press(":")
    tutor.enter("scale logg")
    #expect(tutor.model.notice == "There is no scale 'logg': did you mean 'log'?")
    tutor.press("y")
    #expect(lossScale(tutor.model) == .linear)
  }

  @Test(arguments: ["update 20", "epoch 4"])
  func aStopThatIsPassedSaysSo(stop: String) throws {
    var tutor = try Tutor.playground("moons", "stop \(stop)")
    #expect(tutor.model.notice == "It stops at: \(stop)")
    tutor.press(":")
    tutor.enter("goto 30")
    tutor.press(":")
    tutor.enter("goto epoch 6")
    tutor.press(":")
    tutor.enter("stop \(stop)")
    #expect(tutor.model.notice == "It stops at: \(stop), which this run has passed")
  }

  /// What is wrong is shown, whatever the batches are.
  @Test func theNextWrongSampleIsTheShownOne() throws {
    let tutor = try Tutor.playground("digits", "set batch_size 32", "wrong")
    let sample = try #require(tutor.model.look.guess)
    #expect(tutor.model.notice?.hasPrefix("Sample \(sample + 1) of") == true)
    #expect(!tutor.run.isBatchWhole)
  }

  @Test func aSettingThatDecidesTheBeginningBeginsANewRunWithTheOthersAsTheyAre() throws {
    var tutor = try Tutor(#require(Preset.named("xor")))
    tutor.press("u", "+", ":")
    tutor.enter("set hidden 3x2")
    #expect(tutor.run.position.update == 0)
    #expect(tutor.run.network.shape == [2, 3, 2, 1])
    #expect(tutor.run.learningRate == 1)
  }

  @Test func whatIsTypedWronglyIsSaidAndStaysToBePutRight() throws {
    var tutor = try Tutor(#require(Preset.named("moons")))
    tutor.press("/")
    tutor.enter("activ")
    #expect(tutor.model.playground?.settings.selected?.key == "activation")
    tutor.press(.enter)
    tutor.enter("rleu")
    #expect(tutor.model.notice?.contains("Did you mean 'relu'?") == true)
    #expect(tutor.model.playground?.entry?.text == "rleu")
    tutor.press(.control("u"))
    tutor.enter("relu")
    #expect(tutor.run.hiddenActivation == .relu)
    #expect(tutor.model.playground?.entry == nil)
  }

  /// What counts already is no change: no new run begins, and nothing ahead is lost.
  @Test(arguments: [
    ("set hidden [8, 8]", "hidden [8, 8] is in force already"),
    ("set learning_rate 0.01", "learning_rate 0.01 is in force already"),
    ("unset test", "test as usual is in force already"),
    ("unset foo", "foo: An experiment has no key 'foo'. Known: "),
    ("unset hiden", "hiden: An experiment has no key 'hiden'. Did you mean 'hidden'?"),
  ])
  func whatChangesNothingBeginsNothing(command: String, words: String) throws {
    let tutor = try Tutor.playground("moons", "goto 9", "set l2 0.125", "goto 7", command)
    #expect(tutor.model.notice?.hasPrefix(words) == true, "\(tutor.model.notice ?? "")")
    #expect(tutor.run.position.update == 7 && tutor.run.journal.entries.count == 1)
    #expect(tutor.model.history.counts == [1, 0])
  }

  /// A change in the past takes the place of those that came after it, which is said, and undo brings them back.
  @Test(arguments: [
    "set l2 0.5", "set hidden [3]", "point add 1 1 0", "weight layer1.w[1,1] 0.5", "restart",
    "seed 9", "unit add 1",
  ])
  func whatLayAheadIsSpokenOf(command: String) throws {
    var tutor = try Tutor.playground(
      "moons", "goto 4", "set l1 0.25", "goto 9", "set l2 0.125", "goto 12", "point add 0 0 1",
      "goto 20", "goto 6")
    let before = tutor.run
    tutor.press(":")
    tutor.enter(command)
    let sentence =
      "What lay ahead is gone: l2 0.125 before update 10, a sample by hand before update 13; undo brings them back"
    #expect(tutor.model.notice?.hasSuffix(sentence) == true, "\(tutor.model.notice ?? "")")
    #expect(!tutor.run.journal.entries.contains { $0.update > 6 })
    tutor.press("u")
    #expect(tutor.model.notice == nil)
    tutor.press("Z")
    #expect(tutor.run.journal == before.journal && tutor.run.position == before.position)
    tutor.press(":")
    tutor.enter("set l2 0.75")
    tutor.press(":")
    tutor.enter("fork")
    #expect(tutor.model.notice?.contains("What lay ahead") != true)
  }

  @Test func undoAndRedoBringBackEveryBit() throws {
    var tutor = try Tutor(#require(Preset.named("moons")))
    tutor.press("e", "e")
    let before = tutor.run
    tutor.press(":")
    tutor.enter("set hidden [4]")
    tutor.press("e")
    let after = tutor.run
    tutor.press("Z")
    #expect(tutor.run.network == before.network && tutor.run.position == before.position)
    tutor.press("Y")
    #expect(tutor.run.network == after.network && tutor.run.position == after.position)
    tutor.press("Y")
    #expect(tutor.model.notice == "There is nothing to do again.")
  }

  @Test(arguments: PlaygroundCommand.all.map(\.name))
  func everyCommandTakesAnythingAndAnswers(name: String) throws {
    for text in ["", "1", "epoch", "-5", "99999999999999999999", "a b c", "é\u{1B}[2J", "loss <"]
    where text.isEmpty || !["save", "share"].contains(name) {
      var tutor = try Tutor(#require(Preset.named("xor")))
      tutor.press(":")
      tutor.enter("\(name) \(text)")
      #expect(tutor.model.notice?.contains("\u{1B}") != true)
      #expect(view(tutor.model).size == tutor.model.size)
    }
  }

  @Test func tabCompletesCommandsAndKeys() throws {
    var tutor = try Tutor(#require(Preset.named("moons")))
    tutor.press(":", "s", "e", "t", " ", "o", "p", "t", .tab, ".", "b", "e", .tab)
    #expect(tutor.model.playground?.entry?.text == "set optimizer.beta")
    #expect(tutor.screen.contains("optimizer.beta1  optimizer.beta2"))
  }

  /// Thousands of edits, drawn at random: nothing traps, and every state is its recipe, its journal and its place.
  @Test(arguments: 1...8) func randomEditsReplayBitForBit(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let preset = Preset.all[Int(seed) % 7]
    var workspace = try Workspace(preset.file())
    for _ in 0..<150 {
      let file = workspace.fileInForce
      let rows = ExperimentForm(file.document, workspace.focusedRun.activeExperiment).rows
      let row = rows[Int(random.next() % UInt64(rows.count))]
      if row.key != "data.samples",
        let edit = try? file.step(row, by: random.next() % 2 == 0 ? 1 : -1)
      {
        try? workspace.edit([edit])
      }
      let stride = Int(random.next() % 3)
      workspace.changeFocusedRun {
        stride == 2 ? $0.rewind(by: .update) : $0.train(updates: stride)
      }
    }
    let run = workspace.focusedRun
    var replayed = try Run(run.experiment)
    for entry in run.journal.entries {
      replayed.seek(to: Position(update: entry.update))
      #expect(replayed.apply(entry.change) == nil)
    }
    replayed.seek(to: run.position)
    #expect(replayed.network == run.network)
    #expect(replayed.step.loss.bitPattern == run.step.loss.bitPattern)
  }

  @Test(arguments: sizes) func theSettingsStandBesideTheNetwork(width: Int, height: Int) throws {
    var tutor = try Tutor(#require(Preset.named("moons")), size: Size(width: width, height: height))
    if width < 110 {
      #expect(tutor.model.layout.settings.isEmpty)
      tutor.press("o")
    }
    let layout = tutor.model.layout
    #expect(layout.settings.width >= 26)
    #expect(layout.placements.contains { $0.panel == .network && $0.rect.x > layout.settings.maxX })
    let text = tutor.screen
    #expect(text.contains("DATA") && text.contains("moons") && text.contains("samples ↻"))
    #expect(text.contains("◂ moons ▸"))
  }

  /// Beside the settings network and plane have a column each, in which they are large.
  @Test(arguments: [
    Size(width: 120, height: 40), Size(width: 140, height: 45), Size(width: 200, height: 60),
  ])
  func networkAndDataStandLargeBesideTheSettings(size: Size) throws {
    let tutor = try Tutor(#require(Preset.named("moons")), size: size)
    let places = tutor.model.layout.placements
    let (network, data) = (
      try #require(places.first { $0.panel == .network }).rect,
      try #require(places.first { $0.panel == .data }).rect
    )
    #expect(network.y == data.y && network.maxX < data.x && data.maxX == size.width)
    #expect(data.width * 3 >= size.width && data.height * 2 >= size.height)
    #expect(network.height * 2 >= size.height)
  }

  @Test func theFirstRowsOfTheSettings() throws {
    let tutor = try Tutor(#require(Preset.named("moons")), size: Size(width: 120, height: 40))
    let lines = view(tutor.model).lines.prefix(8).map { String($0.prefix(26)) }
    #expect(
      lines == [
        " Downhill  moons", "─ settings ▼ 6 ───────────", " DATA                     ",
        "  data ↻        ◂ moons ▸ ", "   samples ↻          200 ", "   noise ↻           0.15 ",
        "  holdout ↻           0.2 ", "  test ↻             none ",
      ])
  }
}
