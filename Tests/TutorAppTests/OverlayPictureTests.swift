import Experiments
import NeuralNetwork
import TerminalCanvas
import Testing
import Workbench

@testable import TutorApp

/// What lies over the playground, as words and as pictures.
@Suite struct OverlayPictureTests {
  private func words(_ tutor: Tutor) -> [String] { tutor.model.scene.words(tutor.model) }

  // MARK: - An input on its way

  /// Two sigmoids, worked out by hand: 0.15 · 0.1 + 0.4, and 0.45 times what comes of it + 0.65.
  @Test func aChainIsFollowedToItsEnd() throws {
    var tutor = try Tutor(Samples.twoNeurons).pressing("I")
    #expect(
      words(tutor) == [
        "", "sample 1, layer by layer",
        "Layer 1 of 2, hidden layer: 1 number in, 1 unit of sigmoid", "unit 1  z 0.415  a 0.6023",
        "unit 1 of layer 1", " b = 0.4", " w[1,1] · x1 = 0.15 · 0.1 = 0.015",
        " z = 0.415, the sum", " a = 0.6023, by sigmoid", "In the end: 0.7153",
      ])
    tutor.press(.right)
    #expect(
      words(tutor).suffix(8) == [
        "Layer 2 of 2, output layer: 1 number in, 1 unit of sigmoid", "unit 1  z 0.921  a 0.7153",
        "unit 1 of layer 2", " b = 0.65", " w[1,1] · a1 = 0.45 · 0.6023 = 0.271",
        " z = 0.921, the sum", " a = 0.7153, by sigmoid", "In the end: 0.7153",
      ])
    #expect(
      view(tutor.model).lines.prefix(5) == [
        " Downhill  sample 1, layer by layer",
        " Layer 2 of 2, output layer: 1 number in, 1 unit of sigmoid", "",
        " unit        z        a       unit 1 of layer 2   weight    value  product",
        "    1  0.92103  0.71525       w₂ · a₁            0.45000  0.60229  0.27103",
      ])
  }

  /// In wide screens every layer stands there, and below it network and data with the sample that is followed.
  @Test func aWideScreenShowsTheWholeWay() throws {
    let tutor = try Tutor.playground("xor").pressing("x", "I").resized(140, 45)
    let screen = tutor.screen
    for words in ["inputs", "layer 1", "layer 2", "─ network, sample 1", "─ o 0, x 1"] {
      #expect(screen.contains(words), "\(words)")
    }
    let own = try Tutor.playground("xor", "follow 0.5 0.5").resized(140, 45)
    #expect(!own.screen.contains("─ network"), "its numbers would be a sample's")
  }

  /// What each run makes of the data stands beside the losses.
  @Test func theRunsAreSeenSideBySide() throws {
    var tutor = try Tutor.playground("moons", "goto 20", "fork", "set learning_rate 0.5", "goto 40")
    tutor.press("V")
    let screen = tutor.resized(120, 40).screen
    #expect(screen.contains("─ smoothed batch loss: binary cross-entropy"))
    #expect(screen.contains(" · A ─") && screen.contains(" · B ─"))
  }

  /// The largest products come first; those without a row are added up, and all of it is the sum.
  @Test(arguments: [2, 3, 5, 9, 40, 99]) func theSumIsWhole(most: Int) throws {
    let run = try Run(Samples.images)
    let inputs = Array(run.dataset.inputs.row(0))
    let way = try #require(InputWay(of: inputs, through: run.network))
    let place = way.place(1, 4)
    let lines = way.sum(place, most: most)
    let last = lines.compactMap { line in
      line.contains(" = ") || line.contains("together") ? line.split(separator: " ").last : nil
    }
    let numbers = last.compactMap { Double($0) }
    let products = run.network.biases(layer: 1) == nil ? numbers : Array(numbers.dropFirst())
    #expect(products.count == min(most, 36) && lines.count <= most + 4)
    let sum = numbers.reduce(0, +)
    #expect(abs(sum - run.network.activations(for: Matrix([inputs]))[0][0, 4]) < 0.01 || sum < 0)
    let sizes = products.prefix(most - 1).map(abs)
    #expect(sizes == sizes.sorted(by: >))
    #expect(lines.contains { $0.contains("\(36 - most + 1) smaller terms") } == (most < 36))
  }

  /// An input of one's own stands before the first sample and behind the last.
  @Test(arguments: [(Character("x"), 1), ("X", 4)])
  func fromAnOwnInputTheSamplesGoOn(key: Character, sample: Int) throws {
    let tutor = try Tutor.playground("xor", "follow 0.5 0.5").pressing(.character(key))
    #expect(tutor.model.scene.title.hasPrefix("sample \(sample) of class "))
  }

  /// Whoever takes the network away beneath it is told so.
  @Test func aNetworkOfOtherInputsIsSaid() throws {
    var tutor = try Tutor.playground("xor", "follow 0.5 0.5")
    let other = try Workspace(Samples.twoNeurons)
    tutor.model.workspace = other
    #expect(words(tutor) == ["The network takes inputs of another length now."])
    #expect(tutor.screen.contains("The network takes inputs of another length now."))
  }

  @Test func withoutClassesNothingIsWrong() throws {
    let line = try Tutor(Samples.line).pressing("I", "N")
    #expect(line.model.notice == "The targets mark no classes, so none is wrong")
  }

  // MARK: - The table of runs

  @Test func theTableOfRuns() throws {
    var tutor = try Tutor.playground("xor", "goto 4", "fork", "set learning_rate 0.05", "pin")
    tutor.press("V")
    let lines = view(tutor.model).lines
    #expect(lines[0] == " Downhill  Runs side by side")
    #expect(lines[2].hasPrefix(" run") && lines[2].hasSuffix(" η"))
    #expect(lines[3].hasPrefix("   ─── A") && lines[4].hasPrefix(" ▶ - - B pinned"))
    #expect(lines[4].hasSuffix(" 0.05"))
    // Where there is room their losses stand below.
    #expect(lines[6].contains("─ loss: binary cross-entropy"))
    #expect(lines.dropFirst(7).contains { $0.contains("┤") })
    let sentences = words(tutor)
    #expect(sentences.count == 4 && sentences[1] == "Runs side by side")
    #expect(sentences[2].hasPrefix("A: η ") && sentences[3].hasPrefix("B: η 0.05, loss "))
    #expect(sentences[3].hasSuffix(", pinned."))
  }

  /// Sorting goes through the figures that some run has, and comes round.
  @Test func sortingGoesRound() throws {
    var tutor = try Tutor.playground("moons", "goto 20", "fork", "set learning_rate 0.5", "goto 40")
    tutor.press("V")
    let titles = tutor.model.runFigures.map(\.title)
    #expect(titles == ["loss", "held out", "right", "held out right", "updates", "time"])
    for index in 0..<(titles.count + 1) {
      tutor.press("s")
      let figure = tutor.model.runFigures[index % titles.count]
      #expect(tutor.model.notice == "Sorted by \(figure.title)")
      let values = tutor.model.workspace.runs.indices.compactMap {
        tutor.model.figure(figure, ofRun: $0)
      }
      #expect(
        values == (figure.descends ? values.sorted(by: >) : values.sorted()), "\(figure.title)")
    }
  }

  @Test func oneRunHasNothingToDifferFrom() throws {
    #expect(
      try Tutor.playground("xor").pressing("V", "d").model.notice
        == "There is one run only; c forks another")
    let forked = try Tutor.playground("xor", "goto 3", "fork", "set learning_rate 0.7", "goto 6")
    #expect(try #require(forked.pressing("V", "d").model.notice).contains("4"))
  }

  // MARK: - Samples by hand

  @Test func thePlaceAndTheNearestSampleAreSaid() throws {
    var tutor = try Tutor.playground("xor").pressing("S")
    func status() -> String? { (tutor.model.scene as? PointsScene)?.status(tutor.model) }
    #expect(status() == "0.5 0.5 · new: class 0 · nearest: sample 1 of 4, class 0, at 0 0")
    tutor.press("c")
    #expect(status()?.contains("new: class 1") == true)
    tutor.press("m")
    #expect(status()?.contains("in hand: sample 1 of 4") == true)
    tutor.press("7")
    #expect(tutor.model.notice == "The classes are 0 to 1")
    #expect(words(tutor)[1] == "Samples by hand")
  }

  /// The cursor stays on the plane, however often a key is pressed, and reaches both of its ends.
  @Test(arguments: [(Key.left, 0, -0.5), (.right, 0, 1.5), (.down, 1, -0.5), (.up, 1, 1.5)])
  func theCursorStaysOnThePlane(key: Key, axis: Int, end: Double) throws {
    var tutor = try Tutor.playground("xor").pressing("S")
    for _ in 0..<200 { tutor.press(key) }
    let scene = try #require(tutor.model.scene as? PointsScene)
    #expect(abs(scene.place[axis] - end) < 1e-9 && abs(scene.place[1 - axis] - 0.5) < 1e-9)
    #expect(tutor.screen.contains("Samples by hand"))
  }

  // MARK: - A drawing

  @Test func aDrawingInWords() throws {
    var tutor = try Tutor.playground("digits", "draw").pressing(" ", .right, " ", " ")
    let lines = words(tutor)
    #expect(lines[1] == "A drawing of your own" && lines[2] == "row 1 o#......")
    #expect(lines[3...9].allSatisfy { $0.hasSuffix("........") } && lines.count == 12)
    #expect(lines[11] == "The cursor is at column 2, row 1.")
    let outputs = try #require(tutor.model.scene as? DrawingScene).outputs(tutor.model)
    #expect(outputs.count == 10 && abs(outputs.reduce(0, +) - 1) < 1e-9)
    let best = try #require(outputs.indices.max { outputs[$0] < outputs[$1] })
    #expect(lines[10] == "The network takes it for class \(best): \(compact(outputs[best]))")
    let screen = view(tutor.model).lines
    #expect(screen[2].hasPrefix(" │░░[]") && screen[1].hasPrefix(" ┌────"))
    tutor.press("f")
    #expect(tutor.model.scene.title == "your drawing, layer by layer")
  }
}
