import Testing

@testable import NeuralNetwork

@Suite struct StoppingWatchTests {
  @Test func itStopsAfterItsPatience() {
    var watch = EarlyStoppingMonitor(EarlyStopping(patience: 2))
    let stops = [3.0, 2, 2.5, 1, 1, 1].enumerated().map { update, loss in
      watch.observe(loss, at: update)
      return watch.hasStopped
    }
    #expect(stops == [false, false, false, false, false, true])
    #expect(watch.bestLoss == 1 && watch.bestUpdate == 3)
  }

  @Test func aSmallGainMayNotCount() {
    var watch = EarlyStoppingMonitor(EarlyStopping(patience: 1, minimumDelta: 0.1))
    watch.observe(1, at: 0)
    #expect(!watch.hasStopped)
    watch.observe(0.95, at: 1)
    #expect(watch.hasStopped && watch.bestUpdate == 0)
  }

  @Test func lossesThatAreNotFiniteAreNoGain() {
    var watch = EarlyStoppingMonitor(EarlyStopping(patience: 3))
    for (update, loss) in [Double.infinity, .nan, 2, .nan].enumerated() {
      watch.observe(loss, at: update)
    }
    #expect(watch.bestLoss == 2 && watch.bestUpdate == 2 && !watch.hasStopped)
  }

  @Test func withoutARuleTheRunStaysWhereItIs() throws {
    var run = try Run(Self.overfitting)
    var watch = EarlyStoppingMonitor(nil)
    watch.look(at: run)
    run.train(updates: 50)
    #expect(watch.updatesToLook(of: run) == .max)
    watch.finish(&run)
    #expect(!watch.hasStopped && watch.sentence == nil && run.position.update == 50)
  }

  /// Twenty noisy points, a large network and Adam: the held-out loss falls, then rises; the run returns to its best.
  @Test func anOverfittingRunReturnsToItsBest() throws {
    var recipe = Self.overfitting
    recipe.earlyStopping = EarlyStopping(patience: 100)
    var run = try Run(recipe)
    let watch = Self.train(&run, updates: 3000)
    let best = try #require(watch.bestUpdate)
    #expect(watch.hasStopped && watch.lastUpdate == best + 100)
    #expect(run.position.update == best && run.heldOutLoss == watch.bestLoss)
    #expect(
      watch.sentence
        == "Stopped early after \(best + 100) updates: for 100 epochs the held-out loss reached no new low. "
        + "Back to the last one, after update \(best).")
    var free = try Run(Self.overfitting)
    free.train(updates: best)
    #expect(free.step == run.step)
    free.train(updates: 3000)
    #expect(try #require(free.heldOutLoss) > 1.1 * watch.bestLoss)
    #expect(try Trial(recipe, .epochs(3000)).loss == run.datasetLoss)
    #expect(try Trial(recipe, .epochs(3000), goal: .never).loss == run.datasetLoss)
    #expect(try RunRecord(recipe, steps: 3000).value["losses"]?.numbers.count == best + 100)
  }

  /// With a smallest gain the loss may go on falling, only too slowly: the place it goes back to is not its smallest.
  @Test func theSentenceNamesTheSmallestGain() throws {
    var recipe = Self.overfitting
    recipe.earlyStopping = EarlyStopping(patience: 1000, minimumDelta: 0.05)
    var run = try Run(recipe)
    let watch = Self.train(&run, updates: 60)
    let best = try #require(watch.bestUpdate)
    #expect(
      watch.sentence
        == "After update \(best) the held-out loss reached no new low by more than 0.05: back to there."
    )
  }

  /// Where training ends within an epoch, that place counts too.
  @Test func theEndIsLookedAt() throws {
    var recipe = Self.overfitting
    recipe.earlyStopping = EarlyStopping(patience: 5)
    recipe.batches = .size(2)
    var run = try Run(recipe)
    #expect(Self.train(&run, updates: 3).bestUpdate == 3 && run.position.update == 3)
  }

  @Test func aRuleNeedsHeldOutSamplesAndPatience() {
    for (holdout, patience, delta) in [
      (nil, 1, 0.0), (Holdout.share(0.2), 0, 0), (.share(0.2), -3, 0), (.share(0.2), 1, -1),
      (.share(0.2), 1, .nan),
    ] {
      var recipe = Self.overfitting
      recipe.holdout = holdout
      recipe.earlyStopping = EarlyStopping(patience: patience, minimumDelta: delta)
      #expect { try Run(recipe) } throws: { ($0 as? ExperimentError)?.part == .earlyStopping }
    }
  }

  /// As a command does it: in pieces that end where the watch looks.
  private static func train(_ run: inout Run, updates: Int) -> EarlyStoppingMonitor {
    var watch = EarlyStoppingMonitor(run.experiment.earlyStopping)
    watch.look(at: run)
    while run.position.update < updates, !watch.hasStopped {
      run.train(updates: min(watch.updatesToLook(of: run), updates - run.position.update))
      watch.look(at: run)
    }
    watch.finish(&run)
    return watch
  }

  private static var overfitting: Experiment {
    let hidden = LayerRecipe(units: 32, activation: .tanh)
    return Experiment(
      data: .named(.sine, .init(samples: 20, noise: 0.3)),
      layers: [hidden, hidden, LayerRecipe(units: 1, activation: .linear)],
      loss: .meanSquaredError, optimizer: Optimizer(.adam, learningRate: 0.01),
      holdout: .data(.named(.sine, .init(samples: 201, noise: 0.3))))
  }
}
