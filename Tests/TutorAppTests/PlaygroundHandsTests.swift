import Experiments
import NeuralNetwork
import SeededRandom
import TerminalCanvas
import Testing
import Workbench

@testable import TutorApp

/// Hands on the network and its samples, and runs side by side.
@Suite struct PlaygroundHandsTests {
  @Test func aParameterSetByHandMovesTheLossAsItWasSaid() throws {
    var tutor = try Tutor.playground("two-neurons")
    let index = ParameterIndex.weight(layer: 1, unit: 1, input: 1)
    let promised = tutor.run.objectives(index, at: [0.7])[0]
    tutor.press(":")
    tutor.enter("weight layer1.w[1,1] 0.7")
    #expect(tutor.run.network[index] == 0.7)
    #expect(tutor.run.step.loss == promised)
    #expect(tutor.model.notice == nil || tutor.model.notice?.contains("→") == true)
    tutor.press("Z")
    #expect(tutor.run.network[index] == 0.15)
  }

  @Test func whatIsFrozenStaysUntilItIsThawed() throws {
    var tutor = try Tutor.playground("two-neurons", "step 2")
    let index = ParameterIndex.weight(layer: 1, unit: 1, input: 1)
    tutor.press("F")
    #expect(tutor.model.notice?.hasPrefix("Select a parameter") == true)
    tutor.press("j", "F")
    #expect(tutor.model.notice == "Frozen: layer1.w[1,1]")
    let kept = tutor.run.network[index]
    tutor.press("u", "u")
    #expect(tutor.run.network[index] == kept)
    for (command, isFrozen) in [
      ("thaw", false), ("freeze layer 1", true), ("thaw layer 1", false),
      ("freeze layer1.b", false),
    ] {
      tutor.press(":")
      tutor.enter(command)
      #expect(tutor.run.network.isFrozen(index) == isFrozen, "\(command)")
    }
    #expect(tutor.run.network.isFrozen(.bias(layer: 1, unit: 1)))
    tutor.press("Z", "Z", "Z", "Z", "Z")
    #expect(tutor.run.activeExperiment.frozen.isEmpty)
    tutor.press(":")
    tutor.enter("freeze layer 7")
    #expect(tutor.model.notice?.contains("no such part") == true)
  }

  @Test func aNudgeShowsTheLossAndEnterCommitsIt() throws {
    var tutor = try Tutor.playground("two-neurons")
    let before = tutor.run.network
    tutor.press("}")
    #expect(tutor.model.notice?.hasPrefix("Select a parameter") == true)
    tutor.press("j", "}", "}")
    #expect(tutor.run.network == before)
    #expect(tutor.model.notice?.contains("Enter commits it") == true)
    tutor.press(.escape)
    #expect(tutor.run.network == before)
    tutor.press("}", .enter)
    #expect(tutor.run.network != before)
    #expect(tutor.model.playground?.entry == nil)
  }

  /// A new unit says nothing yet, so the outputs stay, bit for bit; one taken away that said nothing neither.
  @Test func aUnitMoreOrLessLeavesTheOtherWeights() throws {
    var tutor = try Tutor.playground("moons", "goto 40")
    let before = tutor.run
    let outputs = before.network.outputs(for: before.dataset.inputs)
    tutor.press(":")
    tutor.enter("unit add 1")
    #expect(tutor.run.network.shape == [2, 9, 8, 1])
    #expect(tutor.run.network.outputs(for: before.dataset.inputs) == outputs)
    tutor.press(":")
    tutor.enter("unit remove 1 9")
    #expect(tutor.run.network.shape == before.network.shape)
    #expect(tutor.run.network.weights(layer: 1) == before.network.weights(layer: 1))
    #expect(tutor.run.network.outputs(for: before.dataset.inputs) == outputs)
  }

