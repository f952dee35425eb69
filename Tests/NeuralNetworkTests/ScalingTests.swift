import NeuralNetwork
import Testing

@Suite struct ScalingTests {
  private let samples = Matrix([[1, 0.1, 5], [2, 0.1, 5], [6, 0.1, -5]])

  @Test func standardScalingGivesMeanZeroAndDeviationOne() {
    let scaled = Scaler(.standard, fitting: samples).scaled(samples)
    for column in [0, 2] {
      let values = scaled.column(column)
      #expect(abs(values.reduce(0, +)) < 1e-14)
      #expect(abs(values.reduce(0) { $0 + $1 * $1 } / 3 - 1) < 1e-14)
    }
  }

  @Test func rangeScalingGivesZeroToOne() {
    let scaled = Scaler(.range, fitting: samples).scaled(samples)
    #expect(scaled.column(0) == [0, 0.2, 1])
    #expect(scaled.column(2) == [1, 1, 0])
  }

  @Test(arguments: Scaling.allCases)
  func aConstantColumnBecomesZero(_ scaling: Scaling) {
    #expect(Scaler(scaling, fitting: samples).scaled(samples).column(1) == [0, 0, 0])
  }

  @Test func heldOutSamplesAreScaledLikeTheTrainingSamples() throws {
    var recipe = Samples.journeys[0].experiment
    let plain = try Run(recipe)
    recipe.scaling = .standard
    recipe.holdout = .data(recipe.data)
    let run = try Run(recipe)
    let scaler = try #require(run.scaler)
    #expect(scaler.scaled(plain.dataset.inputs) == run.dataset.inputs)
    #expect(run.heldOut?.inputs != run.dataset.inputs)
  }

  @Test func thereAndBackIsTheSame() {
    let samples = Matrix([[1, 200_000], [2, 350_000], [4, 500_000]])
    for scaling in Scaling.allCases {
      let scaler = Scaler(scaling, fitting: samples)
      for (a, b) in zip(scaler.unscaled(scaler.scaled(samples)).elements, samples.elements) {
        #expect(abs(a - b) <= 1e-15 * b)
      }
    }
  }

  /// Squares of such numbers are infinite, or 0.
  @Test(arguments: [1e-300, 1e-200, 1e-170, 1e170, 1e200, 1e300], Scaling.allCases)
  func hugeAndTinyNumbersAreScaledToo(_ unit: Double, _ scaling: Scaling) {
    let (plain, samples) = (Matrix([[1], [3], [-2]]), Matrix([[unit], [3 * unit], [-2 * unit]]))
    let usual = Scaler(scaling, fitting: plain).scaled(plain).elements
    let scaled = Scaler(scaling, fitting: samples).scaled(samples).elements
    #expect(zip(scaled, usual).allSatisfy { abs($0 - $1) < 1e-14 }, "\(scaled)")
  }

  /// What no number can say is refused, and never trained with.
  @Test func columnsThatAreTooWideToScaleAreRefused() throws {
    var recipe = Experiment(
      data: .explicit(inputs: [[1, 1e308], [2, -1e308]], targets: [[1], [0]]),
      layers: [LayerRecipe(units: 1, activation: .linear)], loss: .meanSquaredError,
      optimizer: Optimizer(.sgd, learningRate: 0.1), scaling: .range)
    let error = #expect(throws: ExperimentError.self) { try Run(recipe) }
    #expect(error?.sentence.hasPrefix("Column 2 of the inputs lies too far apart") == true)
    recipe.scaling = .standard
    #expect(try Run(recipe).objective.isFinite)
  }

  @Test func scaledTargetsAreSpokenOfInTheirUnit() throws {
    var recipe = Experiment(
      data: .explicit(
        inputs: [[0], [1], [2], [3]], targets: [[100_000], [200_000], [300_000], [400_000]]),
      layers: [LayerRecipe(units: 1, activation: .linear)], loss: .meanSquaredError,
      optimizer: Optimizer(.sgd, learningRate: 0.1), targetScaling: .standard)
    var run = try Run(recipe)
    run.train(updates: 500)
    #expect(run.step.loss < 1e-6)
    let outputs = run.outputs(of: run.network, on: run.dataset)
    #expect(abs(outputs[2, 0] - 300_000) < 100)
    #expect(abs(run.targets(of: run.dataset)[1, 0] - 200_000) < 1e-6)
    recipe.layers[0].activation = .sigmoid
    #expect(throws: ExperimentError.self) { try Run(recipe) }
  }
}
