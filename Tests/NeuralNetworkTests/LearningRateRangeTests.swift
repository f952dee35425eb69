import Testing

@testable import NeuralNetwork

struct LearningRateRangeTests {
  @Test func theRangeTestRunsThroughTheRates() throws {
    // No line goes through these points, so the loss stays above 0 and can rise again.
    var line = Samples.lineFit(x: [1, 2, 3], rate: 0.5)
    line.data = .explicit(inputs: [[1], [2], [3]], targets: [[3], [5], [4]])
    let range = try LearningRateRange(line, from: 1e-4, to: 10, updates: 200)
    let rates = range.points.map(\.rate)
    #expect(abs(rates[0] - 1e-4) < 1e-18 && rates == rates.sorted())
    // The curvature of this cost is 2 (1 + 4 + 9) / 3: beyond 2 / 9.33 it diverges.
    let suggestion = try #require(range.suggestion)
    #expect(suggestion > 1e-3 && suggestion < 2 / 9.33)
    #expect(range.points.count < 200)
    #expect(abs(range.points[0].smoothed - range.points[0].loss) < 1e-9)
  }

  /// The first sample has nothing to teach, and single samples are easy or hard: all of them judge.
  @Test func aFirstBatchWithoutALossEndsNothing() throws {
    var line = Samples.lineFit(x: (0..<200).map(Double.init), rate: 0.001, start: 0.1)
    line.batches = .size(1, isShuffled: false)
    let range = try LearningRateRange(line, updates: 100)
    #expect(range.points.count > 20)
    #expect(try #require(range.proof).lastLoss < 1)
  }

  /// Rates a hundred million times apart, for inputs and targets from a thousandth to a million.
  @Test(arguments: RangeCase.all)
  func whatIsSuggestedBeatsTheStart(_ given: RangeCase) throws {
    var recipe = try given.experiment()
    recipe.steps = 3000
    let range = try LearningRateRange(recipe, updates: 100)
    let suggestion = try #require(range.suggestion, "\(given)")
    recipe.optimizer.learningRate = suggestion
    var run = try Run(recipe)
    let first = run.objective
    run.train(updates: recipe.usualUpdates)
    #expect(run.divergence == nil, "\(given): \(suggestion)")
    #expect(run.objective < first, "\(given): \(suggestion), \(first) to \(run.objective)")
  }

  /// The steepest rate may be one at which nothing is learned: most classes must come out right with what is suggested.
  @Test(arguments: LearnableCase.all)
  func whatIsSuggestedLearns(_ given: LearnableCase) throws {
    var recipe = given.experiment
    recipe.optimizer.learningRate = try #require(
      LearningRateRange(recipe, updates: 100).suggestion, "\(given)")
    var run = try Run(recipe)
    run.train(updates: recipe.usualUpdates)
    let accuracy = try #require(run.accuracy)
    #expect(accuracy > 0.85, "\(given): \(accuracy) at \(recipe.optimizer.learningRate)")
  }

  /// A batch of very many samples takes no longer than one of those that judge; what is said is true of all.
  @Test func veryLargeBatchesAreStoodForByFewerSamples() throws {
    var recipe = LearnableCase(rule: .sgd, batch: 9000, seed: 1).experiment
    recipe.data = .named(.moons, DatasetOptions(samples: 10_000))
    (recipe.holdout, recipe.scaling, recipe.batches) = (.share(0.1), .standard, .full)
    recipe.earlyStopping = EarlyStopping(patience: 5)
    let proof = try #require(LearningRateRange(recipe, updates: 50).proof)
    #expect(
      proof.samples == 4096 && proof.trial == "\(proof.updates) updates on 4096 of the samples")
    recipe.optimizer.learningRate = proof.rate
    var run = try Run(recipe)
    #expect(abs(run.objective - proof.firstLoss) < 1e-9)
    run.train(updates: proof.updates)
    #expect(abs(run.objective - proof.lastLoss) < 0.05 * proof.firstLoss)
  }

  @Test func otherBatchesAreTheRecipesOwn() throws {
    let proof = try LearningRateRange(LearnableCase.all[0].experiment, updates: 20).proof
    #expect(try #require(proof).samples == nil)
  }

  /// Batches of two are noisy: the steepest rate may be one where the noise fell, and a curve may rise before it falls.
  @Test(arguments: [true, false]) func noiseHidesNoRate(isNormalized: Bool) throws {
    var recipe = LearnableCase(batch: 2, seed: isNormalized ? 59 : 43).experiment
    if isNormalized {
      let hidden = LayerRecipe(units: 8, activation: .silu, batchNorm: BatchNormRecipe())
      recipe.layers.replaceSubrange(..<1, with: [hidden, hidden])
      recipe.optimizer = Optimizer(.rmsprop, learningRate: 0.01)
    } else {
      recipe.data = .named(.spirals)
      recipe.layers[0].activation = .sigmoid
      recipe.optimizer = Optimizer(.nesterov, learningRate: 0.1)
      recipe.steps = 10
    }
    let proof = try #require(try LearningRateRange(recipe, updates: 100).proof)
    #expect(proof.lastLoss < proof.firstLoss)
  }

  /// What the running statistics do by themselves is no work of a rate.
  @Test func batchStatisticsDoNotMoveTheBounds() throws {
    let range = try LearningRateRange(LearnableCase.all[0].experiment, updates: 20)
    #expect(range.points[0].rate > 1e-9)
    #expect(try #require(range.steepest) > 1e-6)
  }
}

