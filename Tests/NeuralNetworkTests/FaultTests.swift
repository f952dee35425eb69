import Testing

@testable import NeuralNetwork

@Suite struct FaultTests {
  private static let parameters = ["layer1.w[1,1]", "layer1.b[1]", "layer2.w[1,1]", "layer2.b[1]"]

  /// The chain of two neurons with a fault, and with the rule that the fault needs.
  private static func recipe(_ fault: Fault?) -> Experiment {
    var recipe = Samples.twoNeurons(.halfMeanSquaredError)
    if let rule = fault?.rule {
      recipe.optimizer = Optimizer(rule, learningRate: 0.4)
      recipe.optimizer.momentum = 0
    }
    recipe.fault = fault
    return recipe
  }

  private static func value(_ name: String, in run: Run) throws -> Double {
    try #require(Quantity(parsing: name)?.value(in: run))
  }

  /// The engine's gradients of the four parameters, as shares of what a difference quotient says.
  private static func ratios(_ fault: Fault?, after updates: Int = 0) throws -> [Double] {
    var run = try Run(recipe(fault))
    run.train(updates: updates)
    return try parameters.map {
      try value($0 + ".grad", in: run) / value($0 + ".numeric", in: run)
    }
  }

  private static func areNear(_ left: [Double], _ right: [Double]) -> Bool {
    zip(left, right).allSatisfy { abs($0 - $1) < 1e-6 }
  }

  @Test func theHonestEngineHasRatioOne() throws {
    #expect(Self.areNear(try Self.ratios(nil), [1, 1, 1, 1]))
  }

  /// Each ratio is one over the factor that was left out, or what took its place.
  @Test func ratiosNameTheFault() throws {
    let run = try Run(Self.recipe(nil))
    let (a, b) = (try Self.value("layer1.a[1]", in: run), try Self.value("layer2.a[1]", in: run))
    let (hidden, output) = (1 / (a * (1 - a)), 1 / (b * (1 - b)))
    let moved = 1 + (try Self.value("layer2.w[1,1].change", in: run)) / 0.45
    let expected: [(Fault, [Double])] = [
      (.noHiddenSlope, [hidden, hidden, 1, 1]), (.noOutputSlope, [output, output, output, output]),
      (.updatedWeight, [moved, moved, 1, 1]), (.biasSign, [1, -1, 1, -1]),
      (.biasAsWeight, [1, 1, 1, a]), (.sumForMean, [1, 1, 1, 1]), (.staleGradient, [1, 1, 1, 1]),
      (.noBiasCorrection, [1, 1, 1, 1]), (.inverseBiasCorrection, [1, 1, 1, 1]),
    ]
    #expect(Set(expected.map(\.0)) == Set(Fault.all))
    for (fault, ratios) in expected {
      #expect(Self.areNear(try Self.ratios(fault), ratios), "\(fault)")
    }
  }

  @Test func oldGradientsAreAdded() throws {
    var honest = try Run(Self.recipe(nil))
    let first = try Self.value("layer2.w[1,1].grad", in: honest)
    honest.train(updates: 1)
    let second = try Self.value("layer2.w[1,1].grad", in: honest)
    let ratio = try Self.ratios(.staleGradient, after: 1)[2]
    #expect(abs(ratio - (first + second) / second) < 1e-6)
  }

  @Test func sumsAreAsLargeAsTheBatch() throws {
    var recipe = Samples.lineFit(x: [-1, -0.5, 0, 0.5, 1], rate: 0.4)
    recipe.fault = .sumForMean
    var run = try Run(recipe)
    let w = "layer1.w[1,1]"
    #expect(try Self.value(w + ".grad", in: run) == -10)
    #expect(abs(try Self.value(w + ".numeric", in: run) + 2) < 1e-6)
    run.train(updates: 1)
    #expect(try Self.value(w, in: run) == 4)
  }

  /// Adam's first step is η; without its correction √0.001 / 0.1 is left over.
  @Test func adamsFirstStepTellsItsFaults() throws {
    func first(_ fault: Fault?) throws -> Double {
      var recipe = Samples.lineFit(x: [-1, -0.5, 0, 0.5, 1], rate: 0.4)
      recipe.optimizer = Optimizer(.adam, learningRate: 0.1)
      recipe.fault = fault
      var run = try Run(recipe)
      run.train(updates: 1)
      return try Self.value("layer1.w[1,1]", in: run)
    }
    let uncorrected = 0.1 * 0.1 / 0.001.squareRoot()
    #expect(abs(try first(nil) - 0.1) < 1e-6)
    #expect(abs(try first(.noBiasCorrection) - uncorrected) < 1e-6)
    #expect(abs(try first(.inverseBiasCorrection) - 1) < 1e-6)
  }

  /// Back and forth, a faulty run is as much a function of its place as any other.
  @Test(arguments: Fault.all)
  func aFaultyRunGoesBackToTheSameBits(_ fault: Fault) throws {
    var run = try Run(Self.recipe(fault))
    run.train(updates: 7)
    let there = run.network
    run.train(updates: 30)
    run.seek(to: Position(update: 7))
    #expect(run.network == there)
  }

  @Test func aFaultNeedsAPlainNetworkAndItsOwnRule() {
    var recipe = Samples.twoNeurons(.halfMeanSquaredError)
    recipe.fault = .noBiasCorrection
    #expect(throws: ExperimentError.self) { try recipe.check() }
    recipe.fault = .biasSign
    #expect(throws: Never.self) { try recipe.check() }
    recipe.layers[0].dropout = DropoutRecipe(rate: 0.5)
    #expect(throws: ExperimentError.self) { try recipe.check() }
  }
}
