import NeuralNetwork
import Testing

@Suite struct RunTests {
  @Test func aRunBeginsBeforeTheFirstPhase() throws {
    let run = try Run(Samples.twoNeurons(.halfMeanSquaredError))
    #expect(run.position == Position(update: 0, phase: .start))
    #expect(run.previousStep == nil)
    #expect(run.curve.buckets.isEmpty)
  }

  @Test func phasesWalkThroughAStepAndOverItsEnd() throws {
    var run = try Run(Samples.twoNeurons(.halfMeanSquaredError))
    let expected: [Phase] = [
      .forward(layer: 1), .forward(layer: 2), .loss, .backward(layer: 2), .backward(layer: 1),
    ]
    for phase in expected {
      run.advance(by: .phase)
      #expect(run.position == Position(update: 0, phase: phase))
    }
    let step = run.step
    run.advance(by: .phase)
    #expect(run.position == Position(update: 1, phase: .start))
    #expect(run.previousStep == step)
    run.rewind(by: .phase)
    #expect(run.position == Position(update: 0, phase: .whole))
    run.rewind(by: .phase, count: 100)
    #expect(run.position == Position(update: 0, phase: .start))
  }

  @Test func updatesAndEpochsLandOnWholeSteps() throws {
    var run = try Run(Samples.journeys[0].experiment)
    #expect(run.updatesPerEpoch == 4)
    run.advance(by: .update, count: 3)
    #expect(run.position == Position(update: 3, phase: .whole))
    #expect(run.epoch == 0)
    run.advance(by: .epoch)
    #expect(run.position == Position(update: 4, phase: .whole))
    run.advance(by: .epoch, count: 2)
    #expect(run.position.update == 12)
    run.rewind(by: .epoch)
    #expect(run.position.update == 8)
    run.rewind(by: .update)
    #expect(run.position == Position(update: 7, phase: .whole))
    run.rewind(by: .epoch)
    #expect(run.position.update == 4)
    run.rewind(by: .epoch)
    #expect(run.position == Position(update: 0, phase: .whole))
    run.rewind(by: .epoch)
    #expect(run.position == Position(update: 0, phase: .start))
  }

  @Test(arguments: [StepSize.phase, .update, .epoch])
  func rewindingManyTimesIsRewindingAtOnce(_ stride: StepSize) throws {
    var run = try Run(Samples.journeys[0].experiment)
    run.seek(to: Position(update: 13, phase: .loss))
    for count in [1, 2, 3, 5, .max] {
      var (once, often) = (run, run)
      once.rewind(by: stride, count: count)
      for _ in 0..<min(count, 100) { often.rewind(by: stride) }
      #expect(once.position == often.position && once.step == often.step)
    }
  }

  @Test func aMaskWithTooFewRowsStartsOver() throws {
    var recipe = Samples.journeys[0].experiment
    recipe.data = .explicit(inputs: [[1], [2], [3]], targets: [[0], [1], [0]])
    recipe.loss = .meanSquaredError
    recipe.batches = .size(2, isShuffled: false)
    let masks: [[[Double]]] = [[[1, 0], [0, 1]], [[1, 1]], [[0, 1], [1, 1]]]
    recipe.layers = [
      LayerRecipe(units: 2, activation: .linear, dropout: DropoutRecipe(rate: 0.5, masks: masks)),
      LayerRecipe(units: 1, activation: .linear),
    ]
    var run = try Run(recipe)
    run.train(updates: 4)
    let scales = try #require(run.step.dropoutScale(layer: 1))
    #expect(scales == Matrix([[2, 2], [2, 2]]))
  }

  @Test func asManyEpochsAsThereAreNumbersLeadToTheEnd() throws {
    var recipe = Samples.lineFit(x: [1, 2, 3], rate: 10)
    recipe.batches = .size(1)
    var run = try Run(recipe)
    #expect(run.updates(inEpochs: 2) == 6 && run.updates(inEpochs: -1) == 0)
    #expect(run.updates(inEpochs: .max) == Limits.updates)
    // The end of a run that diverges comes early.
    for _ in 0..<2 {
      run.advance(by: .epoch, count: .max)
      #expect(run.divergence != nil && run.position.update > 3)
      run.seek(to: Position(update: 3))
    }
  }