  @Test func aLayerMoreOrLessLeavesTheEarlierWeights() throws {
    var tutor = try Tutor.playground("moons", "goto 40")
    let first = tutor.run.network.weights(layer: 1)
    tutor.press(":")
    tutor.enter("layer add 5")
    #expect(tutor.run.network.shape == [2, 8, 8, 5, 1])
    #expect(tutor.run.network.weights(layer: 1) == first)
    tutor.press(":")
    tutor.enter("layer remove 3")
    #expect(tutor.run.network.shape == [2, 8, 8, 1])
    #expect(tutor.run.network.weights(layer: 1) == first)
    tutor.press("u")
    #expect(tutor.run.position.update == 1)
  }

  @Test func samplesAreAddedMovedFlippedAndDeleted() throws {
    var tutor = try Tutor.playground("xor", "point add 0.5 0.5 1")
    #expect(tutor.run.dataset.count == 5)
    #expect(Array(tutor.run.dataset.inputs.row(4)) == [0.5, 0.5])
    tutor.press(":")
    tutor.enter("point flip 0.6 0.5")
    #expect(tutor.run.dataset.targets[4, 0] == 0)
    tutor.press(":")
    tutor.enter("point move 0.5 0.5 to 2 3")
    #expect(Array(tutor.run.dataset.inputs.row(4)) == [2, 3])
    tutor.press(":")
    tutor.enter("point delete 2 2.9")
    #expect(tutor.run.dataset.count == 4)
    tutor.press("Z", "Z", "Z", "Z")
    #expect(tutor.run.dataset.count == 4)
    #expect(tutor.model.workspace.fileInForce.document["data"]?.text == "xor")
  }

  /// What is in hand is what the keys mean, wherever the cursor is; Enter puts it down.
  @Test(arguments: [("m", 4), ("Enter", 4), ("x", 3), ("f", 4)])
  func theKeysActOnTheSampleInHand(key: String, count: Int) throws {
    var tutor = try Tutor.playground("xor")
    tutor.press("S")
    for _ in 0..<30 { tutor.press("h", "j") }
    let before = tutor.run.dataset
    tutor.press("m")
    for _ in 0..<80 { tutor.press("l", "k") }
    tutor.press(key == "Enter" ? .enter : .character(Character(key)))
    let after = tutor.run.dataset
    #expect(after.count == count)
    #expect(Array(after.inputs.row(count - 1)) == [1, 1], "the nearest one stays as it was")
    #expect(after.targets[count - 1, 0] == before.targets[3, 0])
    #expect(after != before)
  }

  /// What is pinned stays, and that is said: of the pin, and of whatever would move it.
  @Test func whatIsPinnedSaysThatItStays() throws {
    var tutor = try Tutor.playground("xor", "goto 4", "pin")
    #expect(tutor.model.notice?.hasPrefix("Pinned at update 4") == true)
    for command in ["step 3", "step phase", "goto 9", "goto 2", "play", "restart"] {
      tutor.model.notice = nil
      tutor.perform(tutor.model.run(command: command))
      #expect(tutor.model.notice?.contains("pinned") == true, "\(command)")
      #expect(tutor.run.position.update == 4 && !tutor.model.isPlaying, "\(command)")
    }
    tutor.perform(tutor.model.run(command: "pin"))
    #expect(tutor.model.notice?.hasPrefix("No longer pinned") == true)
    tutor.perform(tutor.model.run(command: "step 3"))
    #expect(tutor.run.position.update == 7)
  }

  /// What is in hand goes back with undo, and what was done before stays; with empty hands that goes.
  @Test func undoPutsWhatIsInHandBack() throws {
    var tutor = try Tutor.playground("xor", "point add 0.5 0.5 1")
    let before = tutor.run.dataset
    tutor.press("S", "m", "l", "l", "Z")
    #expect(tutor.run.dataset == before)
    #expect((tutor.model.scene as? PointsScene)?.held == nil)
    tutor.press("m", "Z", "Z")
    #expect(tutor.run.dataset.count == 4)
  }

