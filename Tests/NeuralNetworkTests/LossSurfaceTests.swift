import NeuralNetwork
import Testing

struct LossSurfaceTests {
  @Test func theSurfaceOfALineIsItsParabolaAndTheWayEndsWhereTheRunEnds() throws {
    let recipe = Experiment(
      data: .explicit(inputs: [[-1], [1]], targets: [[-1], [3]]),
      layers: [
        LayerRecipe(
          units: 1, activation: .linear, explicit: ExplicitParameters(weights: [[0]], biases: [0]))
      ], loss: .meanSquaredError, optimizer: Optimizer(.sgd, learningRate: 0.1))
    let (w, b) = (
      ParameterIndex.weight(layer: 1, unit: 1, input: 1), ParameterIndex.bias(layer: 1, unit: 1)
    )
    var run = try Run(recipe)
    let surface = LossSurface(
      of: run, updates: 1000, x: w, y: b, xRange: 0...4, yRange: -1...3, columns: 5, rows: 5)
    // (w - 2)^2 + (b - 1)^2
    for (row, y) in surface.ys.enumerated() {
      for (column, x) in surface.xs.enumerated() {
        #expect(surface.losses[row, column] == (x - 2) * (x - 2) + (y - 1) * (y - 1))
      }
    }
    var penalized = recipe
    penalized.l2 = 0.5
    let sloped = LossSurface(
      of: try Run(penalized), updates: 0, x: w, y: b, xRange: 0...4, yRange: -1...3, columns: 5,
      rows: 5)
    #expect(sloped.losses[0, 4] == surface.losses[0, 4] + 0.25 * 16)

    run.train(updates: 1000)
    #expect(surface.path.last?.x == run.network[w] && surface.path.last?.update == 1000)
    #expect(surface.path[0].x == 0 && surface.path.count <= LossSurface.mostPlaces)
  }
}
