import Experiments
import Lessons
import NeuralNetwork
import TerminalCanvas
import Testing
import Workbench

@testable import TutorApp

/// What has no room is said, numbers are whole, and a larger place shows more.
@Suite struct WholePictureTests {
  private func zoomed(_ panel: Panel, _ tutor: Tutor, _ width: Int, _ height: Int) -> String {
    var canvas = Canvas(size: Size(width: width, height: height))
    panel.drawZoomed(tutor.model, canvas.bounds, &canvas)
    return canvas.text
  }

  private static var heldOut: Experiment {
    var experiment = Samples.classifier(shape: [2, 5, 1])
    experiment.data = .named(.moons)
    experiment.loss = .binaryCrossEntropy
    experiment.holdout = .share(0.25)
    return experiment
  }

  // MARK: - What is left out

  @Test func classesWithoutARowAreNamed() throws {
    let tutor = try Tutor(Samples.images).pressing("u")
    let lines = tutor.lines(.confusion, 39, 3)
    #expect(lines[1].hasPrefix(" 0 ") && lines[2] == " … without room: 1 to 2")
    #expect(!tutor.lines(.confusion, 39, 4).contains { $0.contains("without") })
  }

  /// Beside another panel, too, ten classes have ten rows on the smallest screen.
  @Test func tenDigitsHaveTenRows() throws {
    var tutor = try Tutor(#require(Preset.named("digits")))
    for panels in [[Panel.confusion, .images], [.images, .confusion], [.survey, .confusion]] {
      tutor.model.panels = panels
      let place = tutor.model.layout.placements.first { $0.panel == .confusion }
      #expect(try #require(place).rect.height >= 12, "\(panels)")
    }
  }

  /// Beside the enlarged loss, too, nothing moves that does not change.
  @Test func theFiguresOfTheLossStandStill() throws {
    var tutor = try Tutor.playground("xor", "goto 1200")
    var heads: Set<String> = []
    for _ in 0..<60 {
      tutor.press("u")
      var canvas = Canvas(size: Size(width: 120, height: 12), glyphs: .braille)
      Panel.loss.drawZoomed(tutor.model, canvas.bounds, &canvas)
      heads.insert(canvas.lines[0])
    }
    #expect(heads.count == 1, "\(heads)")
  }

  /// Two counts of two digits in narrow cells would read as one of four.
  @Test(arguments: 9...40) func countsAreParted(width: Int) {
    let counts = [[36, 12, 11], [10, 99, 10], [12, 34, 56]]
    let pairs = (0..<3).flatMap { row in
      (0..<3).flatMap { Array(repeating: (row, $0), count: counts[row][$0]) }
    }
    func marked(_ classes: [Int]) -> Matrix {
      Matrix(classes.map { group in (0..<3).map { $0 == group ? 1 : 0 } })
    }
    let (truths, said) = (pairs.map(\.0), pairs.map(\.1))
    let data = Dataset(inputs: marked(truths), targets: marked(truths))
    let guesses = Guesses(.training, data, truths, marked(said), boundary: 0.5)
    let texts = Set(counts.joined().map(String.init))
    var canvas = Canvas(size: Size(width: width, height: 5))
    ConfusionGrid(guesses, selected: nil, in: canvas.bounds).draw(on: &canvas)
    for line in canvas.lines.dropFirst() {
      let cells = line.replacing(/(recall )?\d+ %/, with: "")
      for word in cells.split(separator: " ").dropFirst() where Int(word) != nil {
        #expect(texts.contains(String(word)), "\(line)")
      }
    }
  }

  @Test(arguments: [(39, 7), (39, 8), (39, 12), (20, 9)])
  func imagesWithoutAPlaceAreCounted(width: Int, height: Int) throws {
    let tutor = try Tutor(Samples.images).pressing("u")
    let text = tutor.lines(.images, width, height, .ascii).joined(separator: "\n")
    let shown = text.matches(of: /\d (ok|-> \d x)/).count
    let rest = text.firstMatch(of: /\.\.\. (\d+) more/).flatMap { Int($0.1) } ?? 0
    #expect(shown + rest == 6, "\(text)")
  }

  @Test func outputsWithoutARowAreCounted() throws {
    let tutor = try Tutor(Samples.images).pressing("u", "U")
    #expect(tutor.lines(.shares, 39, 3)[2] == " … 2 more")
    #expect(!tutor.lines(.shares, 39, 4).contains { $0.contains("more") })
  }

  @Test func aShortHistogramSaysWhichLayersItLeavesOut() throws {
    let lines = try Tutor(Samples.deep).lines(.histogram, 60, 5)
    #expect(lines[0].hasPrefix(" 1 ") && lines[1].hasPrefix(" 2 ") && lines[3].hasPrefix(" 8 "))
    #expect(lines[2] == " layers 3 to 7")
    #expect(lines[4].contains("-1") && lines[4].contains(" 0 "), "the axis has its signs")
  }

  // MARK: - Whole numbers

  /// Whatever the room: an output is a number of two digits or more, or a tone.
  @Test(arguments: [(38, 9), (54, 16), (60, 14), (110, 9), (110, 30)])
  func outputsAreWholeNumbers(width: Int, height: Int) {
    let size = Size(width: width, height: height)
    for shape in [[64, 64, 32, 10], [2, 8, 8, 8, 8, 1], [36, 9, 3]] {
      let plan = NetworkCellsPlan.best(for: shape, imageSide: nil, in: size, samplesPerRow: 2)
      #expect(shape.indices.allSatisfy { [1, 3, 5].contains(plan.unitWidth(layer: $0)) })
    }
    let digits = NetworkCellsPlan.best(
      for: [64, 64, 32, 10], imageSide: 8, in: Size(width: 54, height: 13), samplesPerRow: 2)
    #expect(digits.unitWidth(layer: 3) == 5 && digits.heights.last == 13)
  }

  /// Biases stand beside the weights where there is room, and zoomed on the smallest screen.
  @Test func theGradientsOfBiasesAreThere() throws {
    let tutor = try Tutor(Samples.deep).pressing("u")
    let norms = tutor.model.shownStep.biasGradientNorms.map { $0.scientific(significant: 2) }
    for text in [zoomed(.gradients, tutor, 78, 20), tutor.lines(.gradients, 94, 9).joined()] {
      for norm in norms { #expect(text.contains("b \(norm)")) }
    }
  }

  // MARK: - Errors are seen

  /// From each output to its target there is a bar.
  @Test func errorsOfALineAreBars() throws {
    let tutor = try Tutor(Samples.line)
    let lines = tutor.lines(.data, 50, 20)
    let column = try #require(lines.first { $0.contains("■") }?.lastIndex(of: "■"))
    let first = try #require(lines.firstIndex { $0.contains("■") })
    let place = lines[first].distance(from: lines[first].startIndex, to: column)
    #expect(lines[first + 2].dropFirst(place).first.map { "⠁"..."⣿" ~= $0 } == true)
  }

  /// A sample that is taken for another class stands in a box, which has the hue of no class.
  @Test(arguments: [true, false]) func wrongSamplesAreBoxed(showsTones: Bool) throws {
    let tutor = try Tutor(Self.heldOut).pressing("u")
    let (run, size) = (tutor.run, Size(width: 60, height: 24))
    let guesses = Guesses.classes(
      run.network.outputs(for: run.dataset.inputs), boundary: run.loss.boundary)
    let wrong = try #require(run.dataset.labels).enumerated().count {
      guesses[$0.offset] != [$0.element]
    }
    try #require(wrong > 0 && wrong < guesses.count)
    var canvas = Canvas(size: size, showsTones: showsTones)
    Panel.data.draw(tutor.model, canvas.bounds, &canvas)
    let points = canvas.cells.filter { $0.character == "o" || $0.character == "x" }
    let boxed = points.filter { $0.style.attributes.contains(.reversed) }
    #expect(!boxed.isEmpty && boxed.count < points.count)
    #expect(boxed.allSatisfy { $0.style.role == .text && $0.style.tone == nil })
    #expect(Panel.data.title(in: tutor.model, width: 38, .braille).hasSuffix("boxed wrong"))
    #expect(points.contains { $0.style.attributes.contains(.underlined) }, "held out")
  }

  /// The two moons take most of their panel, even on the smallest screen.
  @Test func moonsAreLarge() throws {
    let lines = try Tutor(Self.heldOut).lines(.data, 40, 15)
    let rows = lines.indices.filter { lines[$0].dropFirst(6).contains { $0 == "o" || $0 == "x" } }
    #expect(rows.count >= 7, "\(lines)")
  }

  // MARK: - Zoomed there is more

  @Test func zoomedPanelsShowMore() throws {
    let tutor = try Tutor(Self.heldOut).pressing("u", "u", "u", "c", "u")
    let words: [(Panel, String)] = [
      (.trainval, "training  held out"), (.loss, "lowest"), (.parameters, "over the updates"),
    ]
    for (panel, word) in words {
      #expect(zoomed(panel, tutor, 130, 40).contains(word), "\(panel)")
      #expect(!tutor.lines(panel, 130, 40).joined().contains(word), "\(panel)")
    }
    #expect(zoomed(.comparison, tutor, 130, 40).contains("┤"), "the curves of the runs")
  }

  /// The figures beside the zoomed loss are those of the run.
  @Test func theZoomedLossKnowsTheLowest() throws {
    let tutor = try Tutor(Samples.line).pressing("u", "u", "u")
    // The present loss has no bucket yet, and may be the lowest.
    let losses = tutor.run.curve.buckets.map(\.last) + [tutor.run.step.loss]
    let text = zoomed(.loss, tutor, 100, 20)
    for loss in [losses.first, losses.min()] {
      #expect(text.contains(try #require(loss).formatted(significant: 3)))
    }
    #expect(losses.min() == losses.last && text.split(separator: "now").count == 3, "\(text)")
  }

  /// In the panel of held-out samples the key of the scale chooses losses or accuracies.
  @Test func aKeyShowsAccuracies() throws {
    var tutor = try Tutor(Self.heldOut).pressing("u")
    tutor.model.look.focusedPanel = .trainval
    #expect(!tutor.lines(.trainval, 60, 10).joined().contains("right:"))
    tutor.press("y")
    #expect(tutor.lines(.trainval, 60, 10).joined().contains("right:"))
    #expect(tutor.model.look.lossScale == nil)
    tutor.model.look.focusedPanel = .loss
    tutor.press("y")
    #expect(tutor.model.look.lossScale == .logarithmic)
  }

  /// Where a page asks for a loss, what the learner took it for lies as a line over its curve.
  @Test func aGuessedLossIsALine() throws {
    let lesson = try #require(try Samples.lessons().first { $0.id == "losses" })
    let page = try #require(
      lesson.pages.firstIndex {
        $0.question?.prompt.plainText(on: lesson.workspace).contains("a = 0.99") ?? false
      })
    var tutor = try Tutor(lesson)
    #expect(tutor.model.guessedLoss == nil)
    tutor.model.place?.page = page
    var prediction = Prediction(to: try #require(lesson.pages[page].question))
    prediction.add(Answer(text: "2.5", isRight: false))
    tutor.model.place?.predictions[page] = prediction
    #expect(tutor.model.guessedLoss == 2.5)
    #expect(tutor.lines(.loss, 80, 12).contains { $0.hasSuffix("guess 2.5") })
    tutor.model.place?.page = 0
    #expect(tutor.model.guessedLoss == nil)
  }

  /// Where a page asks for a weight, the guess stands on the curve, and beside it what the weight is.
  @Test func aGuessedWeightIsOnTheCurve() throws {
    let lesson = try #require(try Samples.lessons().first { $0.id == "line-fit" })
    var tutor = try Tutor(lesson, page: 1)
    #expect(!tutor.lines(.parabola, 60, 12).joined().contains("?·"))
    tutor.press("b", .enter, "c", .enter)
    let lines = tutor.lines(.parabola, 60, 12)
    #expect(lines[0].hasPrefix(" you said 2 · it is 1.28"), "\(lines)")
    #expect(lines.dropFirst().contains { $0.contains("?") })
  }

  // MARK: - One sample

  /// Network, chain rule, loss and curve show one sample, in the batch or not; its numbers are those that a batch of it
  /// alone would have, over the samples of the batch.
  @Test(arguments: [1, 2, 24], [nil, 0.5]) func allPanelsShowOneSample(size: Int, dropout: Double?)
    throws
  {
    var experiment = Self.heldOut
    experiment.batches = .size(size)
    experiment.layers[0].dropout = dropout.map { DropoutRecipe(rate: $0) }
    let tutor = try Tutor(experiment).pressing("u", ".", ".", ".", ".", ".")
    let model = tutor.model
    let way = try #require(model.shownSampleStep)
    let name = ", sample \(model.pinnedSample + 1)"
    #expect(way.sample == model.pinnedSample)
    #expect(Panel.chain.title(in: model).hasSuffix(name))
    #expect(Panel.network.title(in: model).contains(name))
    #expect(tutor.lines(.losscurve, 72, 14)[0].contains("sample \(model.pinnedSample + 1):"))
    let inputs = model.run.dataset.inputs.selecting(rows: [model.pinnedSample])
    let output = try #require(model.run.network.activations(for: inputs).last?[0, 0])
    let isIn = model.shownStep.row(of: model.pinnedSample) != nil
    if dropout == nil || !isIn {
      #expect(abs(way.step.outputs[way.row, 0] - output) < 1e-12)
      let target = model.run.dataset.targets[model.pinnedSample, 0]
      let delta = way.step.deltas(layer: 2)[way.row, 0]
      #expect(abs(delta * Double(way.step.outputs.rows) - (output - target)) < 1e-12)
    }
    let verb = isIn ? "adds" : "would add"
    #expect(
      tutor.lines(.chain, 60, 12).contains {
        $0.contains("sample \(model.pinnedSample + 1) \(verb)")
      }
        == (size > 1 || !isIn))
    #expect(model.chainRule.gradient == model.shownStep.gradient(model.chainParameter))
  }

  /// With batch norm a sample alone means nothing: that it is not in the batch is said, and nothing of another shown.
  @Test func aSampleWithoutItsBatchIsSaidToBeMissing() throws {
    var experiment = Self.heldOut
    experiment.batches = .explicit([[0, 1]])
    experiment.layers[0].batchNorm = BatchNormRecipe()
    var tutor = try Tutor(experiment).pressing("u")
    tutor.model.look.sample = 5
    #expect(tutor.model.shownSampleStep == nil)
    #expect(tutor.lines(.chain, 60, 12).contains { $0.contains("sample 6 is not in the batch") })
    tutor.model.look.sample = 1
    #expect(tutor.model.shownSampleStep?.row == 1)
  }
}
