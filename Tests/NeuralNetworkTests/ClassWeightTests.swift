import NeuralNetwork
import Testing

@Suite struct ClassWeightTests {
  private func recipe(_ loss: Loss, classes: Int, weights: [Double]?) -> Experiment {
    Experiment(
      data: .named(.blobs, .init(samples: 10, classes: classes)),
      layers: [
        LayerRecipe(units: 3, activation: .tanh),
        LayerRecipe(units: classes == 2 ? 1 : classes, activation: loss.output ?? .linear),
      ], loss: loss, optimizer: Optimizer(.sgd, learningRate: 0.1), classWeights: weights)
  }

  private static let losses: [(Loss, Int)] = [
    (.binaryCrossEntropy, 2), (.hinge, 2), (.categoricalCrossEntropy, 3), (.hinge, 3),
  ]

  @Test(arguments: losses)
  func eachSampleCountsAsItsClassDoes(_ loss: Loss, _ classes: Int) throws {
    let weights = [0.5, 3, 2].prefix(classes)
    let run = try Run(recipe(loss, classes: classes, weights: Array(weights)))
    let data = run.dataset
    let expected = (0..<data.count).reduce(0.0) { sum, row in
      let one = data.selecting([row])
      let plain = try? Run(recipe(loss, classes: classes, weights: nil))
      let value = plain?.loss(of: run.network, on: one) ?? .nan
      return sum + weights[data.labels?[row] ?? 0] * value
    }
    #expect(abs(run.step.dataLoss - expected / Double(data.count)) < 1e-14)
    #expect(abs(run.datasetLoss - run.step.dataLoss) < 1e-14)
    for index in run.network.parameterIndices {
      let check = GradientCheck.check(index, in: run)
      #expect(check.kink != nil || check.isPassed)
    }
  }

  @Test func weightsOfOneChangeNothing() throws {
    var weighted = try Run(recipe(.binaryCrossEntropy, classes: 2, weights: [1, 1]))
    var plain = try Run(recipe(.binaryCrossEntropy, classes: 2, weights: nil))
    weighted.train(updates: 20)
    plain.train(updates: 20)
    #expect(abs(weighted.step.loss - plain.step.loss) < 1e-12)
  }

  @Test func weightsMustFitTheClasses() {
    for weights in [[1.0], [1, 2, 3], [1, 0], [1, .infinity]] {
      #expect(throws: ExperimentError.self) {
        try Run(recipe(.binaryCrossEntropy, classes: 2, weights: weights))
      }
    }
  }
}
