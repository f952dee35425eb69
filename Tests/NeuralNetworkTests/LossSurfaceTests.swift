import Testing

@testable import NeuralNetwork

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

  /// A step on all samples says of each place what the network there says, to the last bit.
  @Test(arguments: [Activation.tanh, .relu, .sigmoid], [0.0, 0.01])
  func aPlaceIsAsHighAsItsNetwork(_ activation: Activation, l2: Double) throws {
    var recipe = Experiment(
      data: .named(.xor),
      layers: [
        LayerRecipe(units: 4, activation: activation),
        LayerRecipe(units: 1, activation: .sigmoid),
      ], loss: .binaryCrossEntropy, optimizer: Optimizer(.momentum, learningRate: 0.5))
    recipe.l2 = l2
    var run = try Run(recipe)
    run.train(updates: 20)
    run.apply(.learningRate(0.1))
    run.train(updates: 3)
    #expect(run.isBatchWhole)
    let (x, y) = (
      ParameterIndex.weight(layer: 1, unit: 1, input: 1),
      ParameterIndex.weight(layer: 2, unit: 1, input: 3)
    )
    let surface = LossSurface(
      of: run, updates: 0, x: x, y: y, xRange: -3...4, yRange: -2...2, columns: 7, rows: 5)
    for (row, y0) in surface.ys.enumerated() {
      for (column, x0) in surface.xs.enumerated() {
        var network = run.network
        (network[y], network[x]) = (y0, x0)
        let penalty = network.penalty(l1: 0, l2: l2)
        #expect(
          surface.losses[row, column] == run.loss(of: network, on: run.dataset) + penalty)
      }
    }
    #expect(surface.path[0].x == run.network[x])
  }
}
