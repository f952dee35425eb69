import Testing

@testable import NeuralNetwork

@Suite struct DatasetTests {
  private static let drawn = NamedDataset.all.filter { $0.make != nil }

  private func make(
    _ name: NamedDataset, _ options: DatasetOptions = DatasetOptions(), seed: UInt64 = 1
  ) throws -> Dataset {
    try Dataset(.named(name, options), seed: seed)
  }

  @Test(arguments: drawn)
  func theSameSeedGivesTheSameData(_ name: NamedDataset) throws {
    #expect(try make(name) == make(name))
    #expect(try make(name).inputs.elements.allSatisfy(\.isFinite))
  }

  /// Those that are drawn at random from the start: a line without noise is the same for every seed.
  private static let random = NamedDataset.all.filter {
    $0.make != nil && $0.settings.contains(.samples) && $0 != .line
  }

  @Test(arguments: random, [1, 2, 7, 100])
  func samplesAreAsManyAsAskedFor(_ name: NamedDataset, _ count: Int) throws {
    let data = try make(name, .init(samples: count))
    #expect(data.count == count)
    #expect(try make(name, .init(samples: count), seed: 2) != data)
  }

  @Test func theLineByItselfIsTheLessonsFivePoints() throws {
    let data = try make(.line)
    #expect(data.inputs.elements == [-1, -0.5, 0, 0.5, 1])
    #expect(data.targets.elements == [-2, -1, 0, 1, 2])
    #expect(data.classCount == nil)
  }

  @Test func gatesAreTruthTables() throws {
    #expect(try make(.and).targets.elements == [0, 0, 0, 1])
    #expect(try make(.or).targets.elements == [0, 1, 1, 1])
    #expect(try make(.xor).targets.elements == [0, 1, 1, 0])
    #expect(try make(.xor).labels == [0, 1, 1, 0])
  }

  @Test func manyClassesAreOneColumnEach() throws {
    let data = try make(.spirals, .init(samples: 12, classes: 4))
    #expect(data.classCount == 4)
    #expect(data.labels == [0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3])
  }

  @Test func twoClassesFitASoftmaxOfTwo() throws {
    let run = try Run(
      Experiment(
        data: .named(.moons), layers: [LayerRecipe(units: 2, activation: .softmax)],
        loss: .categoricalCrossEntropy, optimizer: Optimizer(.sgd, learningRate: 0.1)))
    #expect(run.dataset.targets.columns == 2)
    #expect(run.dataset.classCount == 2)
  }

  @Test func circlesWithoutNoiseLieOnTheirCircles() throws {
    let data = try make(.circles, .init(samples: 40, noise: 0))
    for row in 0..<40 {
      let radius =
        (data.inputs[row, 0] * data.inputs[row, 0]
        + data.inputs[row, 1] * data.inputs[row, 1]).squareRoot()
      #expect(abs(radius - (data.targets[row, 0] == 0 ? 1 : 0.5)) < 1e-14)
    }
  }

  @Test func nonsenseIsRefused() {
    let nonsense: [DataRecipe] = [
      .explicit(inputs: [], targets: []), .explicit(inputs: [[1]], targets: [[1], [2]]),
      .explicit(inputs: [[1, 2], [3]], targets: [[1], [2]]),
      .explicit(inputs: [[.nan]], targets: [[1]]), .explicit(inputs: [[]], targets: [[1]]),
      .named(.moons, .init(samples: 0)), .named(.moons, .init(samples: -5)),
      .named(.blobs, .init(samples: 1_000_000, classes: 100)), .named(.moons, .init(noise: -1)),
      .named(.blobs, .init(classes: 1)), .named(.digits),
    ]
    for recipe in nonsense {
      #expect(throws: ExperimentError.self) { try Dataset(recipe, seed: 1) }
    }
  }
}
