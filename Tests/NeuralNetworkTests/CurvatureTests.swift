import Testing

@testable import NeuralNetwork

/// The steepest curvature of a linear network's cost.
@Suite struct CurvatureTests {
  /// Of one sample it is 2 |x̃|²: also where the matrix of all products would not fit.
  @Test(arguments: [3, 1000, 1001, 200_000]) func ofOneSampleItIsItsLength(columns: Int) throws {
    let inputs = (0..<columns).map { Double($0 % 5) - 1.5 }
    let layer = LayerRecipe(units: 1, activation: .linear, initializer: .zeros)
    let run = try Run(
      Experiment(
        data: .samples(Dataset(inputs: Matrix([inputs]), targets: Matrix([[1]]))), layers: [layer],
        loss: .meanSquaredError, optimizer: Optimizer(.sgd, learningRate: 0)))
    let exact = 2 * inputs.reduce(1) { $0 + $1 * $1 }
    let curvature = try #require(run.activePlan.steepestCurvature(of: .meanSquaredError))
    #expect(abs(curvature - exact) <= 1e-9 * exact)
  }
}