  /// The arrows at the data mean what typing means, and the way back leads to the samples by hand.
  @Test func theArrowsTakeThePlaceOfSamplesByHand() throws {
    var tutor = try Tutor.playground("moons", "point add 0.5 0.5 1", "goto 4")
    let before = tutor.run
    tutor.press("o")
    tutor.model.playground?.settings.select(["data"])
    tutor.press(.right)
    let name = try #require(tutor.model.workspace.focusedFile.document["data"]?.text)
    let fresh = try Tutor.playground("moons", "set data \(name)")
    #expect(tutor.run.dataset == fresh.run.dataset && tutor.run.heldOut == fresh.run.heldOut)
    tutor.press(.left)
    #expect(tutor.run.dataset == before.dataset && tutor.run.heldOut == before.heldOut)
  }

  @Test(arguments: [
    ("add 0.5 0.5 7", "There is no class '7': the classes are 0, 1"),
    ("add 0.5 0.5 blue", "There is no class 'blue': the classes are 0, 1"),
    ("add 0.5 0.5 0.5", "There is no class '0.5': the classes are 0, 1"),
    ("add 0.5", "After 'add' come a place of 2 numbers and the class: point add 0.5 0.5 1"),
    ("add x 1 1", "A place is made of numbers: 'x' is none"),
    ("move 1 2", "After 'move' come two places of 2: point move 0.5 0.5 to 0.5 0.5"),
    ("flip 1", "After 'flip' comes a place of 2 numbers: point flip 0.5 0.5"),
    ("paint 1 2", "Write add, move, flip or delete, and a place of 2 numbers: point flip 0.5 0.5"),
  ])
  func whatIsWrongWithASampleIsSaid(text: String, words: String) throws {
    let tutor = try Tutor.playground("xor", "point \(text)")
    #expect(tutor.model.notice == words && tutor.run.journal.entries.isEmpty)
  }

  /// The way back crosses an edit of samples, also in a session that is gone on with, and in what is shared.
  @Test func anEditOfSamplesKeepsThePlace() throws {
    var tutor = try Tutor.playground("moons", "goto 40")
    let before = tutor.run
    for command in ["point add 0.5 0.5 1", "point flip 0 0", "goto 60", "point delete 1 0"] {
      tutor.press(":")
      tutor.enter(command)
    }
    tutor.press("u")
    #expect(tutor.run.position.update == 61 && tutor.run.dataset.count == before.dataset.count)
    #expect(tutor.run.heldOut == before.heldOut)
    let line = ShareCode.line(of: Session(name: "moons", sharing: tutor.model.workspace))
    #expect(line.count < 2000)
    let kept = try #require(tutor.kept).text
    for text in [kept, Session(name: "moons", sharing: tutor.model.workspace).text] {
      var other = try Tutor.gallery()
      let session = try Session(SourceText(name: "kept", text: text))
      other.perform(other.model.open(.session(session)))
      #expect(other.model.workspace.hasNumbers(of: tutor.model.workspace))
      #expect(other.run.dataset == tutor.run.dataset)
    }
    #expect(tutor.model.workspace.runs[0].story.count == 3)
    tutor.perform(tutor.model.run(command: "goto 40"))
    #expect(tutor.run.network == before.network)
    tutor.press("r")
    #expect(tutor.run.position.update == 0 && tutor.run.dataset.count == before.dataset.count + 1)
  }

  /// Another setting of the data set draws it anew, whatever was changed by hand, with what is held out.
  @Test(arguments: ["data.noise 0.3", "data {name: moons, samples: 200, noise: 0.3}"])
  func otherDataTakeThePlaceOfSamplesByHand(setting: String) throws {
    let tutor = try Tutor.playground("moons", "goto 4", "point add 0.5 0.5 1", "set \(setting)")
    let fresh = try Tutor.playground("moons", "set data.noise 0.3")
    #expect(tutor.run.position.update == 0 && tutor.run.dataset == fresh.run.dataset)
    #expect(tutor.run.heldOut == fresh.run.heldOut)
  }

  /// What is scaled by the figures of the samples cannot go on with others.
  @Test func scaledSamplesBeginAnew() throws {
    var tutor = try Tutor.playground("moons", "set scaling standard", "goto 4", "point add 1 1 0")
    #expect(tutor.run.position.update == 0)
    #expect(tutor.model.notice?.contains("they are scaled by their own figures") == true)
    tutor.press("Z")
    #expect(tutor.run.position.update == 4)
  }

