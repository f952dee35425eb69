import NeuralNetwork
import Testing

@Suite struct ClippingTests {
  /// The fused step (one linear layer) and the textbook's path (with dropout) clip alike.
  @Test(arguments: [false, true])
  func aHugeGradientIsClippedToItsLimit(_ isTextbook: Bool) throws {
    var layers = [LayerRecipe(units: 1, activation: .linear, initializer: .zeros)]
    if isTextbook {
      layers.insert(
        LayerRecipe(
          units: 1, activation: .linear, explicit: .init(weights: [[1]]), isResidual: true,
          trainable: []), at: 0)
    }
    let run = try Run(
      Experiment(
        data: .explicit(inputs: [[1e100]], targets: [[1e100]]), layers: layers,
        loss: .halfMeanSquaredError, optimizer: Optimizer(.sgd, learningRate: 1),
        clipping: .norm(3)))
    let weight = ParameterIndex.weight(layer: layers.count, unit: 1, input: 1)
    #expect(abs(run.step.gradient(weight)) > 1e199)
    #expect(abs(run.step.change(weight) - 3) < 1e-12)
    #expect(run.step.totalGradientNorm.isFinite && run.step.totalGradientNorm > 1e199)
  }
}