/// Classes that can be learned, by rules at which some rates leave them unlearned for ever.
struct LearnableCase: Sendable, CustomStringConvertible {
  var data = NamedDataset.moons
  var units = 16
  var hasBatchNorm = false
  var clipping: Clipping?
  var rule = Optimizer.Rule.adam
  let batch: Int
  let seed: UInt64
  var description: String { "\(data), \(rule.name), batches of \(batch), seed \(seed)" }

  static let all =
    [2, 4].map {
      LearnableCase(hasBatchNorm: true, clipping: .norm(1), batch: 20, seed: $0)
    } + (1...5).map { LearnableCase(hasBatchNorm: true, batch: 20, seed: $0) }
    + [LearnableCase(data: .circles, units: 8, rule: .nesterov, batch: 1, seed: 2)]

  var experiment: Experiment {
    Experiment(
      data: .named(data),
      layers: [
        LayerRecipe(
          units: units, activation: .relu, batchNorm: hasBatchNorm ? BatchNormRecipe() : nil),
        LayerRecipe(units: 1, activation: .sigmoid),
      ],
      loss: .binaryCrossEntropy, optimizer: Optimizer(rule, learningRate: 0.01),
      clipping: clipping,
      batches: .size(batch, isShuffled: true), seed: seed)
  }
}

/// A data set with inputs and targets of some size.
struct RangeCase: Sendable, CustomStringConvertible {
  let name: NamedDataset
  let inputs, targets: Double
  let batches: BatchRecipe
  var description: String { "\(name), inputs \(inputs), targets \(targets), \(batches)" }

  static let all: [RangeCase] = NamedDataset.all.filter { ![.digits, .insects].contains($0) }
    .flatMap { name in
      let scales = [1e-3, 1e-2, 0.1, 1, 10, 100, 1e3, 1e4, 1e5, 1e6]
      return scales.enumerated().map { place, scale in
        RangeCase(
          name: name, inputs: scale, targets: scales[(place * 3) % 10],
          batches: place % 2 == 0 ? .full : .size(8))
      }
    }

  private var options: DatasetOptions {
    var options = DatasetOptions()
    for (setting, value) in [(Setting.samples, 40.0), (.noise, 0.1)]
    where name.settings.contains(setting) { options[setting] = value }
    return options
  }

  func experiment() throws -> Experiment {
    let data = try Dataset(.named(name, options), seed: 1)
    let isForClasses = data.classCount != nil
    let rows = { (matrix: Matrix, scale: Double) in
      (0..<matrix.rows).map { row in matrix.row(row).map { scale * $0 } }
    }
    let width = data.targets.columns
    let output: Activation = !isForClasses ? .linear : width > 1 ? .softmax : .sigmoid
    return Experiment(
      data: .explicit(
        inputs: rows(data.inputs, inputs), targets: rows(data.targets, isForClasses ? 1 : targets)),
      layers: [
        LayerRecipe(units: 8, activation: .tanh), LayerRecipe(units: width, activation: output),
      ],
      loss: !isForClasses
        ? .meanSquaredError : width > 1 ? .categoricalCrossEntropy : .binaryCrossEntropy,
      optimizer: Optimizer(.sgd, learningRate: 0.1), batches: batches)
  }
}
