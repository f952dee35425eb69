import NeuralNetwork
import Testing

/// The figures that lessons show, each from the same engine that draws them.
@Suite struct WorkedExampleTests {
  private let weight = ParameterIndex.weight(layer: 1, unit: 1, input: 1)

  private func path(_ experiment: Experiment, updates: Int) throws -> [Double] {
    var run = try Run(experiment)
    return (0...updates).map { _ in
      defer { run.advance(by: .update) }
      return run.network[weight]
    }
  }

  @Test func lineFitApproachesTwo() throws {
    let found = try path(Samples.lineFit(x: [-1, -0.5, 0, 0.5, 1], rate: 0.4), updates: 6)
    let expected = [0, 0.8, 1.28, 1.568, 1.7408, 1.84448, 1.906688]
    for (w, value) in zip(found, expected) { #expect(abs(w - value) < 1e-12) }
  }

  @Test func lineFitOnTheEdgeSwingsForEver() throws {
    let found = try path(Samples.lineFit(x: [1, 2], rate: 0.4), updates: 5)
    #expect(found == [0, 4, 0, 4, 0, 4])
  }

  @Test func lineFitInOneStep() throws {
    #expect(try path(Samples.lineFit(x: [1, 2], rate: 0.2), updates: 2) == [0, 2, 2])
  }

  @Test(arguments: [(Loss.meanSquaredError, 47), (.halfMeanSquaredError, 81)])
  func twoNeuronsReachAThousandth(_ loss: Loss, _ updates: Int) throws {
    var run = try Run(Samples.twoNeurons(loss))
    while run.step.loss >= 0.001 { run.advance(by: .update) }
    #expect(run.position.update == updates)
  }

  @Test func twoNeuronsFactorByFactor() throws {
    let step = try Run(Samples.twoNeurons(.halfMeanSquaredError)).step
    #expect(abs(step.preActivations(layer: 1)[0, 0] - 0.415) < 1e-15)
    #expect(abs(step.activations(layer: 2)[0, 0] - 0.7152516802528) < 1e-13)
    #expect(abs(step.outputGradient[0, 0] - 0.4652516802528) < 1e-13)
    #expect(abs(step.deltas(layer: 2)[0, 0] - 0.0947562809691) < 1e-13)
    #expect(abs(step.gradient(weight) - 0.0010213958815) < 1e-13)
    #expect(abs(step.after(weight) - 0.1495914416474) < 1e-13)
  }

  @Test func xorFromTheIdealStart() throws {
    var run = try Run(Samples.xor([[1, -1], [-1, 1]], [1, 1]))
    let losses = [(0, 0.503), (100, 0.285), (500, 0.0521), (2000, 0.0094)]
    for (update, loss) in losses {
      run.seek(to: Position(update: update))
      #expect(abs(run.step.loss - loss) < 0.0005, "at \(update)")
    }
    run.seek(to: Position(update: 517))
    #expect(run.step.loss >= 0.05)
    run.advance(by: .update)
    #expect(run.step.loss < 0.05)
    run.seek(to: Position(update: 1))
    #expect(run.accuracy != 1)
    run.advance(by: .update)
    #expect(run.accuracy == 1)
  }

  @Test func xorFromAnOrdinaryStart() throws {
    var run = try Run(Samples.xor([[1.7, 0.8], [0.8, 1.1]], [0.7, -1.1]))
    run.train(updates: 45)
    #expect(run.accuracy != 1)
    run.advance(by: .update)
    #expect(run.accuracy == 1)
    run.seek(to: Position(update: 100))
    #expect(abs(run.step.loss - 0.4919) < 0.00005)
    run.seek(to: Position(update: 5000))
    #expect(abs(run.step.loss - 0.0045) < 0.00005)
  }

  @Test func xorFromASlowStart() throws {
    var run = try Run(Samples.xor([[0, 1.5], [0.5, -0.5]], [-0.5, 0]))
    run.train(updates: 100)
    #expect(abs(run.step.loss - 0.650) < 0.0005)
    run.seek(to: Position(update: 693))
    #expect(run.accuracy != 1)
    run.seek(to: Position(update: 694))
    #expect(run.accuracy == 1)
    run.seek(to: Position(update: 5000))
    #expect(abs(run.step.loss - 0.0038) < 0.00005)
  }

  @Test func xorStuckStarts() throws {
    var half = try Run(Samples.xor([[2.3, -0.5], [0.7, 0.2]], [0.5, -0.7]))
    half.train(updates: 20_000)
    #expect(abs(half.step.loss - 0.34657) < 0.001)
    var three = try Run(Samples.xor([[-2.8, 1.0], [-1.0, -1.7]], [0.8, 0]))
    three.train(updates: 20_000)
    #expect(abs(three.step.loss - 0.4774) < 0.001)
  }

  @Test func xorDeadFromTheStart() throws {
    var run = try Run(Samples.xor([[-0.5, -0.2], [-2, -0.2]], [1.4, 1.7]))
    let start = run.network
    run.train(updates: 100)
    #expect(run.network == start)
    #expect(abs(run.step.loss - 0.6931471805599453) < 1e-15)
    #expect(run.diagnoses.contains(.deadUnit(layer: 1, unit: 1, largestPreActivation: 0)))
    #expect(run.diagnoses.contains(.deadUnit(layer: 1, unit: 2, largestPreActivation: 0)))
  }

  @Test func sigmoidMakesAStaircaseAndReluAFlatLine() throws {
    let sigmoid = try Run(Samples.deep(.sigmoid, .xavier)).step.weightGradientNorms
    #expect(zip(sigmoid, sigmoid.dropFirst()).allSatisfy { $0 < $1 })
    #expect(sigmoid[0] < 1e-3 * sigmoid[7])
    let relu = try Run(Samples.deep(.relu, .he)).step.weightGradientNorms
    #expect(relu.allSatisfy { $0 > 0.05 * relu[7] && $0 < 20 * relu[7] })
  }

  /// The rule of Rosenblatt in exact integers: the step fires at z ≥ 0, learning rate 1, samples in order.
  @Test(arguments: [(NamedDataset.and, 5, 11, [2.0, 1, -3]), (.or, 3, 5, [1, 1, -1])])
  func perceptronRule(
    _ gate: NamedDataset, _ epochs: Int, _ corrections: Int, _ expected: [Double]
  ) throws {
    var run = try Run(perceptron(gate))
    var found = 0
    while (run.accuracy != 1 || run.position.update % 4 != 0) && run.epoch < 100 {
      found += run.step.totalGradientNorm > 0 ? 1 : 0
      run.advance(by: .update)
    }
    #expect(run.epoch <= epochs)
    #expect(found == corrections)
    #expect(run.network.parameterIndices.map { run.network[$0] } == expected)
  }

  @Test func perceptronNeverLearnsXor() throws {
    var run = try Run(perceptron(.xor))
    run.advance(by: .epoch, count: 2)
    let network = run.network
    run.advance(by: .epoch)
    #expect(run.network == network)
    #expect(run.accuracy != 1)
  }

  private func perceptron(_ gate: NamedDataset) -> Experiment {
    Experiment(
      data: .named(gate),
      layers: [LayerRecipe(units: 1, activation: .step, initializer: .zeros)], loss: .perceptron,
      optimizer: Optimizer(.sgd, learningRate: 1), batches: .size(1, isShuffled: false))
  }
}