  /// The name of a data set decides the loss and the output layer; without it they stay what they were.
  @Test(arguments: ["moons", "xor", "circles", "spirals"], ["add 1 2 0", "flip 0 0"])
  func aSampleByHandLeavesTheTask(name: String, edit: String) throws {
    var tutor = try Tutor.playground(name, "goto 4", "set l2 0.01")
    let before = tutor.run.activeExperiment
    tutor.press(":")
    tutor.enter("point \(edit)")
    var after = tutor.run.activeExperiment
    #expect(after.data != before.data && tutor.run.position.update == 4)
    (after.data, after.holdout) = (before.data, before.holdout)
    #expect(after == before && tutor.run.accuracy != nil)
    #expect(tutor.model.notice?.hasPrefix("These samples count from update 5 on") == true)
    #expect(tutor.model.experimentText(for: "x.yaml").contains("loss: \(before.loss.name)"))
    let file = try ExperimentFile(
      SourceText(name: "x.yaml", text: tutor.model.experimentText(for: "x.yaml")))
    #expect(try Run(file.experiment).dataset == tutor.run.dataset)
    #expect(try Run(file.experiment).heldOut == tutor.run.heldOut)
    tutor.press("Z")
    #expect(tutor.run.activeExperiment == before && tutor.run.position.update == 4)
  }

  /// What a table calls its columns and classes stays when a sample goes elsewhere, also in the saved file.
  @Test func aSampleByHandLeavesTheNames() throws {
    let text = "data: insects\nhidden: [4]\n"
    var tutor = try Tutor(ExperimentFile(SourceText(name: "x.yaml", text: text)))
    let file = tutor.model.workspace.focusedFile
    #expect(file.classNames?.isEmpty == false && file.inputNames?.isEmpty == false)
    let place = tutor.run.dataset.inputs.row(0).map { "\($0)" }.joined(separator: " ")
    tutor.press(":")
    tutor.enter("point move \(place) to 9 9")
    let edited = tutor.model.workspace.fileInForce
    #expect(edited.experiment.data != file.experiment.data)
    #expect(edited.classNames == file.classNames && edited.inputNames == file.inputNames)
    let saved = tutor.model.experimentText(for: "x.yaml")
    let reread = try ExperimentFile(SourceText(name: "x.yaml", text: saved))
    #expect(reread.classNames == file.classNames && reread.inputNames == file.inputNames)
  }

  /// Runs that are compared learn from the same samples; one that is pinned stays as it is.
  @Test func aSampleByHandGoesToAllRunsOfARace() throws {
    var tutor = try Tutor.playground(
      "moons", "race sgd:0.1 adam:0.01 momentum:0.1", "goto 5", "pick momentum", "pin", "pick adam",
      "point add 1 2 0")
    let runs = tutor.model.workspace.runs
    #expect(runs.map(\.run.dataset.count) == [161, 161, 160])
    #expect(runs.map(\.run.position.update) == [5, 5, 5])
    #expect(runs.map(\.run.loss) == Array(repeating: .binaryCrossEntropy, count: 3))
    #expect(runs.map(\.label) == ["sgd", "adam", "momentum"] && tutor.model.workspace.focus == 1)
    #expect(tutor.model.notice?.hasPrefix("2 of 3 runs: These samples count from update 6") == true)
    tutor.press(":")
    tutor.enter("pick momentum")
    #expect(tutor.model.workspace.runs[2].isPinned)
  }

  /// Another seed is another beginning, and nothing else: what was changed on the way stays, as `set seed` has it.
  @Test(arguments: ["seed 8", "seed", "set seed 8"])
  func anotherSeedKeepsWhatWasChanged(command: String) throws {
    var tutor = try Tutor.playground(
      "moons", "goto 10", "set learning_rate 0.1", "set l2 0.01", "goto 20", command)
    #expect(tutor.run.experiment.seed == 8 && tutor.run.position.update == 0)
    #expect(tutor.run.baseLearningRate == 0.1 && tutor.run.activeExperiment.l2 == 0.01)
    tutor.press("Z")
    #expect(tutor.run.position.update == 20 && tutor.run.experiment.seed == 7)
  }

