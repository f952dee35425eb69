import Testing

@testable import NeuralNetwork

@Suite struct FrozenParameterTests {
  /// Two inputs, two hidden units, two outputs, as a well-known text works them through: its biases stay as they are.
  private func twoByTwo(_ trainable: ParameterParts = .weights) -> Experiment {
    func layer(_ weights: [[Double]], _ bias: Double) -> LayerRecipe {
      LayerRecipe(
        units: 2, activation: .sigmoid,
        explicit: ExplicitParameters(weights: weights, biases: [bias, bias]), trainable: trainable)
    }
    return Experiment(
      data: .explicit(inputs: [[0.05, 0.1]], targets: [[0.01, 0.99]]),
      layers: [
        layer([[0.15, 0.2], [0.25, 0.3]], 0.35), layer([[0.4, 0.45], [0.5, 0.55]], 0.6),
      ],
      loss: .meanSquaredError, optimizer: Optimizer(.sgd, learningRate: 0.5))
  }

  @Test func theTwoByTwoExampleWithFixedBiases() throws {
    var run = try Run(twoByTwo())
    run.train(updates: 1)
    #expect(abs(run.step.loss - 0.291027774) < 5e-10)
    run.train(updates: 9999)
    #expect(abs(run.step.loss - 3.51019e-5) < 5e-11)
    #expect(run.network.biases(layer: 1) == [0.35, 0.35])
  }

  /// Where a gradient is tiny beside the objective's bend the difference is off by more than a millionth of it, and says so.
  @Test func aTinyGradientIsNotCalledWrong() throws {
    var run = try Run(twoByTwo(.all))
    run.train(updates: 20_000)
    for parameter in run.network.parameterIndices {
      let check = GradientCheck.check(parameter, in: run)
      #expect(check.isPassed, "\(parameter): \(check.analytic) and \(check.numerical)")
    }
  }

  @Test(arguments: Optimizer.Rule.all)
  func noRuleNorDecayMovesWhatIsFrozen(_ rule: Optimizer.Rule) throws {
    var recipe = twoByTwo()
    recipe.optimizer = Optimizer(rule, learningRate: 0.01)
    recipe.optimizer.weightDecay = 0.1
    (recipe.l1, recipe.l2, recipe.clipping) = (0.01, 0.01, .norm(0.1))
    recipe.layers[0].trainable = []
    var run = try Run(recipe)
    run.train(updates: 50)
    #expect(run.network.weights(layer: 1).elements == [0.15, 0.2, 0.25, 0.3])
    #expect(run.network.biases(layer: 1) == [0.35, 0.35])
    #expect(run.network.biases(layer: 2) == [0.6, 0.6])
    #expect(run.network.weights(layer: 2).elements != [0.4, 0.45, 0.5, 0.55])
    #expect(run.step.change(.bias(layer: 1, unit: 1)) == 0)
    // Back and forth again.
    let step = run.step
    run.seek(to: Position(update: 20))
    run.seek(to: Position(update: 50))
    #expect(run.step == step)
  }

  @Test func eightFrozenRunsAreTrainedAsOne() throws {
    var runs = try (0..<8).map { _ in try Run(twoByTwo()) }
    var single = runs[0]
    Run.train(&runs, updates: 30)
    single.train(updates: 30)
    #expect(runs.allSatisfy { $0.step == single.step })
  }

  @Test func gradientsStayTrueWhereNothingMoves() throws {
    var recipe = twoByTwo()
    (recipe.l1, recipe.l2) = (0.01, 0.02)
    recipe.layers[1].trainable = []
    let run = try Run(recipe)
    for index in run.network.parameterIndices {
      #expect(GradientCheck.check(index, in: run).isPassed)
    }
  }

  @Test func stretchesAreAsFewAsPossible() throws {
    #expect(try Run(twoByTwo(.all)).plan.network.trainableRanges == [0..<12])
    #expect(try Run(twoByTwo()).plan.network.trainableRanges == [0..<4, 6..<10])
    #expect(try Run(twoByTwo([])).plan.network.trainableRanges == [])
  }

  /// Frozen under way, a weight keeps the value it had, whatever rule, decay or penalty works on the others; time goes both ways.
  @Test(arguments: Optimizer.Rule.all)
  func oneParameterIsFrozenUnderWay(_ rule: Optimizer.Rule) throws {
    var recipe = twoByTwo(.all)
    recipe.optimizer = Optimizer(rule, learningRate: 0.01)
    recipe.optimizer.weightDecay = 0.1
    (recipe.l1, recipe.l2, recipe.clipping) = (0.01, 0.01, .norm(0.1))
    var run = try Run(recipe)
    run.train(updates: 10)
    let index = ParameterIndex.weight(layer: 1, unit: 2, input: 1)
    let (kept, other) = (run.network[index], run.network[.weight(layer: 1, unit: 1, input: 1)])
    var frozen = run.activeExperiment
    frozen.frozen = [.parameter(index), .layer(2, .biases)]
    #expect(run.apply(.recipe(frozen, path: "frozen")) == nil)
    run.train(updates: 20)
    #expect(run.network[index] == kept && run.network.isFrozen(index))
    #expect(run.network[.weight(layer: 1, unit: 1, input: 1)] != other)
    let step = run.step
    run.seek(to: Position(update: 5))
    #expect(!run.network.isFrozen(index))
    run.seek(to: Position(update: 30))
    #expect(run.step == step)
  }

  @Test func aPenaltyLeavesOutWhatIsFrozen() throws {
    var recipe = twoByTwo(.all)
    recipe.l2 = 1
    let whole = try Run(recipe).step.loss
    recipe.frozen = [.parameter(.weight(layer: 1, unit: 1, input: 1))]
    let run = try Run(recipe)
    #expect(abs(whole - run.step.loss - 0.15 * 0.15 / 2) < 1e-12)
    #expect(abs(run.objective - run.step.loss) < 1e-12)
    #expect(run.plan.network.trainableRanges == [1..<12])
  }

  @Test(arguments: ["layer1", "layer2.w", "layer1.b", "layer1.batch_norm", "layer2.w[1,2]"])
  func aFrozenPartIsWrittenAsItIsRead(name: String) {
    #expect(FrozenPart(parsing: name)?.description == name)
  }

  @Test(arguments: ["", "layer", "layer0", "layer1.c", "layer1.w.b", "loss", "layer1.w[0,1]x"])
  func whatIsNoPartIsNotRead(name: String) { #expect(FrozenPart(parsing: name) == nil) }

  @Test func whatTheNetworkHasNotGotIsRefused() {
    var recipe = twoByTwo(.all)
    recipe.frozen = [.parameter(.weight(layer: 1, unit: 3, input: 1))]
    #expect(throws: ExperimentError.self) { try Run(recipe) }
    recipe.frozen = [.layer(3, .all)]
    #expect(throws: ExperimentError.self) { try Run(recipe) }
  }
}
