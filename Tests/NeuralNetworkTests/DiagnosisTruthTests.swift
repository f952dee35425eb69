import Testing

@testable import NeuralNetwork

/// Diagnoses that were false once: of minima, of networks that come back, of what no rate has done.
@Suite struct DiagnosisTruthTests {
  private func network(
    _ layers: [LayerRecipe], _ loss: Loss, inputs: [[Double]], targets: [[Double]], rate: Double
  ) -> Experiment {
    Experiment(
      data: .explicit(inputs: inputs, targets: targets), layers: layers, loss: loss,
      optimizer: Optimizer(.sgd, learningRate: rate))
  }

  private func found(_ recipe: Experiment, after updates: Int) throws -> [TrainingProblem] {
    var run = try Run(recipe)
    run.train(updates: updates)
    return run.findings
  }

  /// A hidden unit that puts out 0 for both samples.
  private var deadAtStart: Experiment {
    var recipe = network(
      [LayerRecipe(units: 1, activation: .relu), LayerRecipe(units: 1, activation: .linear)],
      .meanSquaredError, inputs: [[1], [2]], targets: [[1], [2]], rate: 0.1)
    recipe.layers[0].explicit = .init(weights: [[-1]], biases: [0.5])
    recipe.layers[1].explicit = .init(weights: [[1]], biases: [0])
    return recipe
  }

  /// Samples with the same input and both answers allow no loss below ln 2: the network is at its best, and not dead.
  @Test(arguments: [1, 2, 3]) func aMinimumIsNotDead(seed: UInt64) throws {
    var recipe = network(
      [LayerRecipe(units: 4, activation: .tanh), LayerRecipe(units: 1, activation: .sigmoid)],
      .binaryCrossEntropy, inputs: [[0], [0], [1], [1]], targets: [[0], [1], [0], [1]], rate: 0.5)
    recipe.seed = seed
    let found = try found(recipe, after: 5000)
    #expect(found.filter(\.isHarmful) == [] && found.map(\.kind) == [.leastLoss], "\(found)")
  }

  /// Of samples that are all different nobody knows the least loss.
  @Test func theLeastLossNeedsSamplesThatAreAlike() throws {
    let recipe = network(
      [LayerRecipe(units: 1, activation: .linear)], .meanSquaredError, inputs: [[0], [1], [2]],
      targets: [[1], [0], [1]], rate: 0.1)
    #expect(try !found(recipe, after: 2000).contains { $0.kind == .leastLoss })
  }

  /// A penalty goes on moving the weights of a dead layer, and may bring it back.
  @Test func aPenaltyMayBringALayerBack() throws {
    var recipe = deadAtStart
    #expect(try found(recipe, after: 50)[0].remedy.contains("It starts so"))
    recipe.l2 = 0.1
    let dead = try found(recipe, after: 50)
    #expect(dead[0].kind == .deadNetwork && dead[0].remedy.hasPrefix("Only a penalty"))
    #expect(try !found(recipe, after: 1000).contains { $0.kind == .deadNetwork })
  }

  /// An output layer that puts out 0 for every sample is as dead as a hidden one.
  @Test func aDeadOutputIsNamed() throws {
    var recipe = network(
      [LayerRecipe(units: 1, activation: .relu)], .meanSquaredError, inputs: [[1], [2]],
      targets: [[1], [2]], rate: 0.1)
    recipe.layers[0].explicit = .init(weights: [[-1]], biases: [0.5])
    let dead = try found(recipe, after: 100)
    #expect(dead.map(\.kind) == [.deadNetwork] && dead[0].layers == [1])
    recipe.data = .explicit(inputs: [[1], [2]], targets: [[0], [0]])
    #expect(try found(recipe, after: 100).isEmpty, "what is asked for is 0")
  }

  /// Squares of such numbers have no place in a number.
  @Test func normsBeyondTheirSquaresAreFinite() throws {
    var recipe = network(
      [LayerRecipe(units: 1, activation: .linear), LayerRecipe(units: 1, activation: .linear)],
      .meanSquaredError, inputs: [[1e40]], targets: [[0]], rate: 0.1)
    recipe.layers[0].explicit = .init(weights: [[1e40]], biases: [0])
    recipe.layers[1].explicit = .init(weights: [[1e40]], biases: [0])
    let exploding = try #require(try found(recipe, after: 0).first { $0.kind == .exploding })
    #expect(exploding.finding.contains("2e200") && !exploding.finding.contains("inf"))
  }

  /// A loss that grew from 211 to 1e23 came of steps that were too long, however short they are by now.
  @Test func whatWasThrownAwayNeedsALowerRate() throws {
    var recipe = network(
      [LayerRecipe(units: 1, activation: .linear)], .halfMeanSquaredError,
      inputs: [[1], [2], [3]], targets: [[10], [20], [30]], rate: 5)
    recipe.layers[0].explicit = .init(weights: [[0.5]], biases: [0])
    recipe.schedule = .exponential(gamma: 0.9)
    let slow = try #require(try found(recipe, after: 200).first { $0.kind == .slowOutputs })
    #expect(slow.remedy.contains("lower learning rate"))
  }

  /// Before the first update no rate has killed a unit.
  @Test(arguments: [(0, false), (1, true)])
  func noRateIsToBlameBeforeTheFirstUpdate(updates: Int, names: Bool) throws {
    let dead = try found(Samples.xor([[-1, -2], [1, -1]], [1, 1]), after: updates)
      .first { $0.kind == .deadUnits }
    #expect(dead?.remedy.contains("smaller rate") == names)
  }

  /// A sample that no batch holds has no part in the cost.
  @Test func theLimitIsThatOfTheSamplesInUse() throws {
    var recipe = network(
      [LayerRecipe(units: 1, activation: .linear)], .meanSquaredError, inputs: [[0.1], [100]],
      targets: [[1], [3]], rate: 0.5)
    #expect(try Run(recipe).learningRateLimit != nil)
    recipe.batches = .explicit([[0]])
    #expect(try Run(recipe).learningRateLimit == nil)
  }

  /// Two losses that differ in rounding alone are not one above the other.
  @Test func aLossIsNotAboveItself() throws {
    var recipe = deadAtStart
    recipe.l2 = 0.1
    #expect(try !found(recipe, after: 500).contains { $0.kind == .slowOutputs })
  }
}
