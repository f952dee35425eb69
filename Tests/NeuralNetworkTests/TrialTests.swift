import Testing

@testable import NeuralNetwork

struct TrialTests {
  private let xor = Experiment(
    data: .named(.xor),
    layers: [
      LayerRecipe(units: 8, activation: .tanh), LayerRecipe(units: 1, activation: .sigmoid),
    ], loss: .binaryCrossEntropy, optimizer: Optimizer(.adam, learningRate: 0.05))

  @Test func aTrialEndsWhereARunOfItsOwnEnds() throws {
    var run = try Run(xor)
    run.train(updates: 300)
    let trial = try Trial(xor, epochs: 300) { $0.accuracy == 1 }
    #expect(trial.loss == run.datasetLoss && trial.accuracy == run.accuracy)
    #expect(trial.isSuccess == true)
    let first = try #require(trial.firstEpoch)
    var earlier = try Run(xor)
    earlier.train(updates: first)
    #expect(first > 0 && earlier.accuracy == 1)
    earlier.rewind(by: .update)
    #expect(earlier.accuracy != 1)
  }

  @Test func lengthIsTheQuestionsOrTheRecipesOrAThousandUpdates() throws {
    var recipe = xor
    #expect(try Trial(recipe).loss == Trial(recipe, epochs: 1000).loss)
    recipe.steps = 10
    #expect(try Trial(recipe).loss == Trial(recipe, epochs: 10).loss)
    #expect(try Trial(recipe, epochs: 0) { _ in true }.firstEpoch == 0)
  }

  @Test func trialsMadeTogetherAreThoseMadeAlone() throws {
    let recipes = (1...11 as ClosedRange<UInt64>).map { seed in
      var recipe = xor
      recipe.seed = seed
      return recipe
    }
    #expect(try Trial.width(of: xor) == 8)
    #expect(try Trial.together(recipes, epochs: 200) == recipes.map { try Trial($0, epochs: 200) })
    #expect(try Trial.together(recipes) == recipes.map { try Trial($0) })
    #expect(try Trial.together([]) == [])
  }

  @Test func whatDoesNotGoTogetherHasTheWidthOfOne() throws {
    #expect(try Samples.journeys.map { try Trial.width(of: $0.experiment) } == [1, 1, 1, 8, 1])
    var recipe = xor
    recipe.holdout = .share(0.25)
    recipe.earlyStopping = EarlyStopping(patience: 3)
    #expect(try Trial.width(of: recipe) == 1)
    recipe.earlyStopping = nil
    recipe.augmentation = Augmentation(noise: 0.1)
    #expect(try Trial.width(of: recipe) == 1)
  }

  @Test func aRunThatDivergesIsNoSuccess() throws {
    let line = Samples.lineFit(x: [1, 2, 3], rate: 10)
    let trial = try Trial(line, epochs: 1000) { _ in true }
    #expect(trial.hasDiverged && trial.isSuccess == false)
    let summary = TrialSummary([trial, try Trial(Samples.lineFit(x: [1, 2, 3], rate: 0.05))])
    #expect(summary.diverged == 1 && summary.loss?.maximum == .infinity)
    #expect(summary.successes == 0 && summary.accuracy == nil)
  }

  @Test func theMiddleOfAnEvenNumberIsAMean() {
    #expect(Spread([4, 1, 3, 2])?.median == 2.5)
    #expect(Spread([3, 1, 2])?.median == 2)
    #expect(Spread([.infinity, .infinity])?.median == .infinity)
    #expect(Spread([]) == nil)
  }

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

  @Test func theSurfaceOfALineIsItsParabolaAndTheWayEndsWhereTheRunEnds() throws {
    let recipe = Experiment(
      data: .explicit(inputs: [[-1], [1]], targets: [[-1], [3]]),
      layers: [
        LayerRecipe(
          units: 1, activation: .linear, explicit: ExplicitParameters(weights: [[0]], biases: [0]))
      ], loss: .meanSquaredError, optimizer: Optimizer(.sgd, learningRate: 0.1))
    let (w, b) = (
      ParameterIndex.weight(layer: 1, unit: 1, input: 1), ParameterIndex.bias(layer: 1, unit: 1)
    )
    var run = try Run(recipe)
    let surface = LossSurface(
      of: run, updates: 1000, x: w, y: b, xRange: 0...4, yRange: -1...3, columns: 5, rows: 5)
    // (w - 2)^2 + (b - 1)^2
    for (row, y) in surface.ys.enumerated() {
      for (column, x) in surface.xs.enumerated() {
        #expect(surface.losses[row, column] == (x - 2) * (x - 2) + (y - 1) * (y - 1))
      }
    }
    run.train(updates: 1000)
    #expect(surface.path.last?.x == run.network[w] && surface.path.last?.update == 1000)
    #expect(surface.path[0].x == 0 && surface.path.count <= LossSurface.mostPlaces)
  }
}
