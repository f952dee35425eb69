import NeuralNetwork
import Testing

@Suite struct PruningTests {
  @Test func theSmallestWeightsGoFirst() throws {
    let network = try Run(Samples.xor([[1, -0.2], [0.3, 4]], [0.1, -5])).network
    let pruned = network.pruned(share: 0.5)
    #expect(pruned.weights(layer: 1) == Matrix([[1, 0], [0, 4]]))
    #expect(pruned.weights(layer: 2) == Matrix([[0, -5]]))
    #expect(network.pruned(share: 0) == network)
    #expect(network.pruned(share: 1).weights(layer: 2) == Matrix([[0, 0]]))
  }
}
