import Experiments
import NeuralNetwork
import SeededRandom
import TerminalCanvas
import Testing
import Workbench

@testable import TutorApp

/// What lies over the playground: the table of runs, samples by hand, an input on its way.
@Suite struct PlaygroundOverlayTests {
  /// The sentences say what the help promises: what sets runs apart, and figures over all samples.
  @Test func theRunsAreSentencesOfTheTable() throws {
    var tutor = try Tutor.playground("digits", "set batch_size 8", "fork", "set learning_rate 0.5")
    tutor.press("u", "u")
    tutor.press(":")
    tutor.enter("runs")
    let words = try #require(tutor.model.notice)
    for (index, labeled) in tutor.model.workspace.runs.enumerated() {
      #expect(labeled.run.objective != labeled.run.step.loss)
      #expect(
        words.contains(
          "\(labeled.label): η \(compact(labeled.run.baseLearningRate)), loss \(number(labeled.run.objective))"
        ))
      #expect(tutor.model.summary(ofRun: index).objective == labeled.run.objective)
    }
    #expect(words.contains("updates 2, time 0."))
    #expect(words.contains("right "))
  }

  @Test func sortingSaysByWhat() throws {
    let tutor = try Tutor.playground("xor", "fork", "sort loss")
    #expect(tutor.model.notice == "The runs in the order of loss")
  }

  /// The recipe at the end of the status line is the one in force.
  @Test func theStatusNamesTheBatchesInForce() throws {
    var tutor = try Tutor.playground("moons", "set batch_size 8")
    #expect(recipeTexts(tutor.model)[0].hasSuffix("batch 8"))
    tutor.press(":")
    tutor.enter("set batch_size full")
    #expect(recipeTexts(tutor.model)[0].hasSuffix("full batch"))
  }

  @Test func samplesAreLaidHandsOnWithKeys() throws {
    var tutor = try Tutor.playground("xor")
    tutor.press("S", .enter)
    #expect(tutor.run.dataset.count == 5)
    #expect(Array(tutor.run.dataset.inputs.row(4)) == [0.5, 0.5])
    #expect(tutor.run.dataset.targets[4, 0] == 0)
    tutor.press("f")
    #expect(tutor.run.dataset.targets[4, 0] == 1)
    tutor.press("m", .right, .right, .up, "m")
    let moved = Array(tutor.run.dataset.inputs.row(4))
    #expect(moved[0] > 0.5 && moved[1] > 0.5)
    tutor.press("x")
    #expect(tutor.run.dataset.count == 4)
    tutor.press("1")
    #expect(tutor.run.dataset.targets[4, 0] == 1)
    tutor.press("7")
    #expect(tutor.model.notice == "The classes are 0 to 1")
    tutor.press("Z", "Z", "Z", "Z", "Z", .escape)
    #expect(tutor.model.scene is PlaygroundScene)
    #expect(tutor.model.workspace.focusedFile.document["data"]?.text == "xor")
  }

  @Test(arguments: [(80, 24), (140, 45)])
  func samplesAreLaidHandsOnWithTheMouse(width: Int, height: Int) throws {
    var tutor = try Tutor.playground("xor")
    tutor.model.size = Size(width: width, height: height)
    tutor.press("S")
    let scene = try #require(tutor.model.scene as? PointsScene)
    let plot = scene.plot(in: tutor.model.size)
    let corner = try #require(scene.cell(of: [1, 0], in: plot))
    let other = Point(x: plot.x + plot.width / 2, y: plot.y + 2)
    tutor.point(Mouse(.press(button: 0), at: corner))
    tutor.point(Mouse(.drag(button: 0), at: other))
    tutor.point(Mouse(.release, at: other))
    #expect(tutor.run.dataset.count == 4)
    let place = (0..<4).first { row in
      scene.cell(of: Array(tutor.run.dataset.inputs.row(row)), in: plot) == other
    }
    let row = try #require(place)
    let target = tutor.run.dataset.targets[row, 0]
    tutor.point(Mouse(.press(button: 2), at: other))
    #expect(tutor.run.dataset.targets[row, 0] == 1 - target)
    tutor.point(Mouse(.press(button: 1), at: other))
    #expect(tutor.run.dataset.count == 3)
    tutor.point(Mouse(.press(button: 0), at: Point(x: plot.x + 1, y: plot.y + 1)))
    #expect(tutor.run.dataset.count == 4)
    #expect(tutor.screen.contains("Samples by hand"))
  }

  @Test func samplesWithoutAPlaneAreNot() throws {
    var tutor = try Tutor.playground("digits")
    tutor.press("S")
    #expect(tutor.model.notice?.contains("two inputs span a plane") == true)
  }

  /// Every number of the way is the engine's: the sums are those of the layer, and the end is the output.
  @Test func anInputIsFollowedThroughTheLayers() throws {
    var tutor = try Tutor.playground("moons", "goto 30", "follow 0.5 -0.25")
    let network = tutor.run.network
    let layers = network.activations(for: Matrix([[0.5, -0.25]]))
    for layer in 1...network.depth {
      #expect(tutor.screen.contains("Layer \(layer) of \(network.depth)"))
      #expect(tutor.screen.contains(layers[layer - 1][0, 0].fitted(width: 9, decimals: 5)))
      tutor.press(.right)
    }
    #expect(tutor.screen.contains("In the end: class"))
    tutor.press(.left, .left, .down)
    let sum = network.weights(layer: 1).row(1).enumerated().reduce(
      network.biases(layer: 1)?[1] ?? 0
    ) { $0 + $1.element * [0.5, -0.25][$1.offset] }
    let line = try #require(tutor.screen.split(separator: "\n").first { $0.contains("z, the sum") })
    #expect(line.contains(sum.fitted(width: 9, decimals: 5)))
    tutor.press("x")
    #expect(tutor.screen.contains("sample 1"))
    tutor.press(.escape)
    #expect(tutor.model.scene is PlaygroundScene)
  }

  @Test func wrongSamplesAreFollowedOneByOne() throws {
    var tutor = try Tutor.playground("digits", "draw")
    tutor.press("f")
    #expect(tutor.screen.contains("your drawing, layer by layer"))
    let mistakes = try #require(tutor.model.summary.guesses).mistakes
    tutor.press("N")
    #expect(tutor.screen.contains("sample \(mistakes[0] + 1) of class"))
    tutor.press("N")
    #expect(tutor.screen.contains("sample \(mistakes[1] + 1) of class"))
  }

  @Test func theTableOfRunsPicksSortsPinsAndDrops() throws {
    var tutor = try Tutor.playground("moons", "fork", "set learning_rate 0.1", "step 20", "pick A")
    tutor.press("V")
    #expect(tutor.screen.contains("updates") && tutor.screen.contains("time"))
    tutor.press("s")
    let losses = tutor.model.workspace.runs.map(\.run.objective)
    #expect(losses == losses.sorted())
    tutor.press("d")
    #expect(tutor.model.notice?.contains("until update 1, which is the first that differs") == true)
    let last = tutor.model.workspace.runs[1].label
    tutor.press(.up, .up, .down, "p")
    #expect(tutor.model.workspace.runs[1].isPinned)
    #expect(tutor.screen.contains("\(last) pinned"))
    tutor.press(.enter)
    #expect(tutor.model.scene is PlaygroundScene)
    #expect(tutor.model.workspace.focusedLabel == last)
    tutor.press("V", "x")
    #expect(tutor.model.workspace.runs.count == 1)
    tutor.press("Z")
    #expect(tutor.model.workspace.runs.count == 2)
    #expect(tutor.model.workspace.runs.allSatisfy { $0.trainingTime > .zero })
  }

  @Test func theRatesMoveTogetherOrApart() throws {
    var tutor = try Tutor.playground("xor", "fork", "set learning_rate 2")
    func rates() -> [Double] { tutor.model.workspace.runs.map(\.run.baseLearningRate) }
    tutor.press("A", "+")
    #expect(rates() == [1, 5])
    tutor.press("A", "-")
    #expect(rates() == [1, 2])
  }

  @Test(
    arguments: [(80, 24), (20, 6), (3, 2), (140, 45), (200, 60)], ["V", "S", "I"] as [Character])
  func theyDrawAtEverySize(size: (Int, Int), key: Character) throws {
    var tutor = try Tutor.playground("moons", "fork")
    tutor.press(.character(key))
    #expect(!(tutor.model.scene is PlaygroundScene))
    tutor.model.size = Size(width: size.0, height: size.1)
    #expect(view(tutor.model).size == tutor.model.size)
  }

  /// What lies over the playground keeps its session too.
  @Test func theSessionIsKeptMeanwhile() throws {
    var tutor = try Tutor.playground("xor")
    tutor.press("S", .enter)
    let session = try #require(tutor.kept)
    var workspace = try session.beginning()
    try workspace.restore(session)
    #expect(workspace.focusedRun.dataset.count == 5)
  }

  /// The range test is asked for once, and drawn when it has come.
  @Test func theRangeTestIsMadeByTheWorker() throws {
    var tutor = try Tutor(Samples.line, panels: ["range"], size: Size(width: 120, height: 40))
    tutor.model.panels = [.range]
    tutor.model.studies.isBackground = true
    let asked = tutor.model.prepare()
    #expect(asked.count == 1)
    #expect(tutor.screen.contains("The range test is under way"))
    #expect(tutor.model.prepare().isEmpty)
    tutor.perform(asked)
    #expect(tutor.screen.contains("begin at η"))
    #expect(tutor.model.prepare().isEmpty)
  }

  /// A surface that takes long is asked for, one at a time; until it comes the ways are drawn, and keys go on.
  @Test func aCostlySurfaceIsMadeByTheWorker() throws {
    var tutor = try Tutor(Samples.images, panels: ["contour"], size: Size(width: 120, height: 40))
    tutor.model.panels = [.contour]
    tutor.model.studies.isBackground = true
    let asked = tutor.model.prepare()
    #expect(asked.count == 1 && tutor.model.studies.surface == nil)
    #expect(tutor.screen.contains("the surface is being worked out"))
    tutor.press("u")
    #expect(tutor.model.prepare().isEmpty && tutor.run.position.update == 1)
    tutor.perform(asked)
    #expect(tutor.model.studies.surface != nil)
    let again = tutor.model.prepare()
    #expect(again.count == 1, "the run has gone on")
    #expect(!tutor.screen.contains("the surface is being worked out"), "but it is much the same")
    tutor.perform(again)
    #expect(tutor.model.prepare().isEmpty)
  }

  /// A plane of few numbers is drawn at once.
  @Test func aCheapSurfaceIsThereAtOnce() throws {
    var tutor = try Tutor(Samples.valley, panels: ["contour"])
    tutor.model.studies.isBackground = true
    #expect(tutor.model.prepare().isEmpty && tutor.model.studies.surface != nil)
  }

  /// Whichever character of a line of text is another one: it is refused.
  @Test func everyDamagedCharacterOfACodeIsNoticed() throws {
    var tutor = try Tutor.playground("two-neurons")
    tutor.press("u", "+", "u")
    let session = Session(name: "test", sharing: tutor.model.workspace)
    let line = Array(ShareCode.line(of: session))
    var random = SeededRandom(seed: 7)
    let others = Array("AZaz09-_.:")
    for index in line.indices {
      var damaged = line
      damaged[index] = others.filter { $0 != line[index] }[Int(random.next() % 9)]
      #expect(throws: Diagnostics.self) { try ShareCode.session(of: String(damaged)) }
    }
  }
}
