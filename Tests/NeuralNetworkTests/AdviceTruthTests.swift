import Testing

@testable import NeuralNetwork

/// Sick runs that were silent once, or were told what does not help, or what is not so.
@Suite struct AdviceTruthTests {
  private func recipe(
    _ inputs: [[Double]], _ targets: [[Double]], _ units: [Int], _ activation: Activation,
    _ loss: Loss, _ optimizer: Optimizer, seed: UInt64
  ) -> Experiment {
    let output: Activation =
      loss == .binaryCrossEntropy ? .sigmoid : loss == .categoricalCrossEntropy ? .softmax : .linear
    var recipe = Experiment(
      data: .explicit(inputs: inputs, targets: targets),
      layers: units.map { LayerRecipe(units: $0, activation: activation) } + [
        LayerRecipe(units: targets[0].count, activation: output)
      ], loss: loss, optimizer: optimizer)
    recipe.seed = seed
    return recipe
  }

  private func found(_ recipe: Experiment, after updates: Int) throws -> [TrainingProblem] {
    var run = try Run(recipe)
    run.train(updates: updates)
    return run.diagnoses
  }

  private func wave(_ row: Int, _ pace: Double = 1) -> Double {
    Elementary.sin(pace * Double(row))
  }

  /// Dropout and batch norm make the loss of training another one than that which is told: it must have fallen itself.
  @Test(arguments: [32, 57]) func overfittingHasALossThatFell(seed: UInt64) throws {
    let inputs = (0..<40).map { [wave($0), Elementary.cos(2.3 * Double($0))] }
    let targets = (0..<40).map { [inputs[$0][0] * inputs[$0][1] + 0.4 * wave($0, 7.7)] }
    var recipe = recipe(
      inputs, targets, [4, 8], .relu, .halfMeanSquaredError,
      Optimizer(.adamw, learningRate: 0.003), seed: seed)
    for index in 0..<2 {
      (recipe.layers[index].batchNorm, recipe.layers[index].dropout) = (.init(), .init(rate: 0.5))
    }
    (recipe.batches, recipe.holdout) = (.size(8), .share(0.25))
    #expect(try !found(recipe, after: 200).contains { $0.kind == .overfitting })
  }

  /// What the recipe has already is no news.
  @Test func overfittingIsToldWhatIsNotTried() throws {
    var recipe = Samples.deep(.tanh, .xavier, layers: 2, width: 32)
    recipe.data = .named(.moons, .init(samples: 60, noise: 0.3))
    (recipe.optimizer, recipe.holdout) = (Optimizer(.adam, learningRate: 0.01), .share(0.5))
    let plain = try #require(try found(recipe, after: 1000).first { $0.kind == .overfitting })
    #expect(plain.remedy.contains("'l2: 0.001'"))
    recipe.l2 = 1e-9
    let held = try #require(try found(recipe, after: 1000).first { $0.kind == .overfitting })
    #expect(held.remedy.contains("a larger 'l2'"))
  }

  /// Inputs from 9.99 to 10.01: mini-batches swing too much for a plateau, and the loss is that of one answer for all.
  @Test(arguments: [Activation.leakyRelu, .elu])
  func anUnfitScaleIsNamedAtTheLossOfOneAnswer(_ activation: Activation) throws {
    var recipe = recipe(
      (0..<20).map { [10 + 0.01 * wave($0)] },
      (0..<20).map { [wave($0) + 0.3 * Elementary.cos(3 * Double($0))] }, [4], activation,
      .meanSquaredError, Optimizer(.momentum, learningRate: 0.01), seed: 2)
    recipe.batches = .size(5)
    #expect(try found(recipe, after: 300).contains { $0.remedy.contains("'scaling: standard'") })
    recipe.scaling = .standard
    #expect(try found(recipe, after: 300).isEmpty)
  }

  /// What is still far above the loss of one answer for all after 200 updates is never passed over in silence.
  @Test func aLossFarAboveThatOfOneAnswerIsSpokenOf() throws {
    let inputs = (0..<40).map { [wave($0), wave($0, 2.3)] }
    var recipe = recipe(
      inputs, inputs.map { [0.012 * $0[0]] }, [16, 8], .relu, .meanSquaredError,
      Optimizer(.adagrad, learningRate: 0.001), seed: 1)
    let small = try #require(try found(recipe, after: 200).first)
    #expect(small.remedy.contains("'target_scaling: standard'"), "\(small.sentence)")
    recipe = self.recipe(
      inputs, inputs.map { [0.3 * $0[0]] }, [16, 8], .relu, .meanSquaredError,
      Optimizer(.adagrad, learningRate: 0.0001), seed: 1)
    let slow = try #require(try found(recipe, after: 200).first)
    #expect(slow.remedy.contains("rate"), "\(slow.sentence)")
  }

