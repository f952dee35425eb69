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
}
