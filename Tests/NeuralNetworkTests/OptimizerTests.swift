import NeuralNetwork
import Testing

@Suite struct OptimizerTests {
  private let weight = ParameterIndex.weight(layer: 1, unit: 1, input: 1)

  private func run(_ optimizer: Optimizer) throws -> Run {
    var recipe = Samples.lineFit(x: [-1, -0.5, 0, 0.5, 1], rate: 0.1)
    recipe.optimizer = optimizer
    return try Run(recipe)
  }

  @Test(arguments: Optimizer.Rule.all)
  func everyRuleGoesDownhill(_ rule: Optimizer.Rule) throws {
    let ends = try [0.5, 0.05, 0.005].map { rate in
      var run = try run(Optimizer(rule, learningRate: rate))
      let start = run.step.loss
      run.train(updates: 400)
      return run.step.loss / start
    }
    #expect(ends.contains { $0 < 0.1 }, "\(ends)")
  }

  /// AdaGrad, and the rules whose means are both corrected: m̂ / √ŝ is then the sign of g.
  @Test(arguments: Optimizer.Rule.all.filter { $0.corrected == [.first, .second] } + [.adagrad])
  func theFirstStepOfAnAdaptiveRuleHasTheLengthOfTheRate(_ rule: Optimizer.Rule) throws {
    let step = try run(Optimizer(rule, learningRate: 0.1)).step
    #expect(abs(abs(step.change(weight)) - 0.1) < 1e-8)
  }

  @Test func momentumRemembersTheGradient() throws {
    var run = try run(Optimizer(.momentum, learningRate: 0.1))
    let first = run.step.gradient(weight)
    #expect(run.step.firstMoment(weight) == first)
    run.advance(by: .update)
    let second = try #require(run.step.firstMoment(weight))
    #expect(abs(second - (0.9 * first + run.step.gradient(weight))) < 1e-15)
    #expect(run.step.secondMoment(weight) == nil)
  }

  @Test func plainDescentRemembersNothing() throws {
    let step = try run(Optimizer(.sgd, learningRate: 0.1)).step
    #expect(step.firstMoment(weight) == nil && step.secondMoment(weight) == nil)
  }

  @Test func adamKeepsBothMoments() throws {
    let step = try run(Optimizer(.adam, learningRate: 0.1)).step
    let g = step.gradient(weight)
    #expect(abs((step.firstMoment(weight) ?? 0) - 0.1 * g) < 1e-15)
    #expect(abs((step.secondMoment(weight) ?? 0) - 0.001 * g * g) < 1e-15)
  }

  @Test func aRateOfZeroChangesNothing() throws {
    var run = try run(Optimizer(.sgd, learningRate: 0))
    run.train(updates: 10)
    #expect(run.network[weight] == 0)
  }
}