  /// A penalty that goes on falling hides that nothing is learned.
  @Test func aPenaltyHidesNoPlateau() throws {
    let inputs = (0..<50).map { [wave($0), wave($0, 2.3)] }
    var recipe = recipe(
      inputs, inputs.map { $0[0] < -0.3 ? [1, 0, 0] : $0[0] < 0.3 ? [0, 1, 0] : [0, 0, 1] },
      [16, 4], .sigmoid, .categoricalCrossEntropy, Optimizer(.sgd, learningRate: 0.01), seed: 28)
    recipe.l2 = 0.1
    let held = try #require(try found(recipe, after: 3000).first)
    #expect(held.remedy.contains("smaller 'l2'"), "\(held.sentence)")
  }

  /// Running figures of inputs around a million lag behind: no batch can be larger than all samples, and scaling mends it.
  @Test(arguments: [1, 2, 3, 4]) func aWholeBatchCannotBeLarger(seed: UInt64) throws {
    let inputs = (0..<40).map { [1e6 + 1000 * wave($0), 1e6 + 1000 * wave($0, 2.3)] }
    var recipe = recipe(
      inputs, (0..<40).map { [0.03 * wave($0)] }, [16, 4, 8], .relu, .meanSquaredError,
      Optimizer(.adagrad, learningRate: 0.01), seed: seed)
    for index in 0..<3 { recipe.layers[index].batchNorm = .init() }
    let lagging = try found(recipe, after: 300).filter { $0.kind == .runningFigures }
    #expect(lagging.count == 1 && lagging[0].remedy.contains("'scaling: standard'"), "\(lagging)")
    #expect(!lagging.contains { $0.remedy.contains("batch_size") })
  }

  /// Weights that the data have made small are not laid to a penalty that is too weak for it.
  @Test(arguments: [(0.001, false), (1, true)])
  func aWeakPenaltyIsNotToBlame(l2: Double, isNamed: Bool) throws {
    var recipe = recipe(
      [[1], [2]], [[0], [0]], [], .tanh, .meanSquaredError, Optimizer(.sgd, learningRate: 0.1),
      seed: 1)
    recipe.layers[0].explicit = .init(weights: [[100]], biases: [0])
    recipe.l2 = l2
    var run = try Run(recipe)
    run.train(updates: 60)
    #expect((run.remedyForShrinking != nil) == isNamed)
  }

  /// Units that a penalty has killed want less of it, not a smaller rate.
  @Test(arguments: [1, 2, 3, 4]) func aPenaltyIsNamedFirst(seed: UInt64) throws {
    var recipe = recipe(
      (0..<20).map { [wave($0)] },
      (0..<20).map { [wave($0) + 0.3 * Elementary.cos(3 * Double($0))] }, [8, 4], .relu,
      .meanSquaredError, Optimizer(.lion, learningRate: 0.001), seed: seed)
    recipe.l2 = 1
    let found = try found(recipe, after: 1000)
    #expect(found.contains { $0.kind == .deadUnits })
    #expect(found.allSatisfy { $0.remedy.contains("smaller 'l2'") }, "\(found)")
  }

  /// Weight decay that still moves a dead layer is no help where inputs lie around 100000.
  @Test(arguments: [3, 7]) func theScaleKillsWhateverStillMoves(seed: UInt64) throws {
    let recipe = recipe(
      (0..<20).map { [1e5 + 100 * wave($0), 1e5 + 100 * Elementary.cos(Double($0))] },
      (0..<20).map { [wave($0) > 0 ? 0 : 1] }, [8, 2], .silu, .binaryCrossEntropy,
      Optimizer(.adamw, learningRate: 0.001), seed: seed)
    let dead = try #require(try found(recipe, after: 500).first { $0.kind == .deadNetwork })
    #expect(dead.remedy.contains("'scaling: standard'"), "\(dead.remedy)")
  }

  /// A loss that is 1.75 times the first after 240 updates has grown.
  @Test func aLossThatHasGrownALittleIsSpokenOf() throws {
    let inputs = (0..<60).map { [wave($0), Elementary.cos(2 * Double($0))] }
    let classes = inputs.map { $0[0] < -0.3 ? 0 : $0[0] < 0.3 ? 1 : 2 }
    var recipe = recipe(
      inputs, classes.map { label in (0..<3).map { $0 == label ? 1 : 0 } }, [2], .elu,
      .categoricalCrossEntropy, Optimizer(.sgd, learningRate: 2), seed: 7)
    recipe.batches = .size(1)
    let grown = try #require(try found(recipe, after: 240).first)
    #expect(grown.finding.contains("the loss has grown from 1.479 to 2.59"), "\(grown.finding)")
    #expect(grown.remedy.contains("a learning rate well below 2"))
  }
}