  @Test func aPinnedRunKeepsItsSeed() throws {
    var tutor = try Tutor.playground("xor", "goto 10", "fork", "pick A", "pin", "pick B")
    tutor.press("s")
    #expect(tutor.model.workspace.runs.map(\.run.experiment.seed) == [1, 2])
    #expect(tutor.model.workspace.runs.map(\.run.position.update) == [10, 0])
  }

  @Test func anInputOfOnesOwnIsAnsweredInTheOriginalUnits() throws {
    var tutor = try Tutor.playground("xor", "set scaling standard", "feed 1 0")
    let inputs = try #require(tutor.run.scaler).scaled(Matrix([[1, 0]]))
    let output = tutor.run.network.outputs(for: inputs)[0, 0]
    #expect(tutor.model.notice == "The output is \(compact(output)): class \(output > 0.5 ? 1 : 0)")
    tutor.press(":")
    tutor.enter("feed 1")
    #expect(tutor.model.notice?.contains("2 numbers") == true)
  }

  @Test func wrongSamplesComeOneByOneUntilThereIsNone() throws {
    var tutor = try Tutor.playground("circles", "wrong")
    let count = tutor.run.dataset.count
    let first = try #require(tutor.model.notice)
    #expect(first.contains("of \(count) (training) is "))
    tutor.press(":")
    tutor.enter("wrong")
    #expect(tutor.model.notice != first)
    tutor = try Tutor.playground("xor", "stop separation", "goto 5000", "wrong")
    #expect(tutor.model.notice == "No training sample is classified wrong")
  }

  @Test func runsAreForkedPickedPinnedAndDropped() throws {
    var tutor = try Tutor.playground(
      "xor", "step 5", "fork", "fork steep", "set learning_rate 2", "step 3")
    #expect(tutor.model.workspace.runs.map(\.label) == ["A", "B", "steep"])
    #expect(tutor.model.workspace.runs.map(\.run.position.update) == [8, 8, 8])
    #expect(tutor.model.workspace.runs.map(\.run.learningRate) == [0.5, 0.5, 2])
    for (command, words) in [
      ("differ A B", "A and B are the same, bit for bit"), ("differ A steep", "until update 6,"),
    ] {
      tutor.press(":")
      tutor.enter(command)
      #expect(tutor.model.notice?.contains(words) == true, "\(command)")
    }
    for command in ["pick A", "pin", "step 2", "runs"] {
      tutor.press(":")
      tutor.enter(command)
    }
    #expect(tutor.model.workspace.runs.map(\.run.position.update) == [8, 10, 10])
    #expect(tutor.model.notice?.contains("pinned") == true)
    for command in ["all l2 0.1", "drop B", "drop A"] {
      tutor.press(":")
      tutor.enter(command)
    }
    #expect(tutor.model.workspace.runs.map(\.label) == [""])
    #expect(tutor.run.activeExperiment.l2 == 0.1)
    tutor.press("Z")
    #expect(tutor.model.workspace.runs.count == 2)
  }

  @Test func optimizersRaceFromOneStart() throws {
    var tutor = try Tutor.playground(
      "moons", "race sgd:0.1 adam:0.01 momentum", "goto 30", "sort loss")
    let runs = tutor.model.workspace.runs
    #expect(Set(runs.map(\.label)) == ["sgd", "adam", "momentum"])
    #expect(runs.map(\.run.step.loss) == runs.map(\.run.step.loss).sorted())
    tutor.press(":")
    tutor.enter("goto 0")
    let starts = tutor.model.workspace.runs.map(\.run.network)
    #expect(starts[0] == starts[1] && starts[1] == starts[2])
    tutor.press(":")
    tutor.enter("race sgd sgd")
    #expect(tutor.model.notice?.contains("each once") == true)
  }
}

