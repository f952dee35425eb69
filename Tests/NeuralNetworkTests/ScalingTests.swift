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
}
