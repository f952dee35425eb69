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

  /// Where equal inputs have different targets no seed and no rate makes the loss lower.
  @Test(arguments: [Loss.meanSquaredError, .meanAbsoluteError, .huber])
  func noSeedHelpsWhereNothingIsToBeLearned(_ loss: Loss) throws {
    var recipe = network(
      [LayerRecipe(units: 2, activation: .relu), LayerRecipe(units: 1, activation: .linear)], loss,
      inputs: [[1], [1], [1]], targets: [[0], [2], [7]], rate: 0.05)
    recipe.schedule = .linear(steps: 4000)
    recipe.layers[0].explicit = .init(weights: [[-1], [-1]], biases: [0, 0])
    let found = try found(recipe, after: 4000)
    #expect(found.filter(\.isHarmful) == [] && found.contains { $0.kind == .leastLoss }, "\(found)")
  }

  /// What has grown was thrown too far, whatever the rule, and before a hundred updates, too.
  @Test(arguments: [Optimizer.Rule.lion, .adam, .rmsprop, .sgd], [5, 60, 400])
  func aLossThatHasGrownIsSpokenOf(_ rule: Optimizer.Rule, _ updates: Int) throws {
    var recipe = network(
      [LayerRecipe(units: 8, activation: .relu), LayerRecipe(units: 1, activation: .linear)],
      .meanSquaredError, inputs: [[0], [1], [2], [3]], targets: [[1], [2], [2], [4]], rate: 1e4)
    recipe.optimizer = Optimizer(rule, learningRate: 1e4)
    recipe.batches = .size(2)
    if rule == .sgd { recipe.clipping = .norm(1) }
    let found = try found(recipe, after: updates)
    #expect(found.contains { $0.remedy.contains("rate") }, "\(found)")
  }

  /// Batch norm makes −1 and 1 of any two samples: what comes of that is no matter of steps.
  @Test(arguments: [1, 2, 3], [0.1, 0.3]) func batchNormNeedsBatches(seed: UInt64, rate: Double)
    throws
  {
    let x = (0..<32).map { Double($0) / 16 - 1 }
    var recipe = network(
      [LayerRecipe(units: 8, activation: .tanh), LayerRecipe(units: 1, activation: .linear)],
      .meanSquaredError, inputs: x.map { [$0] }, targets: x.map { [3 * $0] }, rate: rate)
    recipe.layers[0].batchNorm = .init()
    (recipe.batches, recipe.seed) = (.size(2), seed)
    let found = try found(recipe, after: 1600)
    #expect(!found.contains { $0.headline == "The steps are too long" }, "\(found)")
    #expect(found.filter(\.isHarmful).allSatisfy { $0.remedy.contains("batch_size") }, "\(found)")
    #expect(found.contains { $0.remedy.contains("batch_size") } || seed > 1, "\(found)")
  }

  /// Beside a dead unit that repeats an input, a hinge has no loss that it cannot go below.
  @Test func aHingeHidesNoDeadNetwork() throws {
    var recipe = network(
      [LayerRecipe(units: 2, activation: .relu), LayerRecipe(units: 1, activation: .linear)],
      .hinge,
      inputs: [[0], [0], [1], [2], [3], [4]], targets: [[0], [0], [0], [0], [1], [1]], rate: 0.05)
    recipe.layers[0].explicit = .init(weights: [[-1], [-1]], biases: [-1, -1])
    #expect(try found(recipe, after: 300).contains { $0.kind == .deadNetwork })
  }

  /// Weights that a penalty has drawn to 0 let no gradient through, with any activation.
  @Test func whatAPenaltyDrawsTo0IsAMatterOfThePenalty() throws {
    var recipe = Samples.deep(.tanh, .xavier, layers: 2, width: 8)
    (recipe.l2, recipe.optimizer) = (1, Optimizer(.sgd, learningRate: 0.1))
    let vanishing = try #require(try found(recipe, after: 2000).first { $0.kind == .vanishing })
    #expect(vanishing.remedy.contains("smaller 'l2'") && !vanishing.remedy.contains("ReLU"))
  }

  /// A layer that is not trained needs no gradient.
  @Test func aFrozenLayerDoesNotVanish() throws {
    var recipe = Samples.deep(.sigmoid, .xavier)
    #expect(try found(recipe, after: 0).contains { $0.kind == .vanishing && $0.layers.contains(1) })
    recipe.layers[0].trainable = []
    #expect(try !found(recipe, after: 0).contains { $0.layers.contains(1) })
  }

  /// What was thrown far away creeps back, and a longer step would throw it again.
  @Test func rulesThatRememberLargeGradientsNeedNoLargerRate() throws {
    var recipe = network(
      [LayerRecipe(units: 8, activation: .relu), LayerRecipe(units: 1, activation: .linear)],
      .meanSquaredError, inputs: [[0], [1], [2], [3]], targets: [[1], [2], [2], [4]], rate: 1e4)
    recipe.optimizer = Optimizer(.rmsprop, learningRate: 1e4)
    recipe.batches = .size(2)
    for updates in [5, 60, 400] {
      #expect(
        try !found(recipe, after: updates).contains { $0.remedy.contains("a larger learning rate") }
      )
    }
  }

  /// A step that rounding swallows is too small, too.
  @Test func stepsThatMoveNothingAreSpokenOf() throws {
    let recipe = network(
      [LayerRecipe(units: 1, activation: .linear)], .meanSquaredError, inputs: [[1], [2], [3]],
      targets: [[1], [3], [2]], rate: 1e-300)
    let slow = try #require(try found(recipe, after: 10).first { $0.kind == .slowOutputs })
    #expect(
      slow.finding.contains("too small to move them")
        && slow.remedy.contains("larger learning rate"))
  }

  /// Where the rate has thrown all far away, it is the rate, with batches of two as well.
  @Test func aHugeRateIsNamedBesideBatchNorm() throws {
    var recipe = Samples.deep(.tanh, .xavier, layers: 1, width: 8)
    recipe.layers[0].batchNorm = .init()
    (recipe.batches, recipe.optimizer) = (.size(2), Optimizer(.adam, learningRate: 1e4))
    let grown = try #require(try found(recipe, after: 5).first { $0.kind == .unstableRate })
    #expect(grown.remedy.contains("well below 10000") && grown.remedy.contains("batch_size"))
  }

  /// Dead units do no harm to a network that has all classes right.
  @Test func whatIsRightNeedsNoAdvice() throws {
    var recipe = Experiment(
      data: .named(.xor),
      layers: [
        LayerRecipe(units: 8, activation: .relu), LayerRecipe(units: 1, activation: .sigmoid),
      ], loss: .binaryCrossEntropy, optimizer: Optimizer(.adagrad, learningRate: 0.03))
    recipe.clipping = .norm(1)
    let found = try found(recipe, after: 3000)
    #expect(
      found.contains { $0.kind == .deadUnits } && !found.contains(where: \.isHarmful), "\(found)")
  }

  /// A hinge takes the sign of an output for its class: what is never below 0 says yes to everything.
  @Test(arguments: Activation.all) func aHingeNeedsOutputsOfBothSigns(_ output: Activation) throws {
    let recipe = network(
      [LayerRecipe(units: 4, activation: .tanh), LayerRecipe(units: 2, activation: output)],
      .hinge, inputs: [[0], [1], [2]], targets: [[1, 0], [0, 1], [0, 1]], rate: 0.1)
    let found = try Run(recipe).recipeProblems.filter { $0.kind == .unreachableTargets }
    let canSayNo = [.linear, .tanh, .leakyRelu, .elu, .gelu, .silu].contains(output)
    #expect(found.isEmpty == canSayNo)
    #expect(found.allSatisfy { $0.headline == "3 of 6 targets are out of reach" }, "\(found)")
  }

  /// What a hinge parts at 0 is no share of certainty, whatever puts it out.
  @Test(arguments: [(Loss.hinge, Activation.sigmoid, false), (.binaryCrossEntropy, .sigmoid, true)])
  func oneRuleSaysWhatAnOutputMeans(_ loss: Loss, _ output: Activation, areShares: Bool) throws {
    var run = try Run(
      network(
        [LayerRecipe(units: 1, activation: output)], loss, inputs: [[0], [1], [2], [3]],
        targets: [[0], [0], [1], [1]], rate: 0.5))
    run.train(updates: 1000)
    let confusion = try #require(run.confusion(on: .training))
    #expect(run.hasShares == areShares)
    #expect(run.accuracy == (confusion[0, 0] + confusion[1, 1]) / 4)
    #expect(run.confusion(outputs: run.trainingScores.outputs, of: run.dataset) == confusion)
  }

  /// A step has no slope that a squared error could come back by; the perceptron's loss needs none.
  @Test(arguments: [(Loss.meanSquaredError, true), (.perceptron, false)])
  func outputsWithoutASlopeAreNamed(_ loss: Loss, isFlat: Bool) throws {
    let recipe = network(
      [LayerRecipe(units: 1, activation: .step)], loss, inputs: [[0], [1]], targets: [[1], [0]],
      rate: 0.1)
    let names = { (found: [TrainingProblem]) in
      found.contains { $0.headline == "No error passes the outputs" }
    }
    #expect(try names(Run(recipe).recipeProblems) == isFlat)
    #expect(try names(found(recipe, after: 100)) == isFlat)
  }

  /// Units that were not saturated before the first update have been driven there by it.
  @Test func whatOneUpdateSaturatedNeedsASmallerRate() throws {
    let inputs = (0..<5).map { (row: Int) -> [Double] in
      (0..<600).map { (column: Int) -> Double in Double((row * (column % 4 + 1) + column) % 5) - 2 }
    }
    let recipe = network(
      [LayerRecipe(units: 8, activation: .tanh), LayerRecipe(units: 1, activation: .linear)],
      .meanSquaredError, inputs: inputs, targets: [[-2], [1], [0], [2], [-1]], rate: 0.3)
    #expect(try !found(recipe, after: 0).contains { $0.kind == .saturatedUnits })
    let saturated = try #require(try found(recipe, after: 1).first { $0.kind == .saturatedUnits })
    #expect(saturated.remedy.contains("a smaller learning rate"), "\(saturated)")
    #expect(!saturated.remedy.contains("ReLU") && !saturated.remedy.contains("first weights"))
  }

  /// Inputs in the hundreds are what kills and flattens units.
  @Test(arguments: [Activation.sigmoid, .relu])
  func theScaleOfInputsIsNamed(_ activation: Activation) throws {
    let x = (0..<20).map { Double($0) }
    let recipe = Experiment(
      data: .explicit(
        inputs: x.map { [100 + 5 * $0, 200 - $0] },
        targets: x.map { [$0 < 10 || Int($0) % 4 == 0 ? 0 : 1] }),
      layers: [
        LayerRecipe(units: 8, activation: activation), LayerRecipe(units: 1, activation: .sigmoid),
      ], loss: .binaryCrossEntropy, optimizer: Optimizer(.adam, learningRate: 0.03))
    let found = try found(recipe, after: 300)
    #expect(
      found.contains(where: \.isHarmful)
        && found.filter(\.isHarmful).allSatisfy { $0.remedy.contains("scaling: standard") },
      "\(found)")
  }
}