/// The file of the configuration, and keys in other places.
@Suite struct ConfigurationTests {
  private func read(_ text: String) throws -> Configuration {
    try Configuration(SourceText(name: "config.yaml", text: text))
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let configuration = try read(
      "theme: light\nglyphs: ascii\nspeed: flat-out\nkeys: {p: F5, x: ^x}")
    #expect(configuration.theme == "light" && configuration.glyphs == .ascii)
    #expect(configuration.speed == .flatOut)
    #expect(try read(configuration.text) == configuration)
    #expect(try read(Configuration().text) == Configuration())
  }

  @Test(arguments: [
    ("theme: drak", "Did you mean 'dark'?"), ("glyphs: braile", "Did you mean 'braille'?"),
    ("speed: 7", "speed"), ("keys: {p: foo}", "Expected a key such as"),
    ("keys: {F9: p}", "The program has no key 'F9'"), ("keys: {p: u}", "would mean two things"),
    ("colour: red", "A configuration has no key 'colour'"), ("[1]", "group of keys"),
  ])
  func whatIsWrongIsSaid(text: String, words: String) throws {
    let problem = try #require(throws: Diagnostics.self) { try read(text) }
    #expect(problem.description.contains(words))
  }

  @Test func aKeyInAnotherPlaceDoesTheSameAndTheFooterNamesIt() throws {
    var tutor = try Tutor(#require(Preset.named("xor")))
    tutor.model.configure(try read("keys: {p: F5}\nspeed: 60"))
    #expect(tutor.model.keyMap.meaning(of: .function(5)) == "p")
    #expect(tutor.model.keyMap.meaning(of: "p") == nil)
    #expect(tutor.model.keyMap.meaning(of: "u") == "u")
    #expect(tutor.screen.contains("F5 play"))
    #expect(tutor.model.look.pace == .running)
  }

  /// Every key that help writes is one that a file can write.
  @Test(arguments: KeyContext.all)
  func everyKeyHasALabelThatCanBeRead(context: KeyContext) {
    for key in context.bindings.flatMap(\.keys) { #expect(Key(label: key.label) == key) }
  }
}

/// An image of the learner's own.
@Suite struct DrawingTests {
  @Test func aDigitThatIsDrawnIsTakenForWhatTheNetworkSays() throws {
    var tutor = try Tutor(#require(Preset.named("digits")))
    tutor.press(":")
    tutor.enter("draw")
    tutor.press(.right, " ", " ", .down, " ")
    let drawing = try #require(tutor.model.scene as? DrawingScene)
    #expect(drawing.pixels[1] == 1 && drawing.pixels[9] == 0.5)
    let outputs = tutor.run.network.outputs(
      for: Matrix(rows: 1, columns: 64, elements: drawing.pixels)
    ).elements
    #expect(drawing.outputs(tutor.model) == outputs)
    let best = try #require(outputs.indices.max { outputs[$0] < outputs[$1] })
    #expect(tutor.screen.contains("takes it for class \(best)"))
    tutor.point(Mouse(.drag(button: 0), at: Point(x: 8, y: 6)))
    #expect((tutor.model.scene as? DrawingScene)?.pixels[4 * 8 + 3] == 1)
    tutor.press(.escape)
    #expect(tutor.model.scene is PlaygroundScene)
  }

  @Test(arguments: [(2, nil), (64, 8), (784, 28), (65, nil)])
  func onlySquaresAreImages(inputs: Int, side: Int?) {
    #expect(DrawingScene.side(inputs: inputs) == side)
  }

  @Test(arguments: [(80, 24), (20, 6), (3, 2), (140, 45)])
  func itDrawsAtEverySize(width: Int, height: Int) throws {
    var tutor = try Tutor(#require(Preset.named("digits")))
    tutor.press(":")
    tutor.enter("draw")
    tutor.model.size = Size(width: width, height: height)
    #expect(view(tutor.model).size == tutor.model.size)
  }
}
