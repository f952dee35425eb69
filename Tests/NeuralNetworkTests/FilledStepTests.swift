import NeuralNetwork
import Testing

/// A step whose batch is one sample, many times over.
@Suite struct FilledStepTests {
  private func recipe(_ batches: BatchRecipe) -> Experiment {
    Experiment(
      data: .named(.moons, .init(samples: 40)),
      layers: [
        LayerRecipe(units: 4, activation: .tanh), LayerRecipe(units: 1, activation: .sigmoid),
      ], loss: .binaryCrossEntropy, optimizer: Optimizer(.adam, learningRate: 0.05),
      batches: batches)
  }

  /// From the same parameters, with as many rows; and the run's own step stays as it is.
  @Test(arguments: [
    BatchRecipe.full, .size(8), .size(8, isShuffled: true), .explicit([[0, 1], [2]]),
  ])
  func everyRowIsTheSample(batches: BatchRecipe) throws {
    var run = try Run(recipe(batches))
    run.train(updates: 7)
    let before = run.step.inputs
    for step in [run.step, try #require(run.previousStep)] {
      let filled = try #require(step.filled(with: 5))
      #expect(filled.network == step.network && filled.sampleCount == step.sampleCount)
      #expect(filled.sampleIndices.allSatisfy { $0 == 5 })
      for row in 0..<filled.sampleCount {
        #expect(filled.inputs.row(row) == run.dataset.inputs.row(5))
        let output = step.network.outputs(for: run.dataset.inputs.selecting(rows: [5]))[0, 0]
        #expect(abs(filled.outputs[row, 0] - output) < 1e-12)
      }
    }
    #expect(run.step.inputs == before)
  }

  @Test func whatIsNotTheSamplesAloneIsNone() throws {
    var dropping = recipe(.size(8))
    dropping.layers[0].dropout = DropoutRecipe(rate: 0.5)
    #expect(try Run(dropping).step.filled(with: 5) == nil)
    var norming = recipe(.size(8))
    norming.layers[0].batchNorm = BatchNormRecipe()
    #expect(try Run(norming).step.filled(with: 5) == nil)
  }
}
