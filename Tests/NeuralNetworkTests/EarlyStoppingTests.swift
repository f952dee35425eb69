import NeuralNetwork
import Testing

@Suite struct EarlyStoppingTests {
  @Test func itStopsAfterItsPatience() {
    var stopping = EarlyStopping(patience: 2)
    let stops = [3.0, 2, 2.5, 1, 1, 1].enumerated().map { stopping.observe($1, at: $0) }
    #expect(stops == [false, false, false, false, false, true])
    #expect(stopping.bestLoss == 1 && stopping.bestUpdate == 3)
  }

  @Test func aSmallGainMayNotCount() {
    var stopping = EarlyStopping(patience: 1, minimumGain: 0.1)
    let stops = [stopping.observe(1, at: 0), stopping.observe(0.95, at: 1)]
    #expect(stops == [false, true])
  }

  /// Twenty noisy points, a large network and Adam: the held-out loss falls, then rises; the run returns to its best.
  @Test func anOverfittingRunReturnsToItsBest() throws {
    var run = try Run(overfitting)
    var stopping = EarlyStopping(patience: 10)
    let wasStopped = run.train(&stopping, every: 10, atMost: 3000)
    #expect(wasStopped)
    #expect(run.position.update == stopping.bestUpdate)
    #expect(run.heldOutLoss == stopping.bestLoss)
    let best = stopping.bestLoss
    run.train(updates: 3000)
    #expect(try #require(run.heldOutLoss) > 1.1 * best)
  }

  private var overfitting: Experiment {
    let hidden = LayerRecipe(units: 32, activation: .tanh)
    return Experiment(
      data: .named(.sine, .init(samples: 20, noise: 0.3)),
      layers: [hidden, hidden, LayerRecipe(units: 1, activation: .linear)],
      loss: .meanSquaredError, optimizer: Optimizer(.adam, learningRate: 0.01),
      holdout: .data(.named(.sine, .init(samples: 201, noise: 0.3))))
  }
}
