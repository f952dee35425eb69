import Testing

@testable import NeuralNetwork

/// What is said of single runs, in its own words.
@Suite struct DiagnosisTests {
  private func problems(_ recipe: Experiment, after updates: Int = 0) throws -> [TrainingProblem] {
    var run = try Run(recipe)
    run.train(updates: updates)
    return run.diagnoses
  }

  @Test func theLearningRateLimitOfALineIsExact() throws {
    let edge = try Run(Samples.lineFit(x: [1, 2], rate: 0.4))
    #expect(edge.learningRateLimit == 0.4)
    var other = Samples.lineFit(x: [1, 2], rate: 0.38)
    other.optimizer.weightDecay = 1
    #expect(try Run(other).learningRateLimit == nil)
    other.optimizer.weightDecay = 0
    other.clipping = .norm(1)
    #expect(try Run(other).learningRateLimit == nil)
    #expect(edge.diagnoses.map(\.kind) == [.unstableRate])
    #expect(try problems(Samples.lineFit(x: [1, 2], rate: 0.39)).isEmpty)
    #expect(try Run(Samples.lineFit(x: [0, 1], rate: 0.4)).learningRateLimit == 2)
  }

  /// Just below the limit the loss falls, just above it rises, for any number of inputs, with a bias and a penalty.
  @Test(arguments: [0, 0.3], [Loss.meanSquaredError, .halfMeanSquaredError])
  func theLimitDecidesConvergence(_ l2: Double, _ loss: Loss) throws {
    var recipe = try ReferenceCase.named("linear-two-outputs").experiment
    (recipe.l2, recipe.loss) = (l2, loss)
    let limit = try #require(try Run(recipe).learningRateLimit)
    for (factor, converges) in [(0.999, true), (1.001, false)] {
      recipe.optimizer.learningRate = factor * limit
      var run = try Run(recipe)
      run.train(updates: 2000)
      let early = run.step.totalGradientNorm
      run.train(updates: 2000)
      #expect((run.step.totalGradientNorm < early) == converges)
    }
  }

