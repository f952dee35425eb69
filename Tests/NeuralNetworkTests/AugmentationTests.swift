import Testing

@testable import NeuralNetwork

@Suite struct AugmentationTests {
  /// A bright pixel in the middle of 5 by 5 dark ones, in every sample.
  private static func images(_ augmentation: Augmentation, samples: Int = 200) -> Experiment {
    let image = (0..<25).map { $0 == 12 ? 1.0 : 0 }
    return Experiment(
      data: .explicit(
        inputs: Array(repeating: image, count: samples),
        targets: Array(repeating: [1], count: samples)),
      layers: [LayerRecipe(units: 1, activation: .linear)], loss: .meanSquaredError,
      optimizer: Optimizer(.sgd, learningRate: 0.01), augmentation: augmentation)
  }

  @Test func shiftsReachEveryPlaceInTheirRangeAndNoOther() throws {
    let inputs = try Run(Self.images(Augmentation(shift: 1))).step.inputs
    let places = (0..<inputs.rows).map { row in inputs.row(row).firstIndex(of: 1)! - row * 25 }
    #expect(Set(places) == [6, 7, 8, 11, 12, 13, 16, 17, 18])
    #expect(inputs.elements.reduce(0, +) == 200)
  }

  @Test func whatLeavesTheImageIsGone() throws {
    var recipe = Self.images(Augmentation(shift: 1))
    let corner = (0..<25).map { $0 == 0 ? 1.0 : 0 }
    recipe.data = .explicit(
      inputs: Array(repeating: corner, count: 200), targets: Array(repeating: [1], count: 200))
    let inputs = try Run(recipe).step.inputs
    let places = Set(
      (0..<200).map { row in inputs.row(row).firstIndex(of: 1).map { $0 - row * 25 } })
    #expect(places == [nil, 0, 1, 5, 6])
  }

  @Test func noiseHasItsDeviation() throws {
    let run = try Run(Self.images(Augmentation(noise: 0.2)))
    let moves = zip(run.step.inputs.elements, run.dataset.inputs.elements).map { $0 - $1 }
    let variance = moves.reduce(0) { $0 + $1 * $1 } / Double(moves.count)
    #expect(abs(variance.squareRoot() - 0.2) < 0.01)
    #expect(abs(moves.reduce(0, +) / Double(moves.count)) < 0.01)
  }

  @Test func everyUpdateMovesAnewAndGoingBackMeetsTheSame() throws {
    var run = try Run(Self.images(Augmentation(noise: 0.1, shift: 2), samples: 3))
    let first = run.step
    run.train(updates: 1)
    #expect(run.step.inputs != first.inputs)
    run.rewind(by: .update)
    #expect(run.step == first)
    var other = Self.images(Augmentation(noise: 0.1, shift: 2), samples: 3)
    other.seed = 2
    #expect(try Run(other).step.inputs != first.inputs)
  }

  /// All samples in every batch are moved anew within a stretch of training too.
  @Test func aStretchIsTheSameAsItsUpdates() throws {
    var stretch = try Run(Self.images(Augmentation(noise: 0.1), samples: 3))
    var single = stretch
    stretch.train(updates: 20)
    for _ in 0..<20 { single.train(updates: 1) }
    #expect(stretch.step == single.step && stretch.curve == single.curve)
  }

  @Test func figuresAreThoseOfTheSamplesAsTheyAre() throws {
    var plain = Self.images(Augmentation(noise: 0.5))
    let moved = try Run(plain)
    plain.augmentation = nil
    #expect(try moved.datasetLoss == Run(plain).datasetLoss && moved.step.loss != moved.datasetLoss)
    #expect(moved.learningRateLimit == nil)
  }

  @Test(arguments: [
    (Augmentation(noise: -1), 25, "The noise is -1.0"),
    (Augmentation(noise: .nan), 25, "The noise is nan"),
    (Augmentation(shift: 1), 2, "2 inputs are none"),
    (Augmentation(shift: 1), 4, "2 by 2 pixels cannot be shifted by 1: choose from 0 to 0"),
    (Augmentation(shift: 3), 25, "choose from 0 to 2"),
    (Augmentation(shift: -1), 25, "cannot be shifted by -1"),
    (Augmentation(shift: .max), 25, "choose from 0 to 2"),
  ])
  func says(_ augmentation: Augmentation, _ inputs: Int, _ part: String) {
    var recipe = Self.images(augmentation)
    recipe.data = .explicit(inputs: [Array(repeating: 0, count: inputs)], targets: [[1]])
    #expect { try Run(recipe) } throws: { error in
      let error = error as? ExperimentError
      return error?.part == .augmentation && error?.sentence.contains(part) == true
    }
  }

  @Test func shiftsAndScalingExcludeEachOther() {
    var recipe = Self.images(Augmentation(shift: 1))
    recipe.scaling = .standard
    #expect(throws: ExperimentError.self) { try Run(recipe) }
  }
}
