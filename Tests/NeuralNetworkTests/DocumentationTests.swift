import NeuralNetwork
import Testing

@Suite struct DocumentationTests {
  /// The example of the library's documentation page, word for word.
  @Test func theExampleTrainsXOR() throws {
    let experiment = Experiment(
      data: .named(.xor),
      layers: [
        LayerRecipe(units: 8, activation: .tanh), LayerRecipe(units: 1, activation: .sigmoid),
      ],
      loss: .binaryCrossEntropy, optimizer: Optimizer(.adam, learningRate: 0.1))
    var run = try Run(experiment)
    run.train(updates: 200)
    #expect(run.accuracy == 1)
    #expect(run.step.loss < 0.05)
  }
}
