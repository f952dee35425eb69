import NeuralNetwork
import TerminalCanvas
import Testing

@testable import TutorApp

/// What panels say of numbers is what the numbers are.
@Suite struct PanelTruthTests {
  private func zoomed(_ panel: Panel, _ tutor: Tutor, _ width: Int, _ height: Int) -> String {
    var canvas = Canvas(size: Size(width: width, height: height), glyphs: .braille)
    panel.drawZoomed(tutor.model, canvas.bounds, &canvas)
    return canvas.text
  }

  @Test func onlySharesArePercent() {
    #expect([0, 0.005, 0.5, 1].map(percent) == ["0 %", "0.5 %", "50 %", "100 %"])
    for value in [2.3, -0.5, 1e300, .infinity, -.infinity, .nan] {
      #expect(percent(value) == number(value))
    }
  }

  /// Of a cut through many weights one would be named; what else was changed there stays.
  @Test func parametersThatAreSetAtOnceAreOneMark() throws {
    var run = try Run(Samples.xor)
    run.apply(.parameter(.weight(layer: 1, unit: 1, input: 1), 1))
    #expect(changeTexts(run).map(\.text) == ["w₁[1,1] = 1"])
    run.apply(.learningRate(0.25))
    run.apply(.parameter(.weight(layer: 1, unit: 2, input: 1), 0))
    run.train(updates: 1)
    run.apply(.parameter(.weight(layer: 1, unit: 2, input: 2), 0))
    let texts = changeTexts(run)
    #expect(Set(texts.filter { $0.update == 0 }.map(\.text)) == ["η 0.25", "2 parameters set"])
    #expect(texts.filter { $0.update == 1 }.map(\.text) == ["w₁[2,2] = 0"])
  }

  /// Classes that are told apart by outputs which are any numbers.
  @Test func outputsThatAreNoSharesAreNoPercent() throws {
    var experiment = Samples.images
    experiment.layers[1].activation = .linear
    experiment.loss = .meanSquaredError
    experiment.optimizer = Optimizer(.sgd, learningRate: 0.01)
    let tutor = try Tutor(experiment).pressing("u")
    #expect(tutor.model.summary.guesses != nil)
    #expect(!zoomed(.images, tutor, 100, 30).contains("%"))
    #expect(!tutor.lines(.images, 80, 20).joined().contains("%"))
    #expect(tutor.lines(.shares, 70, 6)[0].contains("output"))
    #expect(!Panel.shares.legend(tutor.model).contains { $0.meaning.contains("share") })
    #expect(zoomed(.images, try Tutor(Samples.images).pressing("u"), 100, 30).contains("%"))
  }

  /// One output says something of both classes.
  @Test func aSingleOutputIsLabeledRightly() throws {
    func pixel(_ place: Int, of sample: Int) -> Double {
      place % 6 < 3 ? Double(sample % 2) : Double(place % 5) / 5
    }
    let samples = (0..<8).map { sample in (0..<36).map { pixel($0, of: sample) } }
    let targets = (0..<8).map { [Double($0 % 2)] }
    let experiment = Experiment(
      data: .explicit(inputs: samples, targets: targets),
      layers: [LayerRecipe(units: 1, activation: .sigmoid, initializer: .he)],
      loss: .binaryCrossEntropy, optimizer: Optimizer(.sgd, learningRate: 0.1))
    let tutor = try Tutor(experiment).pressing("u")
    let guesses = try #require(tutor.model.summary.guesses)
    let row = guesses.mistakes.first ?? 0
    let share = guesses.outputs[row, 0]
    let text = zoomed(.images, tutor, 100, 30)
    let bars = text.split(separator: "\n").filter { $0.contains("%") && !$0.contains("✓") }
    #expect(
      bars.count == 2 && bars[0].contains(percent(1 - share)) && bars[1].contains(percent(share)))
    let lines = tutor.lines(.shares, 70, 4)
    #expect(lines[1].hasPrefix(" a "), "\(lines)")
    #expect(!lines.joined().contains("◂"), "no class is the largest of one")
    #expect(Panel.shares.words(tutor.model).joined().contains(": a "))
  }

  @Test(arguments: 9...60) func headingsOfClassesArePartedToo(width: Int) {
    let truths = (0..<24).map { $0 % 12 }
    let marks = Matrix(truths.map { group in (0..<12).map { $0 == group ? 1 : 0 } })
    let data = Dataset(inputs: marks, targets: marks)
    let guesses = Guesses(.training, data, truths, marks, boundary: 0.5)
    var canvas = Canvas(size: Size(width: width, height: 15))
    ConfusionGrid(guesses, selected: nil, in: canvas.bounds).draw(on: &canvas)
    let names = canvas.lines[0].split(separator: " ").compactMap { Int($0) }
    #expect(!names.isEmpty && names.allSatisfy { $0 < 12 } && names == names.sorted())
  }

  /// Right after an update the numbers are those of the step that made it, not of the next one.
  @Test func theHistogramIsOfTheShownStep() throws {
    var experiment = Samples.twoNeurons
    experiment.optimizer = Optimizer(.sgd, learningRate: 1e6)
    let tutor = try Tutor(experiment).pressing(".")
    #expect(tutor.run.position == Position(update: 1, phase: .start))
    let figures = (1...2).map { LayerNumbers(.activations, of: tutor.run).figures(layer: $0).last }
    #expect(figures == ["flat 0 %", "flat 0 %"])
  }

  @Test(arguments: 60...140) func figuresOfZoomedHistogramsAreWhole(width: Int) throws {
    let tutor = try Tutor(Samples.deep).pressing("u")
    let text = zoomed(.histogram, tutor, width, 30)
    for word in ["zeros", "flat"] {
      let said = text.matches(of: try Regex(word)).count
      #expect(text.matches(of: try Regex("\(word) \\d+ %")).count == said)
    }
  }

  @Test(arguments: 20...60) func captionsOfImagesAreWhole(width: Int) throws {
    let tutor = try Tutor(Samples.images).pressing("e", "e", "e")
    let text = tutor.lines(.images, width, 12).joined(separator: "\n")
    #expect(text.matches(of: /✓ \d+/).count == text.matches(of: /✓ \d+ %/).count, "\(text)")
  }

  @Test func theLegendOfTheHeatMapHasEachOfItsSigns() throws {
    let tutor = try Tutor(Samples.deep).pressing("u", "u", "U")
    let signs = Panel.heat.legend(tutor.model).map(\.sign.plain)
    for value in [3.0, 30, 0, .nan, 0.002] {
      let sign = String(LayerHeat.digit(value, Axis(.logarithmic, from: 1e-8, to: 1e2)))
      #expect(signs.contains(sign), "\(value) is \(sign)")
    }
    #expect(Panel.heat.legend(tutor.model).contains { $0.meaning.contains("before going back") })
  }
}
