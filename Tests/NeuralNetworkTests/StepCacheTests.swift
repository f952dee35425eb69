import Testing

@testable import NeuralNetwork

/// Steps are worked out when somebody looks: that must change nothing, for nobody.
struct StepCacheTests {
  @Test(arguments: Samples.journeys, UInt64(1)...4)
  func `a run that is looked at goes where one goes that is not`(
    _ journey: Journey, _ seed: UInt64
  ) throws {
    var quiet = try Run(journey.experiment)
    var watched = quiet
    var (moves, looks) = (
      RandomStream(seed: seed, purpose: .split), RandomStream(seed: seed, purpose: .order)
    )
    var (copies, kept): ([Run], [(TrainingStep, [Double])]) = ([], [])
    for _ in 0..<60 {
      let move = Move(&moves, quiet)
      move.make(&quiet)
      move.make(&watched)
      switch looks.index(below: 5) {
      case 0: kept.append((watched.step, numbers(of: watched.step)))
      case 1: kept += [watched.previousStep].compactMap { $0 }.map { ($0, numbers(of: $0)) }
      case 2: copies.append(watched)
      case 3: #expect(watched.network.parameterCount > 0 && watched.divergence == nil)
      default: break
      }
      if copies.count > 3 { copies.removeFirst() }
    }
    #expect(watched.position == quiet.position && watched.curve == quiet.curve)
    #expect(watched.previousStep == quiet.previousStep)
    #expect(watched.step == quiet.step)
    for (step, numbers) in kept { #expect(self.numbers(of: step) == numbers) }
  }

  @Test(arguments: Samples.journeys)
  func `copies that stand at one place share one step`(_ journey: Journey) throws {
    var run = try Run(journey.experiment)
    run.train(updates: 3)
    var copy = run
    #expect(run.step.trainer === copy.step.trainer)
    let step = run.step
    run.train(updates: 5)
    #expect(copy.step == step && run.step != step)
    copy.train(updates: 5)
    #expect(copy.step == run.step && copy.previousStep == run.previousStep)
  }

  @Test func `the step shown is the step taken`() throws {
    var run = try Run(Samples.journeys[0].experiment)
    for _ in 0..<5 {
      let step = run.step
      run.advance(by: .update)
      #expect(run.previousStep?.trainer === step.trainer)
    }
  }

  @Test func `every step shows its own numbers`() throws {
    var run = try Run(Samples.journeys[0].experiment)
    for _ in 0..<6 {
      let step = run.step
      #expect(step.deltas(layer: 2) == step.trainer.passes[1].deltas)
      #expect(step.nextNetwork == step.trainer.state.network && step.network != step.nextNetwork)
      run.advance(by: .update)
    }
  }

  @Test func `a change is seen at once, and by nobody else`() throws {
    var run = try Run(Samples.journeys[0].experiment)
    run.train(updates: 3)
    let (copy, weight) = (run, ParameterIndex.weight(layer: 1, unit: 1, input: 1))
    let before = copy.step
    run.apply(.parameter(weight, 5))
    #expect(run.network[weight] == 5 && run.step.before(weight) == 5)
    #expect(copy.step == before && copy.network[weight] == before.before(weight))
    #expect(run.previousStep == copy.previousStep)
  }

  @Test func `many threads may look at once`() async throws {
    var run = try Run(Samples.journeys[1].experiment)
    run.train(updates: 20)
    let start = run
    await withTaskGroup(of: TrainingStep.self) { group in
      for count in 0..<16 {
        group.addTask {
          var copy = start
          copy.advance(by: .update, count: count % 2)
          return copy.step
        }
      }
      for await step in group {
        #expect(step.update == 20 ? step == start.step : step.update == 21)
      }
    }
  }

  private func numbers(of step: TrainingStep) -> [Double] {
    let layers = 1...step.network.depth
    let passes = layers.flatMap { layer in
      step.preActivations(layer: layer).elements + step.activations(layer: layer).elements
        + step.deltas(layer: layer).elements
    }
    let parameters = step.network.parameterIndices.flatMap { index in
      [step.before(index), step.gradient(index), step.after(index)]
    }
    return [step.loss, step.learningRate] + step.inputs.elements + passes + parameters
  }
}

/// One random move or change.
private enum Move {
  case advance(StepSize, Int)
  case rewind(StepSize, Int)
  case seek(Position)
  case change(Change)

  init(_ random: inout RandomStream, _ run: Run) {
    let stride = StepSize.allCases[random.index(below: StepSize.allCases.count)]
    switch random.index(below: 8) {
    case 0, 1, 2: self = .advance(stride, 1 + random.index(below: 3))
    case 3: self = .advance(.update, random.index(below: 300))
    case 4: self = .rewind(stride, 1 + random.index(below: 2))
    case 5: self = .seek(Position(update: random.index(below: 400), phase: .loss))
    case 6: self = .change(.learningRate(0.01 + 0.1 * random.uniform()))
    default:
      let indices = run.plan.network.parameterIndices
      self = .change(.parameter(indices[random.index(below: indices.count)], random.normal()))
    }
  }

  func make(_ run: inout Run) {
    switch self {
    case .advance(let stride, let count): run.advance(by: stride, count: count)
    case .rewind(let stride, let count): run.rewind(by: stride, count: count)
    case .seek(let position): run.seek(to: position)
    case .change(let change): run.apply(change)
    }
  }
}
