import NeuralNetwork
import Testing

/// A loss, an output activation it goes with, a hidden activation and a penalty.
struct Objective: Sendable, CustomStringConvertible {
  let loss: Loss
  let output: Activation
  let hidden: Activation
  let l1: Double
  let l2: Double

  var description: String {
    "\(loss), \(output), hidden \(hidden), l1 \(l1), l2 \(l2)"
  }

  /// Every legal combination.
  static let all: [Objective] = Loss.all.flatMap { loss in
    Activation.all.filter { loss.output.map([$0].contains) ?? true }
      .flatMap { output in
        Activation.all.filter { $0 != .softmax }.flatMap { hidden in
          [(0, 0), (0.01, 0), (0, 0.02), (0.01, 0.02)].map {
            Objective(loss: loss, output: output, hidden: hidden, l1: $0.0, l2: $0.1)
          }
        }
      }
  }

  func experiment(
    batchNorm: BatchNormRecipe? = nil, isResidual: Bool = false, dropout: DropoutRecipe? = nil
  ) -> Experiment {
    Experiment(
      data: .named(.blobs, .init(samples: 9, classes: 3)),
      layers: [
        LayerRecipe(units: 3, activation: .tanh),
        LayerRecipe(
          units: 3, activation: hidden, batchNorm: batchNorm, isResidual: isResidual,
          dropout: dropout),
        LayerRecipe(units: 3, activation: output),
      ],
      loss: loss, optimizer: Optimizer(.sgd, learningRate: 0.01), l1: l1, l2: l2,
      batches: .size(5), seed: 3)
  }
}

@Suite struct GradientCheckTests {
  @Test(arguments: Objective.all)
  func backpropagationAgreesWithDifferences(_ objective: Objective) throws {
    try check(Run(objective.experiment()))
  }

  @Test(arguments: Objective.all.filter { $0.l1 > 0 && $0.l2 > 0 })
  func alsoWithBatchNormResidualAndDropout(_ objective: Objective) throws {
    var run = try Run(
      objective.experiment(batchNorm: .init(), isResidual: true, dropout: .init(rate: 0.3)))
    run.train(updates: 3)
    try check(run)
  }

  private func check(_ run: Run) throws {
    var checked = 0
    for index in run.network.parameterIndices {
      let check = GradientCheck.check(index, in: run)
      guard check.kink == nil else { continue }
      checked += 1
      #expect(check.isPassed, "\(index): \(check.numerical) against \(check.analytic)")
    }
    #expect(checked > run.network.parameterCount / 2)
  }

  @Test func aUnitOnItsKinkIsNamed() throws {
    let run = try Run(Samples.xor([[1, -1], [-1, 1]], [1, 1]))
    let check = GradientCheck.check(.bias(layer: 1, unit: 2), in: run)
    #expect(check.kink == .unit(layer: 1, unit: 2, row: 1))
    #expect(!check.isPassed)
    let weight = GradientCheck.check(.weight(layer: 2, unit: 1, input: 1), in: run)
    #expect(weight.kink == nil)
    #expect(weight.isPassed)
  }

  /// In this case z of a leaky ReLU and of a ReLU is 0, and so are weights under an L1 penalty.
  @Test func atAKinkTheStatedSubgradientIsUsed() throws {
    let run = try Run(ReferenceCase.named("kinks-at-zero").experiment)
    // δ of the leaky unit is its slope 0.3 times 0.5 · 1.425 from above; x = 2; |w| adds nothing at w = 0.
    let stated: [(ParameterIndex, Double)] = [
      (.bias(layer: 1, unit: 2), 0.21375), (.weight(layer: 1, unit: 2, input: 1), 0.4275),
      (.bias(layer: 2, unit: 2), 0), (.weight(layer: 2, unit: 2, input: 1), 0),
    ]
    for (parameter, gradient) in stated {
      let check = GradientCheck.check(parameter, in: run)
      #expect(check.kink != nil && !check.isPassed, "\(parameter)")
      #expect(abs(check.analytic - gradient) < 1e-15, "\(parameter)")
    }
  }

  @Test func twoNeuronsAgreeToTenDigits() throws {
    let run = try Run(Samples.twoNeurons(.meanSquaredError))
    for index in run.network.parameterIndices {
      #expect(GradientCheck.check(index, in: run).relativeError < 1e-8)
    }
  }

  @Test func nothingAgreesWithWhatIsNoNumber() throws {
    var experiment = Samples.twoNeurons(.meanSquaredError)
    experiment.layers[1].activation = .linear
    experiment.optimizer.learningRate = 1e308
    var run = try Run(experiment)
    run.train(updates: 4)
    for index in run.network.parameterIndices {
      let check = GradientCheck.check(index, in: run)
      #expect(check.relativeError.isNaN && !check.isPassed && check.kink == nil, "\(check)")
    }
  }
}
