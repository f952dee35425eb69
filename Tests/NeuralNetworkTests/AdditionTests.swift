import Testing

@testable import NeuralNetwork

/// What CONTRIBUTING.md adds: each is one file, and trains and is differentiated from its record alone.
@Suite struct AdditionTests {
  @Test func anActivationTrains() throws { try expectSound(activation: .softsign) }

  @Test func aLossTrains() throws { try expectSound(loss: .logCosh) }

  @Test func anOptimizerTrains() throws { try expectSound(rule: .signSGD) }

  /// Every gradient agrees with a finite difference, and a few updates lower the loss.
  private func expectSound(
    activation: Activation = .tanh, loss: Loss = .meanSquaredError, rule: Optimizer.Rule = .sgd
  ) throws {
    let layers = [
      LayerRecipe(units: 4, activation: activation), LayerRecipe(units: 1, activation: .linear),
    ]
    var run = try Run(
      Experiment(
        data: .named(.xor), layers: layers, loss: loss,
        optimizer: Optimizer(rule, learningRate: 0.01)))
    for index in run.network.parameterIndices {
      let check = GradientCheck.check(index, in: run)
      #expect(check.isPassed, "\(index): \(check.numerical) against \(check.analytic)")
    }
    let before = run.step.loss
    run.train(updates: 50)
    #expect(run.step.loss < before)
  }
}
