import NeuralNetwork
import Testing

@Suite struct InitializerTests {
  private func weights(_ initializer: Initializer, units: Int, inputs: Int) throws -> Matrix {
    let rows = (0..<2).map { row in (0..<inputs).map { Double($0 == row ? 1 : 0) } }
    let run = try Run(
      Experiment(
        data: .explicit(inputs: rows, targets: rows.map { _ in Array(repeating: 0, count: units) }),
        layers: [LayerRecipe(units: units, activation: .linear, initializer: initializer)],
        loss: .meanSquaredError, optimizer: Optimizer(.sgd, learningRate: 0.1)))
    return run.network.weights(layer: 1)
  }

  private func deviation(_ initializer: Initializer) throws -> Double {
    let values = try weights(initializer, units: 200, inputs: 100).elements
    return (values.reduce(0) { $0 + $1 * $1 } / Double(values.count)).squareRoot()
  }

  @Test func eachHasItsDeviation() throws {
    let expected: [(Initializer, Double)] = [
      (.zeros, 0), (.constant(0.5), 0.5), (.normal(deviation: 0.3), 0.3),
      (.uniform(limit: 0.3), 0.3 / 3.0.squareRoot()), (.xavier, (2.0 / 300).squareRoot()),
      (.xavierUniform, (2.0 / 300).squareRoot()), (.he, 0.02.squareRoot()),
      (.heUniform, 0.02.squareRoot()),
    ]
    for (initializer, value) in expected {
      #expect(abs(try deviation(initializer) - value) <= 0.02 * value, "\(initializer.name)")
    }
  }

  @Test(arguments: [(3, 5), (5, 3), (4, 4), (1, 1)])
  func orthogonalVectorsAreOrthonormal(_ units: Int, _ inputs: Int) throws {
    let matrix = try weights(.orthogonal, units: units, inputs: inputs)
    let vectors =
      units <= inputs
      ? (0..<units).map { Array(matrix.row($0)) } : (0..<inputs).map { matrix.column($0) }
    for (i, left) in vectors.enumerated() {
      for (j, right) in vectors.enumerated() {
        let product = zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(abs(product - (i == j ? 1 : 0)) < 1e-14)
      }
    }
  }

  @Test(arguments: Initializer.names)
  func namesGoThereAndBack(_ name: String) throws {
    let initializer = try #require(Initializer(name: name, value: 0.25))
    #expect(initializer.name == name)
    if let value = initializer.value { #expect(value == 0.25) }
  }

  @Test func withoutAValueTheUsualOneIsTaken() {
    #expect(Initializer(name: "normal") == .normal(deviation: 0.1))
    #expect(Initializer(name: "he", value: 3) == .he)
    #expect(Initializer(name: "henry") == nil)
  }

  @Test func layersDrawDifferentNumbers() throws {
    let run = try Run(Samples.deep(.tanh, .xavier))
    #expect(run.network.weights(layer: 2) != run.network.weights(layer: 3))
  }
}