  @Test func anEpochUsesEverySampleOnce() throws {
    var run = try Run(Samples.journeys[0].experiment)
    var samples: [Int] = []
    for _ in 0..<run.updatesPerEpoch {
      samples += run.step.sampleIndices
      run.advance(by: .update)
    }
    #expect(samples.sorted() == Array(0..<30))
    #expect(samples != Array(0..<30))
  }

  @Test func aStepIsMadeOfItsParts() throws {
    var run = try Run(Samples.journeys[0].experiment)
    run.train(updates: 5)
    let step = try #require(run.previousStep)
    let weight = ParameterIndex.weight(layer: 1, unit: 2, input: 1)
    #expect(step.after(weight) == run.network[weight])
    #expect(step.before(weight) + step.change(weight) == step.after(weight))
    #expect(step.nextNetwork == run.step.network)
  }

  @Test(arguments: Samples.journeys)
  func everySeekRestoresEveryBit(_ journey: Journey) throws {
    var run = try Run(journey.experiment)
    var random = RandomStream(seed: 7, purpose: .split)
    for _ in 0..<120 {
      wander(&run, &random)
      let fresh = try replay(journey.experiment, run.journal, run.position)
      #expect(run.position == fresh.position)
      #expect(bits(run) == bits(fresh))
      #expect(run.step == fresh.step)
      #expect(run.previousStep == fresh.previousStep)
      #expect(run.curve == fresh.curve)
    }
  }

  /// Keyframes lie at multiples of 64 or 4096 updates: going back to one, and to its neighbors, must be exact too.
  @Test(arguments: Samples.journeys)
  func seeksAroundKeyframesAreExact(_ journey: Journey) throws {
    var run = try Run(journey.experiment)
    run.train(updates: 1100)
    for update in [8192, 8193, 4097, 4096, 4095, 576, 512, 64, 63, 1, 0, 512, 0] {
      run.seek(to: Position(update: update))
      var fresh = try Run(journey.experiment)
      fresh.seek(to: Position(update: update))
      #expect(run.position == fresh.position)
      #expect(bits(run) == bits(fresh))
      #expect(run.previousStep == fresh.previousStep)
      #expect(run.curve == fresh.curve)
    }
  }

  /// One random move or change.
  private func wander(_ run: inout Run, _ random: inout RandomStream) {
    let strides = StepSize.allCases
    let stride = strides[random.index(below: strides.count)]
    switch random.index(below: 8) {
    case 0, 1: run.advance(by: stride, count: 1 + random.index(below: 5))
    case 2, 3: run.rewind(by: stride, count: 1 + random.index(below: 3))
    case 4: run.train(updates: random.index(below: 700))
    case 5: run.seek(to: Position(update: random.index(below: 1500), phase: .loss))
    case 6: run.apply(.learningRate(0.01 + 0.1 * random.uniform()))
    default:
      let indices = run.network.parameterIndices
      run.apply(.parameter(indices[random.index(below: indices.count)], random.normal()))
      if random.index(below: 2) == 0 { run.apply(.hiddenActivation(.sigmoid)) }
    }
  }

  /// The same place reached from the start, forward only.
  private func replay(
    _ experiment: Experiment, _ journal: Journal, _ position: Position
  ) throws -> Run {
    var run = try Run(experiment)
    for entry in journal.entries where entry.update <= position.update {
      run.seek(to: Position(update: entry.update))
      run.apply(entry.change)
    }
    run.seek(to: position)
    return run
  }

  private func bits(_ run: Run) -> [UInt64] {
    let layers = 1...run.depth
    let statistics = layers.flatMap {
      (run.network.runningMean(layer: $0) ?? []) + (run.network.runningVariance(layer: $0) ?? [])
    }
    let indices = run.network.parameterIndices
    let moments = indices.flatMap {
      [run.step.firstMoment($0), run.step.secondMoment($0)].compactMap { $0 }
    }
    return (indices.map { run.network[$0] } + statistics + moments).map(\.bitPattern)
  }

