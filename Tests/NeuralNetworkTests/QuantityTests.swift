import NeuralNetwork
import Testing

@Suite struct QuantityTests {
  private func value(_ name: String, in run: Run) throws -> Double? {
    try #require(Quantity(parsing: name)).value(in: run)
  }

  @Test func everyNameIsKnown() {
    for name in Quantity.names { #expect(Quantity(parsing: name) != nil, "\(name)") }
  }

  @Test func namesReadTheStep() throws {
    let run = try Run(Samples.twoNeurons(.halfMeanSquaredError))
    #expect(try value("layer1.z[1]", in: run) == run.step.preActivations(layer: 1)[0, 0])
    #expect(try value("layer2.w[1,1]", in: run) == 0.45)
    #expect(try value("layer2.b[1]", in: run) == 0.65)
    #expect(
      try value("layer1.w[1,1].grad", in: run)
        == run.step.gradient(.weight(layer: 1, unit: 1, input: 1)))
    #expect(
      try value("layer1.w[1,1].change", in: run)
        == run.step.change(.weight(layer: 1, unit: 1, input: 1)))
    #expect(try value("input[1]", in: run) == 0.1)
    #expect(try value("target[1]", in: run) == 0.25)
    #expect(try value("output[1]", in: run) == run.step.outputs[0, 0])
    #expect(try value("loss", in: run) == run.step.loss)
    #expect(try value("learning_rate", in: run) == 0.4)
    #expect(try value("update", in: run) == 0)
    #expect(try value("accuracy", in: run) == nil)
  }

  @Test func figuresTellTheSampleSetsApart() throws {
    var recipe = Samples.xor([[1, -1], [-1, 1]], [1, 1])
    // Two samples that the network gets wrong, and one that it gets right: it puts out ½ at least.
    recipe.holdout = .data(.explicit(inputs: [[0, 1], [2, 0]], targets: [[0], [0]]))
    recipe.test = .data(.explicit(inputs: [[0, 1]], targets: [[1]]))
    let run = try Run(recipe)
    #expect(try value("test_accuracy", in: run) == 1)
    #expect(try value("heldout_accuracy", in: run) == 0)
    let (held, own) = (try value("heldout_loss", in: run), try value("dataset_loss", in: run))
    #expect(try value("gap", in: run) == (try #require(held)) - (try #require(own)))
    #expect(try value("test_loss", in: run) == run.testLoss)
    #expect(try value("heldout_confusion[1,2]", in: run) == 2)
    #expect(try value("test_confusion[2,2]", in: run) == 1)
    #expect(try value("confusion[2,2]", in: run) == 2)
    #expect(try value("confusion[3,1]", in: run) == nil)
  }

  /// Targets of 0 and 4 beside outputs of 1 and 3; the unit of the error is that of the targets, whatever trains.
  @Test func numbersHaveFiguresOfTheirOwn() throws {
    var recipe = Samples.lineFit(x: [1, 3], rate: 0.1)
    recipe.data = .explicit(inputs: [[1], [3]], targets: [[0], [4]])
    recipe.layers[0].explicit = .init(weights: [[1]])
    recipe.test = .data(.explicit(inputs: [[2]], targets: [[5]]))
    let run = try Run(recipe)
    #expect(try value("rms_error", in: run) == 1 && value("r_squared", in: run) == 0.75)
    #expect(try value("test_rms_error", in: run) == 3 && value("heldout_r_squared", in: run) == nil)
    recipe.targetScaling = .standard
    recipe.layers[0].explicit = .init(weights: [[0]])
    #expect(
      try value("rms_error", in: Run(recipe)) == 2 && value("r_squared", in: Run(recipe)) == 0)
    #expect(try value("r_squared", in: Run(Samples.xor([[1, -1], [-1, 1]], [1, 1]))) == nil)
  }

  @Test func figuresOfLayersAreOverTheDataSet() throws {
    let run = try Run(Samples.xor([[-1, -1], [-1, 1]], [1, 1]))
    #expect(try value("layer1.dead", in: run) == 1)
    #expect(try value("layer1.saturated", in: run) == 0)
    // The second unit puts out 0, 1, 0, 0 over the four points, the first nothing.
    #expect(try value("layer1.mean", in: run) == 0.125)
    #expect(try value("layer1.std", in: run) == (7.0 / 64).squareRoot())
    #expect(try value("layer3.mean", in: run) == nil)
  }

  @Test func theEdgeIsKnownWhereTheCostIsQuadratic() throws {
    #expect(try value("edge", in: try Run(Samples.lineFit(x: [1, 2], rate: 0.1))) == 0.4)
    #expect(try value("edge", in: try Run(Samples.twoNeurons(.meanSquaredError))) == nil)
  }

  @Test func theLossIsThatOfAllSamplesAndABatchHasItsOwn() throws {
    var recipe = Samples.lineFit(x: [0, 1], rate: 0.1)
    recipe.data = .explicit(inputs: [[0], [1]], targets: [[0], [5]])
    (recipe.batches, recipe.l2) = (.size(1, isShuffled: false), 0.5)
    recipe.layers[0].explicit = .init(weights: [[2]])
    recipe.test = .data(.explicit(inputs: [[1]], targets: [[4]]))
    let run = try Run(recipe)
    // Errors 0 and 3; the penalty is 0.5 / 2 · 2².
    #expect(try value("data_loss", in: run) == 4.5 && value("loss", in: run) == 5.5)
    #expect(try value("batch_loss", in: run) == 1 && value("test_loss", in: run) == 4)
    #expect(try value("heldout_loss", in: run) == nil)
  }

  @Test func aSampleOfTheBatchMayBeChosen() throws {
    let run = try Run(Samples.xor([[1, -1], [-1, 1]], [1, 1]))
    #expect(try value("sample3.input[1]", in: run) == 1)
    #expect(try value("sample3.layer1.a[2]", in: run) == 0)
    #expect(try value("sample2.layer1.a[2]", in: run) == 1)
    #expect(try value("sample5.layer1.a[2]", in: run) == nil)
  }

  @Test func weightsAreNamedUnitFirst() throws {
    let run = try Run(Samples.xor([[1, 2], [3, 4]], [1, 1]))
    #expect(try value("layer1.w[1,2]", in: run) == 2)
    #expect(try value("layer1.w[2, 1]", in: run) == 3)
    #expect(try value("layer1.w[2,3]", in: run) == nil)
    #expect(try value("layer3.w[1,1]", in: run) == nil)
  }

  @Test(arguments: [
    "", ".", "layer1", "layer0.z[1]", "layer1.z", "layer1.z[0]", "layer1.z[1,2]",
    "layer1.z[1].grad",
    "layer1.w[1]", "layer1.w[1,1].gradient", "sample1.loss", "sample0.output[1]", "losses",
    "layer99999999999999999999.z[1]", "layer1.z[1", "layer1..z[1]", "layer-1.z[1]",
  ])
  func otherTextIsNoName(_ text: String) {
    #expect(Quantity(parsing: text) == nil)
  }

  @Test(arguments: [
    ("layer2.zz[3]", "layer2.z[3]"), ("layer1.w[2,3].gradd", "layer1.w[2,3].grad"),
    ("los", "loss"), ("learning-rate", "learning_rate"), ("lyer1.delta[2]", "layer1.delta[2]"),
  ])
  func theNearestNameIsSuggested(_ text: String, _ name: String) {
    #expect(Quantity.suggestion(for: text) == name)
  }

  @Test func nonsenseHasNoSuggestion() {
    #expect(Quantity.suggestion(for: "quite something else altogether") == nil)
  }

  @Test func knowledgeGrowsWithThePhase() throws {
    let phases = Phase.all(depth: 2)
    func firstKnown(_ name: String) throws -> Phase? {
      let quantity = try #require(Quantity(parsing: name))
      return phases.first { quantity.isKnown(at: $0, depth: 2) }
    }
    #expect(try firstKnown("layer1.w[1,1]") == .start)
    #expect(try firstKnown("layer1.a[1]") == .forward(layer: 1))
    #expect(try firstKnown("output[1]") == .forward(layer: 2))
    #expect(try firstKnown("loss") == .loss)
    #expect(try firstKnown("layer2.w[1,1].grad") == .backward(layer: 2))
    #expect(try firstKnown("layer1.delta[1]") == .backward(layer: 1))
    #expect(try firstKnown("layer2.w[1,1].change") == .whole)
  }
}
