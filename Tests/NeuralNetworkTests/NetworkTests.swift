import Testing

@testable import NeuralNetwork

@Suite struct NetworkTests {
  @Test func parametersAreReadAsABookWritesThem() throws {
    let network = try Run(Samples.xor([[1, 2], [3, 4]], [5, 6])).network
    #expect(network.shape == [2, 2, 1])
    #expect(network.parameterCount == 9)
    #expect(
      network.parameterIndices.map(\.description) == [
        "layer1.w[1,1]", "layer1.w[1,2]", "layer1.w[2,1]", "layer1.w[2,2]", "layer1.b[1]",
        "layer1.b[2]", "layer2.w[1,1]", "layer2.w[1,2]", "layer2.b[1]",
      ])
    #expect(network.parameterIndices.map { network[$0] } == [1, 2, 3, 4, 0, 0, 5, 6, 0])
    #expect(network.weights(layer: 1) == Matrix([[1, 2], [3, 4]]))
    #expect(network.biases(layer: 2) == [0])
    #expect(!network.contains(.bias(layer: 3, unit: 1)))
    #expect(!network.contains(.weight(layer: 1, unit: 0, input: 1)))
  }

  @Test(arguments: [([0.5, 0.6], 4.0), ([0.5, -6], 6.0)])
  func theLargestWeightIsFoundInAllLayers(last: [Double], largest: Double) throws {
    #expect(try Run(Samples.xor([[1, 2], [3, -4]], last)).network.largestWeight == largest)
  }

  @Test(arguments: [Samples.journeys[0], Samples.journeys[3]])
  func outputsAreThoseOfTheTrainingStep(_ journey: Journey) throws {
    var run = try Run(journey.experiment)
    run.train(updates: 3)
    #expect(run.network.outputs(for: run.step.inputs) == run.step.outputs)
  }

  /// Many samples go through in blocks, whose ends no number shows.
  @Test(arguments: [Samples.journeys[0], Samples.journeys[3]])
  func blocksAreOneWalk(_ journey: Journey) throws {
    let run = try Run(journey.experiment)
    let (network, given) = (run.network, run.dataset)
    let many = given.selecting((0..<2 * Network.inferenceBlock + 7).map { $0 % given.count })
    let whole = try #require(network.passes(for: many.inputs).last)
    let blocks = network.outputPass(for: many.inputs)
    #expect(blocks.a == whole.a && blocks.z == whole.z)
    #expect(network.outputs(for: many.inputs) == whole.a)
    let loss = network.loss(run.loss, nil, of: (whole.z, whole.a), many.targets)
    #expect(network.loss(run.loss, on: many) == loss)
  }

  /// The last bits of a row must not depend on its neighbors, or a decision region would not match the data.
  @Test func oneRowGivesWhatManyRowsGive() throws {
    let run = try Run(Samples.journeys[0].experiment)
    let all = run.network.outputs(for: run.dataset.inputs)
    for row in 0..<run.dataset.count {
      #expect(
        run.network.outputs(for: run.dataset.inputs.selecting(rows: [row])).elements
          == Array(all.row(row)))
    }
  }
}
