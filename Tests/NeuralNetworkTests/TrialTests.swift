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
    let trial = try Trial(xor, .epochs(300), goal: .allRight)
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
    #expect(try Trial(recipe).loss == Trial(recipe, .epochs(1000)).loss)
    recipe.steps = 10
    #expect(try Trial(recipe).loss == Trial(recipe, .updates(10)).loss)
    #expect(try Trial(recipe, .epochs(0), goal: .always).firstEpoch == 0)
  }

  @Test func trialsMadeTogetherAreThoseMadeAlone() throws {
    let recipes = (1...11 as ClosedRange<UInt64>).map { seed in
      var recipe = xor
      recipe.seed = seed
      return recipe
    }
    #expect(try Trial.width(of: xor) == 8)
    #expect(
      try Trial.together(recipes, .epochs(200)) == recipes.map { try Trial($0, .epochs(200)) })
    #expect(try Trial.together(recipes) == recipes.map { try Trial($0) })
    #expect(try Trial.together([]) == [])
  }

  /// Eleven seeds: eight in lanes and three more; each meets its goal at the very epoch at which it does alone.
  @Test(arguments: [TrialGoal.allRight, .lossBelow(0.1), .lossBelow(0.0007), .never, .always])
  func goalsAreMetTogetherWhenTheyAreMetAlone(_ goal: TrialGoal) throws {
    for rate in [0.05, 3] {
      let recipes = (1...11 as ClosedRange<UInt64>).map { seed in
        var recipe = xor
        (recipe.seed, recipe.optimizer.learningRate) = (seed, rate)
        return recipe
      }
      #expect(try Trial.width(of: xor, goal: goal) == 8)
      for updates in [0, 1, 2, 3, 150] {
        #expect(
          try Trial.together(recipes, .updates(updates), goal: goal)
            == recipes.map { try Trial($0, .updates(updates), goal: goal) })
      }
    }
  }

  @Test func aGoalThatLanesCannotReadIsAskedForAlone() throws {
    let weight = try #require(Quantity(parsing: "layer1.w[1,1]"))
    let goal = TrialGoal(reading: [weight]) { $0(weight) ?? 0 > 0 }
    #expect(try Trial.width(of: xor, goal: goal) == 1)
  }

  /// The batches are single samples; the last of them is easy, all of them together are not.
  @Test func aGoalIsAboutAllSamples() throws {
    var recipe = Samples.lineFit(x: [0, 1], rate: 1e-9)
    recipe.data = .explicit(inputs: [[0], [1]], targets: [[0], [5]])
    recipe.batches = .size(1, isShuffled: false)
    let trial = try Trial(recipe, .epochs(1), goal: .lossBelow(0.01))
    #expect(trial.isSuccess == false && trial.firstEpoch == nil)
    #expect(abs(trial.loss - 12.5) < 1e-6)
  }

  @Test func penaltiesArePartOfTheLoss() throws {
    var recipe = xor
    recipe.l2 = 0.01
    let trial = try Trial(recipe, .updates(100))
    var run = try Run(recipe)
    run.train(updates: 100)
    #expect(trial.loss == run.step.loss && trial.dataLoss == run.step.dataLoss)
    #expect(trial.loss > trial.dataLoss)
  }

  @Test func foldsPartTheSamples() throws {
    var recipe = xor
    recipe.data = .named(.moons, .init(samples: 23))
    var seen: [[Double]] = []
    for part in 1...5 {
      recipe.holdout = .fold(part, of: 5)
      let run = try Run(recipe)
      let heldOut = try #require(run.heldOut)
      #expect(run.dataset.count + heldOut.count == 23 && (4...5).contains(heldOut.count))
      seen += (0..<heldOut.count).map { Array(heldOut.inputs.row($0)) }
      #expect(try Trial(recipe, .updates(5)).heldOutLoss != nil)
    }
    #expect(Set(seen).count == 23)
    recipe.holdout = .fold(1, of: 24)
    #expect(throws: ExperimentError.self) { try Run(recipe) }
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
    let trial = try Trial(line, .epochs(1000), goal: .always)
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

extension TrialGoal {
  static let always = TrialGoal(reading: []) { _ in true }
  static let never = TrialGoal(reading: []) { _ in false }
  static let allRight = asking("accuracy") { $0 == 1 }
  static func lossBelow(_ limit: Double) -> TrialGoal { asking("loss") { $0 < limit } }

  private static func asking(
    _ name: String, _ question: @escaping @Sendable (Double) -> Bool
  ) -> TrialGoal {
    guard let quantity = Quantity(parsing: name) else { return .never }
    return TrialGoal(reading: [quantity]) { $0(quantity).map(question) ?? false }
  }
}
