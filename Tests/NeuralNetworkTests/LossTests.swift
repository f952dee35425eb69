import NeuralNetwork
import Testing

@Suite struct LossTests {
  @Test(arguments: Loss.all)
  func theDerivativeIsTheSlopeOfTheValue(_ loss: Loss) {
    for t in [0.0, 1] {
      for y in [0.1, 0.35, 0.6, 0.9] {
        let slope = (loss.value(y + 1e-6, t) - loss.value(y - 1e-6, t)) / 2e-6
        #expect(abs(slope - loss.derivative(y, t)) < 1e-7, "\(loss) at \(y), \(t)")
      }
    }
  }

  @Test func huberIsQuadraticNearAndLinearFar() {
    let huber = Loss.huber
    #expect(huber.value(0.5, 0) == 0.125)
    #expect(huber.value(3, 0) == 2.5)
    #expect(huber.derivative(3, 0) == 1)
    #expect(huber.derivative(-3, 0) == -1)
  }

  @Test func anErrorOfZeroHasNoSlope() {
    #expect(Loss.meanAbsoluteError.derivative(1, 1) == 0)
  }

  /// The share of one output, summed and divided, is the batch's loss.
  @Test(arguments: Loss.all)
  func theBatchLossIsTheMeanOfTheShares(_ loss: Loss) throws {
    let output = loss.output ?? .sigmoid
    let run = try Run(
      Experiment(
        data: .named(.blobs, .init(samples: 9, classes: 3)),
        layers: [LayerRecipe(units: 3, activation: output)], loss: loss,
        optimizer: Optimizer(.sgd, learningRate: 0.1)))
    let values = loss == .perceptron ? run.step.preActivations(layer: 1) : run.step.outputs
    let sum = zip(values.elements, run.step.targets.elements).reduce(0) {
      $0 + loss.value($1.0, $1.1)
    }
    let divisor = loss == .categoricalCrossEntropy ? 9.0 : 27
    #expect(abs(run.step.dataLoss - sum / divisor) < 1e-14)
    #expect(abs(run.datasetLoss - run.step.dataLoss) < 1e-14)
    let rows = (0..<9).map { run.step.dataLoss(ofRow: $0) }
    #expect(abs(rows.reduce(0, +) / 9 - run.step.dataLoss) < 1e-14)
  }

  /// An output that rounds to 1 has a finite loss, as the mean over all samples has: both are worked out from z.
  @Test func theLossOfASaturatedRowIsFinite() throws {
    let run = try Run(
      Experiment(
        data: .samples(Dataset(inputs: Matrix([[1], [1]]), targets: Matrix([[0], [1]]))),
        layers: [
          LayerRecipe(
            units: 1, activation: .sigmoid, explicit: .init(weights: [[1000]], biases: [0]))
        ],
        loss: .binaryCrossEntropy, optimizer: Optimizer(.sgd, learningRate: 0.1)))
    #expect(run.step.outputs[0, 0] == 1)
    #expect(run.step.dataLoss(ofRow: 0) == 1000 && run.step.dataLoss(ofRow: 1) == 0)
  }
}
