import NeuralNetwork
import Testing

@Suite struct DiagnosisTests {
  @Test func theLearningRateLimitOfALineIsExact() throws {
    let edge = try Run(Samples.lineFit(x: [1, 2], rate: 0.4))
    #expect(edge.learningRateLimit == 0.4)
    var other = Samples.lineFit(x: [1, 2], rate: 0.38)
    other.optimizer.weightDecay = 1
    #expect(try Run(other).learningRateLimit == nil)
    other.optimizer.weightDecay = 0
    other.clipping = .norm(1)
    #expect(try Run(other).learningRateLimit == nil)
    #expect(edge.diagnoses == [.unstableLearningRate(rate: 0.4, limit: 0.4)])
    #expect(try Run(Samples.lineFit(x: [1, 2], rate: 0.39)).diagnoses.isEmpty)
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

  @Test func deadUnitsAreNamed() throws {
    let run = try Run(Samples.xor([[-1, -2], [1, -1]], [1, 1]))
    #expect(run.diagnoses == [.deadUnit(layer: 1, unit: 1, largestPreActivation: 0)])
  }

  @Test func saturatedUnitsAreNamed() throws {
    var recipe = Samples.twoNeurons(.meanSquaredError)
    recipe.layers[0].explicit = .init(weights: [[1]], biases: [20])
    #expect(try Run(recipe).diagnoses.contains(.saturatedUnit(layer: 1, unit: 1, share: 1)))
    #expect(try Run(Samples.twoNeurons(.meanSquaredError)).diagnoses.isEmpty)
  }

  @Test func vanishingLayersAreNamed() throws {
    let small = try Run(Samples.deep(.relu, .normal(deviation: 0.1), layers: 9))
    #expect(small.diagnoses.contains { if case .vanishing(1, _, _) = $0 { true } else { false } })
    let good = try Run(Samples.deep(.relu, .he))
    #expect(!good.diagnoses.contains { if case .vanishing = $0 { true } else { false } })
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
    #expect(run.step.totalGradientNorm < TrainingProblem.vanishingNorm && run.step.loss > 0.01)
    #expect(run.diagnoses.isEmpty)
  }

  @Test func explodingLayersAreNamed() throws {
    let run = try Run(Samples.deep(.relu, .normal(deviation: 1), width: 16))
    #expect(run.diagnoses.contains { if case .exploding = $0 { true } else { false } })
  }

  @Test func aDeadNetworkIsNamed() throws {
    var recipe = Samples.xor([[-1, -1], [-1, -1]], [1, 1])
    recipe.data = .explicit(inputs: [[1, 1], [0, 1]], targets: [[1], [0]])
    let run = try Run(recipe)
    #expect(run.step.totalGradientNorm == 0)
    #expect(run.diagnoses.contains(.deadNetwork(loss: run.step.loss)))
  }

  @Test func sentencesNameTheFigures() {
    #expect(
      TrainingProblem.unstableLearningRate(rate: 0.41, limit: 0.4).sentence.contains(
        "0.41 is not below 0.4"))
    #expect(
      TrainingProblem.vanishing(layer: 2, norm: 1.5e-8, ratio: 0.5).sentence.contains("1.5e-8"))
    #expect(
      TrainingProblem.vanishing(layer: 2, norm: 9.996e-5, ratio: 0.5).sentence.contains(" 1e-4"))
    let divergence = Divergence(update: 4, place: .loss, value: .infinity)
    #expect(
      divergence.sentence
        == "Training stopped before update 5: the loss is no longer a finite number.")
  }
}
