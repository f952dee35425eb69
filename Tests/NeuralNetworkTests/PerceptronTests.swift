import Testing

@testable import NeuralNetwork

@Suite struct PerceptronTests {
  @Test func aMistakeMovesTheWeightsByTheSample() {
    var unit = Perceptron(inputCount: 2)
    #expect(unit.output(for: [3, -4]) == 1)
    let wasWrong = unit.learn([3, -4], target: 0)
    #expect(wasWrong && unit.weights == [-3, 4] && unit.bias == -1)
    let isWrongAgain = unit.learn([3, -4], target: 0)
    #expect(!isWrongAgain && unit.weights == [-3, 4] && unit.bias == -1)
  }

  /// Known by hand: the first epoch without a mistake, the updates made, and where they led.
  @Test(arguments: [
    (NamedDataset.and, 6, 11, [2, 1], -3), (.or, 4, 5, [1, 1], -1),
  ])
  func separableClassesAreSeparated(
    _ name: NamedDataset, _ epochs: Int, _ updates: Int, _ weights: [Int], _ bias: Int
  ) throws {
    var training = try PerceptronTraining(Dataset(.named(name), seed: 1))
    while training.outcome == nil { training.trainEpoch() }
    #expect(training.outcome == .separated && training.mistakes == 0)
    #expect(training.epoch == epochs && training.updates == updates)
    #expect(training.perceptron.weights == weights && training.perceptron.bias == bias)
    let end = training
    training.trainEpoch()
    #expect(training == end)
  }

  /// From epoch 3 on every epoch makes the same four mistakes and comes back to the same weights.
  @Test func xorGoesRoundForEver() throws {
    var training = try PerceptronTraining(Dataset(.named(.xor), seed: 1))
    while training.outcome == nil { training.trainEpoch() }
    #expect(training.outcome == .repeats(epoch: 2) && training.epoch == 3 && training.mistakes == 4)
    #expect(training.sentence?.contains("are those after epoch 2") == true)
  }

  /// A cycle of many epochs is found as well: the unit must be where it was some whole cycles ago.
  @Test func longCyclesAreFound() throws {
    let inputs: [[Double]] = [[7, -3], [-2, 11], [5, 5], [-6, -1], [3, 8], [1, -9]]
    let targets: [[Double]] = [[1], [1], [0], [0], [1], [1]]
    let data = Dataset(inputs: Matrix(inputs), targets: Matrix(targets))
    var (training, past) = (try PerceptronTraining(data), [Perceptron(inputCount: 2)])
    while training.outcome == nil, training.epoch < 100_000 {
      training.trainEpoch()
      past.append(training.perceptron)
    }
    guard case .repeats(let earlier) = training.outcome else {
      Issue.record("no cycle was found: \(training)")
      return
    }
    #expect(training.epoch - earlier > 1)
    #expect(past[earlier] == training.perceptron)
    #expect(Set(past[earlier..<training.epoch]).count == training.epoch - earlier)
  }

  /// The network engine does the same in floating point, which holds whole numbers exactly.
  @Test(arguments: [NamedDataset.and, .or, .xor])
  func theEngineTakesTheSameWay(_ name: NamedDataset) throws {
    var training = try PerceptronTraining(Dataset(.named(name), seed: 1))
    var run = try Run(
      Experiment(
        data: .named(name),
        layers: [LayerRecipe(units: 1, activation: .step, initializer: .zeros)], loss: .perceptron,
        optimizer: Optimizer(.sgd, learningRate: 1), batches: .size(1, isShuffled: false)))
    while training.outcome == nil {
      training.trainEpoch()
      run.advance(by: .epoch)
      #expect(
        run.network.weights(layer: 1).elements == training.perceptron.weights.map(Double.init))
      #expect(run.network.biases(layer: 1) == [Double(training.perceptron.bias)])
    }
    #expect((run.accuracy == 1) == (training.outcome == .separated))
  }

  @Test func numbersThatWouldOutgrow64BitsEndIt() throws {
    var training = try PerceptronTraining(
      Dataset(inputs: Matrix([[1e5, -1e5], [3, 4]]), targets: Matrix([[0], [1]])))
    let (most, isTooMuch) = training.mostUpdates.multipliedReportingOverflow(
      by: 20_000_000_001)
    #expect(!isTooMuch && most > Int.max / 2)
    training.mostUpdates = 2
    while training.outcome == nil { training.trainEpoch() }
    #expect(training.outcome == .outgrown && training.updates <= 2)
  }

  private static let rejected: [(inputs: [[Double]], targets: [[Double]], part: String)] = [
    ([[0.5]], [[0]], "an input is 0.5"), ([[1e7]], [[0]], "an input is 10000000.0"),
    ([[.nan]], [[0]], "an input is nan"), ([[-.infinity]], [[0]], "an input is -inf"),
    ([[-9_223_372_036_854_775_808]], [[0]], "an input is -9.2"),
    ([[1]], [[2]], "one is 2.0"), ([[1]], [[0, 1]], "each target has 2 numbers"),
  ]

  @Test(arguments: rejected.indices)
  func says(_ index: Int) {
    let (inputs, targets, part) = Self.rejected[index]
    let data = Dataset(inputs: Matrix(inputs), targets: Matrix(targets))
    #expect { try PerceptronTraining(data) } throws: {
      ($0 as? ExperimentError)?.sentence.contains(part) == true
    }
  }
}