  @Test func aChangeForgetsTheFutureAndKeepsThePast() throws {
    var run = try Run(Samples.journeys[0].experiment)
    run.train(updates: 600)
    run.seek(to: Position(update: 100))
    run.apply(.learningRate(0.5))
    #expect(run.learningRate == 0.5)
    #expect(run.curve.marks.map(\.update) == [100])
    run.seek(to: Position(update: 50))
    #expect(run.learningRate == 0.05)
    #expect(run.curve.marks.isEmpty)
    run.seek(to: Position(update: 101))
    #expect(run.learningRate == 0.5)
    run.seek(to: Position(update: 50))
    run.apply(.loss(.meanSquaredError))
    run.seek(to: Position(update: 101))
    #expect(run.learningRate == 0.05)
    #expect(run.loss == .meanSquaredError)
  }

  @Test func aChangeThatMakesNoSenseIsRefused() throws {
    var run = try Run(Samples.twoNeurons(.meanSquaredError))
    #expect(run.apply(.loss(.categoricalCrossEntropy)) != nil)
    #expect(run.apply(.learningRate(-1)) != nil)
    #expect(run.apply(.hiddenActivation(.softmax)) != nil)
    #expect(run.apply(.parameter(.bias(layer: 3, unit: 1), 0)) != nil)
    #expect(run.apply(.parameter(.bias(layer: 1, unit: 1), .nan)) != nil)
    #expect(run.journal.entries.isEmpty)
    #expect(run.apply(.loss(.halfMeanSquaredError)) == nil)
  }

  @Test func trainingStopsAtTheLastFiniteState() throws {
    var run = try Run(Samples.lineFit(x: [1, 2, 3], rate: 1e3))
    run.train(updates: 1000)
    let divergence = try #require(run.divergence)
    #expect(divergence.update == run.position.update)
    #expect(run.step.before(.weight(layer: 1, unit: 1, input: 1)).isFinite)
    #expect(run.diagnoses.first?.kind == .divergence)
    let place = run.position
    run.advance(by: .update)
    #expect(run.position == place)
    var slow = try Run(Samples.lineFit(x: [1, 2, 3], rate: 1e3))
    while slow.divergence == nil { slow.advance(by: .update) }
    #expect(slow.divergence == divergence)
    #expect(slow.step == run.step)
    #expect(slow.previousStep == run.previousStep)
    run.rewind(by: .update)
    #expect(run.divergence == nil)
  }

  @Test func aParameterThatOverflowsIsADivergenceToo() throws {
    var recipe = Samples.lineFit(x: [1], rate: 1e200)
    recipe.data = .explicit(inputs: [[1]], targets: [[1e150]])
    let run = try Run(recipe)
    #expect(run.step.loss.isFinite)
    #expect(run.divergence?.place == .update(layer: 1))
  }

  @Test func everyEpochHasItsOwnOrder() throws {
    var run = try Run(Samples.journeys[0].experiment)
    let first = run.step.sampleIndices
    run.advance(by: .epoch)
    #expect(run.step.sampleIndices != first)
  }

  @Test func everyUpdateAndLayerDropsOtherUnits() throws {
    let hidden = LayerRecipe(units: 20, activation: .tanh, dropout: .init(rate: 0.4))
    var recipe = Samples.journeys[0].experiment
    recipe.layers = [hidden, hidden, LayerRecipe(units: 1, activation: .sigmoid)]
    var run = try Run(recipe)
    let masks = [run.step.dropoutScale(layer: 1), run.step.dropoutScale(layer: 2)]
    run.advance(by: .update)
    let all = masks + [run.step.dropoutScale(layer: 1), run.step.dropoutScale(layer: 2)]
    #expect(Set(all.map { $0?.elements ?? [] }).count == 4)
    let kept = all.flatMap { $0?.elements ?? [] }.count { $0 > 0 }
    #expect(abs(Double(kept) / 640 - 0.6) < 0.08)
  }

  @Test func aDivergenceAtTheFirstUpdateStaysAtTheStart() throws {
    var run = try Run(Samples.lineFit(x: [1e200], rate: 1))
    run.train(updates: 10)
    #expect(run.position.update == 0)
    #expect(run.divergence?.place == .loss)
  }
}