  @Test func twoNumbersHaveEnoughDigitsToBeTrue() throws {
    #expect(Decimal.distinct(0.41, 0.4) == ("0.41", "0.4"))
    #expect(Decimal.distinct(0.02, 0.01999999998) == ("0.02", "0.01999999998"))
    var recipe = Samples.lineFit(x: [1, 2], rate: 0.400000001)
    #expect(
      try problems(recipe)[0].finding.hasPrefix("The learning rate 0.400000001 is not below 0.4,"))
    recipe.optimizer.learningRate = 0.41
    #expect(try problems(recipe)[0].finding.hasPrefix("The learning rate 0.41 is not below 0.4,"))
  }

  @Test func theCauseOfADivergenceStaysKnown() throws {
    let found = try problems(Samples.lineFit(x: [1, 2, 200], rate: 0.5), after: 1000)
    #expect(found.map(\.kind) == [.divergence, .unstableRate])
    #expect(found[1].remedy.contains("'scaling: standard'"))
    let deep = try problems(Samples.deep(.linear, .normal(deviation: 3), rate: 10), after: 100)
    #expect(deep.map(\.kind) == [.divergence])
    #expect(deep[0].remedy == "What helps is a learning rate well below 10, or 'clip'.")
  }

  /// What is advised, followed, ends the trouble.
  @Test func theRemedyForADivergenceIsTheOneThatHelps() throws {
    var penalty = Samples.twoNeurons(.meanSquaredError)
    (penalty.l2, penalty.optimizer.learningRate) = (100, 1)
    let found = try problems(penalty, after: 1000)
    #expect(found[0].remedy.contains("a learning rate below 0.02, or a smaller 'l2'."))
    penalty.optimizer.learningRate = 0.019
    #expect(!(try problems(penalty, after: 1000).contains { $0.kind == .divergence }))
    var large = Samples.twoNeurons(.meanSquaredError)
    large.layers[1].activation = .linear
    large.data = .explicit(inputs: [[1], [2]], targets: [[1e200], [2e200]])
    #expect(try problems(large, after: 10)[0].remedy.hasPrefix("That is before any update"))
    large.targetScaling = .standard
    #expect(!(try problems(large, after: 1000).contains { $0.kind == .divergence }))
  }

  /// A unit that was dead before the loss got out of numbers is still marked, though that harms nothing any more.
  @Test func deadUnitsAreFoundAfterADivergence() throws {
    let recipe = Experiment(
      data: .explicit(inputs: [[1], [2]], targets: [[0], [1]]),
      layers: [
        LayerRecipe(
          units: 1, activation: .relu, explicit: .init(weights: [[-1]], biases: [-1])),
        LayerRecipe(units: 1, activation: .linear, explicit: .init(weights: [[1]], biases: [0])),
      ], loss: .meanSquaredError, optimizer: Optimizer(.sgd, learningRate: 3))
    var run = try Run(recipe)
    run.train(updates: 1000)
    #expect(run.divergence != nil && run.diagnoses.map(\.kind) == [.divergence])
    #expect(run.findings.contains { $0.kind == .deadNetwork && $0.units == [1] })
  }

  /// Targets of a hundred thousand diverge or stand still at any rate.
  @Test func targetsOfAHundredThousandAreScaledBeforeTheRateIsLowered() throws {
    var recipe = Experiment(
      data: .explicit(
        inputs: [[-1], [-0.5], [0], [0.5], [1]],
        targets: [[1e5], [1.4e5], [2e5], [3e5], [3.4e5]]),
      layers: [
        LayerRecipe(units: 8, activation: .linear),
        LayerRecipe(units: 1, activation: .linear),
      ], loss: .meanSquaredError, optimizer: Optimizer(.sgd, learningRate: 0.01))
    let found = try problems(recipe, after: 1000)
    #expect(
      found.map(\.kind) == [.divergence] && found[0].headline.hasPrefix("Diverged at update "))
    #expect(
      found[0].remedy.hasPrefix(
        "It is a matter of scale, since the targets lie from 100000 to 340000: scale them first ('target_scaling: standard')."
      ))
    recipe.targetScaling = .standard
    #expect(!(try problems(recipe, after: 1000).contains { $0.kind == .divergence }))
  }

  /// At the limit that is said of momentum and Nesterov a straight line stops converging.
  @Test(arguments: [Optimizer.Rule.sgd, .momentum, .nesterov])
  func aRateBeyondTheLimitOfItsRuleIsNamed(_ rule: Optimizer.Rule) throws {
    var recipe = Samples.lineFit(x: [1, 2], rate: 0.1, start: 1)
    recipe.optimizer = Optimizer(rule, learningRate: 1)
    let plain = try #require(try Run(recipe).learningRateLimit)
    let limit = try #require(rule.rateLimit).factor(recipe.optimizer) * plain
    for (factor, converges) in [(0.99, true), (1.01, false)] {
      recipe.optimizer.learningRate = factor * limit
      var run = try Run(recipe)
      let first = run.objective
      run.train(updates: 5000)
      #expect((run.divergence == nil && run.objective < first) == converges)
      #expect(run.diagnoses.contains { $0.kind == .unstableRate } == !converges)
    }
  }

  @Test func aDivergenceWithoutAKnownCauseHasAdvice() throws {
    var recipe = Samples.lineFit(x: [1, 2], rate: 5)
    recipe.batches = .size(1, isShuffled: false)
    recipe.optimizer = Optimizer(.adagrad, learningRate: 1e300)
    let found = try problems(recipe, after: 5000)
    #expect(found.contains { $0.kind == .divergence && !$0.remedy.isEmpty })
  }

  /// Neither a seed nor a rate wakes what is written down, or always 0.
  @Test func aNetworkThatStartsDeadNeedsOtherWeights() throws {
    var recipe = Samples.deep(.relu, .zeros, layers: 1, width: 4)
    for initializer in [Initializer.zeros, .normal(deviation: 0), .constant(-1)] {
      recipe.data = .explicit(inputs: [[0, 1], [1, 0]], targets: [[1], [0]])
      recipe.layers[0].initializer = initializer
      #expect(try problems(recipe, after: 10)[0].remedy.contains("whatever seed and rate"))
    }
    recipe.layers[0].initializer = .he
    #expect(!(try problems(recipe, after: 10).contains { $0.kind == .deadNetwork }))
    let written = Samples.xor([[-1, -1], [-1, -1]], [1, 1])
    #expect(try problems(written)[0].remedy.contains("'init: he'"))
  }

  @Test func aNetworkThatLargeInputsKilledNeedsScaling() throws {
    var recipe = Samples.deep(.relu, .he, layers: 1, width: 8)
    recipe.data = .explicit(
      inputs: [[1000, 3], [2000, 3], [4415, 5]], targets: [[1], [2], [4]])
    recipe.layers[1].activation = .linear
    recipe.loss = .meanSquaredError
    let found = try problems(recipe, after: 20)
    #expect(found[0].kind == .deadNetwork && found[0].remedy.contains("'scaling: standard'"))
    recipe.scaling = .standard
    #expect(!(try problems(recipe, after: 20).contains { $0.kind == .deadNetwork }))
  }

  @Test func nothingIsLearnedWhereAllIsFrozen() throws {
    var recipe = Samples.deep(.tanh, .xavier, layers: 1, width: 4)
    for index in recipe.layers.indices { recipe.layers[index].trainable = [] }
    #expect(try problems(recipe, after: 1000).map(\.headline) == ["Nothing can be trained"])
    #expect(try Run(recipe).recipeProblems.map(\.headline) == ["Nothing can be trained"])
  }

  /// Units that training itself drove to the flat ends need a smaller rate, not other first weights.
  @Test func unitsSaturatedByTrainingNeedASmallerRate() throws {
    var recipe = Samples.deep(.tanh, .xavier, rate: 1000)
    recipe.optimizer = Optimizer(.adam, learningRate: 1000)
    let found = try problems(recipe, after: 20).first { $0.kind == .saturatedUnits }
    #expect(found?.remedy.contains("what helps is a smaller learning rate") == true)
    recipe.optimizer.learningRate = 0.01
    #expect(!(try problems(recipe, after: 20).contains { $0.kind == .saturatedUnits }))
  }

  @Test func deadUnitsAreNamed() throws {
    let found = try problems(Samples.xor([[-1, -2], [1, -1]], [1, 1]))
    #expect(found.map(\.kind) == [.deadUnits] && found[0].units == [1])
    #expect(
      found[0].finding
        == "Unit 1 of layer 1 is dead: the largest z over all samples is 0, so ReLU puts out 0 everywhere and no gradient "
        + "comes through.")
    #expect(found[0].headline == "Unit 1 of layer 1 is dead")
  }

  @Test func saturatedUnitsAreNamed() throws {
    var recipe = Samples.twoNeurons(.meanSquaredError)
    recipe.layers[0].explicit = .init(weights: [[1]], biases: [20])
    let found = try problems(recipe)
    #expect(found.contains { $0.kind == .saturatedUnits && $0.units == [1] })
    #expect(try problems(Samples.twoNeurons(.meanSquaredError)).isEmpty)
  }

  @Test func unitsThatTargetsPushedAreHelpedByScaledTargets() throws {
    var recipe = Samples.twoNeurons(.meanSquaredError)
    recipe.layers[0].explicit = .init(weights: [[1]], biases: [20])
    recipe.layers[1].activation = .linear
    recipe.data = .explicit(inputs: [[0], [1]], targets: [[3e5], [4e5]])
    let found = try problems(recipe).first { $0.kind == .saturatedUnits }
    #expect(found?.remedy.contains("'target_scaling: standard'") == true)
  }

  @Test func unitsAreListedInRanges() throws {
    let layer = try #require(try Run(Samples.deep(.relu, .he)).network.layers.first)
    #expect([2, 5, 6].inRanges == "2, 5-6" && [1, 2, 3].inRanges == "1-3" && [4].inRanges == "4")
    #expect([2, 5, 6].asUnits(of: layer).long == "Units 2, 5-6 of layer 1, 3 of 8,")
    #expect(Array(1...8).asUnits(of: layer).long == "All 8 units of layer 1")
    #expect([3].asUnits(of: layer).short == "Unit 3 of layer 1")
  }

  @Test func aDeadLayerIsADeadNetwork() throws {
    var recipe = Samples.xor([[-1, -1], [-1, -1]], [1, 1])
    recipe.data = .explicit(inputs: [[1, 1], [0, 1]], targets: [[1], [0]])
    let found = try problems(recipe)
    #expect(found.map(\.kind) == [.deadNetwork] && found[0].layers == [1])
    #expect(found[0].finding.hasPrefix("The network is dead: all 2 units of layer 1 put out 0"))
    #expect(found.gradientVerdict(layer: 1) == "at zero" && found.gradientVerdict(layer: 2) == nil)
    var still = Samples.deep(.tanh, .zeros)
    still.data = .explicit(inputs: [[1, 1], [0, 1]], targets: [[1], [0]])
    #expect(try problems(still)[0].headline == "Every gradient is exactly 0")
  }

  /// A first batch of the sample (0, 0) alone gives no weight a gradient; the data do.
  @Test func oneSampleIsNotTheData() throws {
    var recipe = Samples.deep(.sigmoid, .xavier, layers: 1, width: 4, rate: 0.5, seed: 3)
    (recipe.data, recipe.loss) = (.named(.xor), .halfMeanSquaredError)
    recipe.batches = .size(1, isShuffled: false)
    for updates in [0, 4, 1000] { #expect(try problems(recipe, after: updates).isEmpty) }
    let tanh = LayerRecipe(
      units: 2, activation: .tanh, explicit: .init(weights: [[0.5, 0.3], [-0.4, 0.2]]))
    let linear = LayerRecipe(
      units: 1, activation: .linear, explicit: .init(weights: [[0.7, -0.6]]))
    let other = Experiment(
      data: .explicit(inputs: [[0, 0], [1, 0], [0, 1]], targets: [[1], [0], [0]]),
      layers: [tanh, linear], loss: .meanSquaredError,
      optimizer: Optimizer(.sgd, learningRate: 0.1),
      batches: .size(1, isShuffled: false))
    for updates in [0, 1, 3, 1000] { #expect(try problems(other, after: updates).isEmpty) }
  }

  @Test func aNetworkThatFitsIsNotVanishing() throws {
    var run = try Run(Samples.twoNeurons(.meanSquaredError))
    run.train(updates: 1000)
    #expect(run.step.totalGradientNorm < 1e-10)
    #expect(run.diagnoses.isEmpty)
  }

  @Test(arguments: [(0.0, 0), (0.5, 0), (0.0, 3)])
  func aNetworkAtAMinimumIsNotVanishing(l2: Double, hidden: Int) throws {
    var recipe = Samples.lineFit(x: [1, 2, 3], rate: 0.1)
    recipe.data = .explicit(inputs: [[1], [1], [2]], targets: [[1], [2], [2]])
    recipe.l2 = l2
    recipe.layers = [LayerRecipe(units: 1, activation: .linear)]
    if hidden > 0 { recipe.layers.insert(LayerRecipe(units: hidden, activation: .tanh), at: 0) }
    var run = try Run(recipe)
    run.train(updates: 20000)
    #expect(run.step.totalGradientNorm < 1e-5 && run.step.loss > 0.01)
    #expect(run.diagnoses.isEmpty)
  }

  @Test func targetsOutOfReachAreCounted() throws {
    var recipe = Samples.twoNeurons(.meanSquaredError)
    recipe.data = .explicit(inputs: [[0], [1], [2]], targets: [[0], [1], [81]])
    let found = try Run(recipe).recipeProblems
    #expect(
      found.map(\.finding) == [
        "1 of 3 targets lie outside 0 to 1, which is all that sigmoid outputs give: the farthest is 81."
      ])
  }

  @Test func divergenceNamesItsPlace() {
    let divergence = Divergence(update: 4, place: .loss, value: .infinity)
    #expect(
      divergence.sentence
        == "Training stopped at update 4: the loss is no longer a finite number.")
  }

  @Test func everyKindHasANameOfItsOwn() {
    #expect(Set(ProblemKind.all.map(\.name)).count == ProblemKind.all.count)
  }
}
