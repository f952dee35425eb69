import NeuralNetwork
import Testing

@Suite struct RunHistoryTests {
  private func recipe() -> Experiment {
    Experiment(
      data: .named(.moons, .init(samples: 40)),
      layers: [
        LayerRecipe(units: 4, activation: .tanh), LayerRecipe(units: 1, activation: .sigmoid),
      ], loss: .binaryCrossEntropy, optimizer: Optimizer(.adam, learningRate: 0.05),
      batches: .size(8), holdout: .share(0.25))
  }

  private func observed(_ what: Observations = .all) throws -> Run {
    var run = try Run(recipe())
    run.observe(what)
    return run
  }

  @Test func observationsAreExactAtTheirUpdates() throws {
    var run = try observed()
    run.train(updates: 700)
    let history = run.history
    #expect(history.observations.first?.update == 0 && history.seenObservations.isEmpty)
    #expect(history.observations.count > 100 && history.observations.count <= 256)
    var other = try Run(recipe())
    for observation in [history.observations[0], history.observations[57]] {
      other.seek(to: Position(update: observation.update))
      #expect(observation.heldOutLoss == other.heldOutLoss)
      #expect(observation.heldOutAccuracy == other.heldOutAccuracy)
      #expect(observation.trainingLoss == other.datasetLoss)
      #expect(observation.trainingAccuracy == other.accuracy)
      #expect(observation.weightGradientNorms == other.step.weightGradientNorms)
      #expect(observation.biasGradientNorms == other.step.biasGradientNorms)
      #expect(observation.updateRatios == other.step.updateRatios)
    }
  }

  /// The lowest of all that were looked at stays, though its neighbors went when the log was full.
  @Test func theLowestHeldOutLossStays() throws {
    var (run, lowest) = (try observed(.scores), (update: 0, loss: Double.infinity))
    while run.position.update < 250 {
      let loss = try #require(run.heldOutLoss)
      if loss < lowest.loss { lowest = (run.position.update, loss) }
      run.train(updates: 1)
    }
    run.apply(.learningRate(1e-9))
    run.train(updates: 1500)
    let kept = run.history.observations.compactMap(\.heldOutLoss).min()
    #expect(kept == lowest.loss)
    #expect(lowest.update % 8 != 0, "one that would have gone with its neighbors")
  }

  @Test func lookingDecidesNoNumber() throws {
    var (observed, plain) = (try observed(), try Run(recipe()))
    for updates in [1, 2, 300, 900] {
      observed.train(updates: updates)
      plain.train(updates: updates)
      #expect(observed.step == plain.step && observed.curve == plain.curve)
    }
    #expect(plain.history.observations.isEmpty)
  }

  @Test func onlyWhatIsAskedForIsKept() throws {
    var run = try observed(.gradientNorms)
    run.train(updates: 3)
    #expect(run.history.observations.allSatisfy { $0.heldOutLoss == nil && $0.updateRatios == [] })
    #expect(run.history.observations.allSatisfy { $0.weightGradientNorms.count == 2 })
  }

  @Test func whatWasSeenStaysWhenTheRunGoesBack() throws {
    var run = try observed()
    run.train(updates: 100)
    let all = run.history
    run.seek(to: Position(update: 30))
    let back = run.history
    #expect(back.losses.count == 30 && back.seenLosses?.buckets == all.losses.buckets)
    #expect(back.observations + back.seenObservations == all.observations)
    #expect(back.observations.last?.update == 30)
    run.seek(to: Position(update: 100))
    #expect(run.history.seenLosses == nil && run.history.observations == all.observations)
  }

  @Test func aChangeBeginsAnotherFuture() throws {
    var run = try observed()
    run.train(updates: 100)
    run.seek(to: Position(update: 30))
    run.apply(.learningRate(0.5))
    #expect(run.history.seenLosses == nil && run.history.seenObservations.isEmpty)
    run.train(updates: 10)
    #expect(run.history.observations.map(\.update) == Array(0..<40))
  }

  /// Weights whose squares are no numbers any more have a ratio all the same: here that of AdamW's decay alone.
  @Test func aRatioOfHugeWeightsIsANumber() throws {
    var experiment = recipe()
    experiment.layers = [LayerRecipe(units: 1, activation: .sigmoid)]
    experiment.loss = .meanSquaredError
    experiment.optimizer = Optimizer(.adamw, learningRate: 0.1)
    experiment.optimizer.weightDecay = 0.1
    var run = try Run(experiment)
    for index in run.network.parameterIndices { run.apply(.parameter(index, 1e160)) }
    let ratio = try #require(run.step.updateRatios[0])
    #expect(abs(ratio - 0.01) < 1e-12)
  }

  // MARK: - The trail

  /// Every update at first, then every third, then every ninth: each where the run was at that update.
  @Test func theTrailIsWhereTheRunWas() throws {
    let parameter = ParameterIndex.weight(layer: 1, unit: 2, input: 1)
    var run = try observed(.trail)
    run.train(updates: 1)
    run.train(updates: 4000)
    run.seek(to: Position(update: 3001))
    let places = try #require(run.trail(of: parameter))
    let updates =
      Array(0..<600) + stride(from: 600, to: 1800, by: 3) + stride(from: 1800, to: 3001, by: 9)
    #expect(places.count == updates.count)
    var other = try Run(recipe())
    for index in [0, 1, 599, 600, 601, 999, 1000, places.count - 1] {
      other.seek(to: Position(update: updates[index]))
      #expect(places[index] == other.network[parameter])
    }
    #expect(run.history.observations.isEmpty)
  }

  @Test func theTrailEndsWhereAnotherFutureBegins() throws {
    let parameter = ParameterIndex.bias(layer: 1, unit: 1)
    var run = try observed()
    run.train(updates: 100)
    run.seek(to: Position(update: 30))
    run.apply(.parameter(parameter, 7))
    #expect(run.trail(of: parameter)?.count == 30)
    run.train(updates: 3)
    #expect(run.trail(of: parameter)?.count == 33 && run.trail(of: parameter)?[30] == 7)
  }

  /// A trail that does not begin at the beginning is none.
  @Test func aTrailIsWholeOrNone() throws {
    let parameter = ParameterIndex.bias(layer: 1, unit: 1)
    var run = try Run(recipe())
    #expect(run.trail(of: parameter) == nil)
    run.train(updates: 3)
    run.observe(.trail)
    run.train(updates: 3)
    #expect(run.trail(of: parameter) == nil)
  }
}
