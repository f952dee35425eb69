import NeuralNetwork
import SeededRandom
import Testing

@testable import TutorApp

/// The chain rule as products: whatever the network is made of, the samples' products add up to the engine's gradient.
@Suite struct ChainFactorTests {
  /// A run of two inputs after an update, from a hidden layer, an output and a loss; nil where these do not go together.
  private func run(
    _ hidden: Activation, _ output: Activation, _ loss: Loss, outputs: Int = 1,
    _ change: (inout Experiment) -> Void = { _ in }
  ) -> Run? {
    var experiment = Samples.classifier(shape: [2, 3, outputs])
    experiment.layers[0].activation = hidden
    experiment.layers[1].activation = output
    experiment.loss = loss
    experiment.optimizer = Optimizer(.sgd, learningRate: 0.05)
    change(&experiment)
    guard var run = try? Run(experiment) else { return nil }
    run.train(updates: 1)
    return run
  }

  private func expectSums(_ run: Run, _ what: String) {
    for index in run.network.parameterIndices {
      let products = (0..<run.step.inputs.rows).map {
        ChainRule(index, in: run.step, row: $0, phase: .whole).product
      }
      let (sum, gradient) = (products.reduce(0, +), run.step.gradient(index))
      #expect(abs(sum - gradient) <= 1e-9 * max(1e-3, abs(gradient)), "\(what): \(index)")
    }
  }

  /// Letters are named after the network, words stay words.
  @Test(arguments: [
    ("y − t if |y − t| ≤ 1, else sign(y − t)", "a − T if |a − T| ≤ 1, else sign(a − T)"),
    ("step(z) − t", "step(z) − T"),
    ("2 (y − t)", "2 (a − T)"), ("−t / y", "−T / a"),
  ]) func aFormulaIsNamedAfterTheNetwork(formula: String, named: String) {
    #expect(FactorWriter.naming(["y": "a", "t": "T"], in: formula) == named)
    #expect(FactorWriter.naming(["a": "a₂"], in: "aⱼ (1 − aⱼ)") == "a₂ⱼ (1 − a₂ⱼ)")
  }

  /// Beside its value stands the case that z is in, not the first one.
  @Test(arguments: [
    ("1 if z > 0, else slope", 2.0, "1, z > 0"), ("1 if z > 0, else slope", -5, "slope, z ≤ 0"),
    ("1 if z > 0, else 0", 0, "0, z ≤ 0"), ("1 − a²", -5, "1 − a²"),
  ]) func aFormulaOfCasesIsTheOneThatHolds(formula: String, z: Double, shown: String) {
    #expect(FactorWriter.holdingCase(of: formula, z: z) == shown)
  }

  /// What is divided is the whole difference, and of several cases the one that holds is written.
  @Test(arguments: [
    ("half_mse", "(a₂ − T)/"), ("mse", "2 (a₂ − T)/"), ("mae", "sign(a₂ − T)/"),
    ("huber", "(a₂ − T)/"), ("hinge", "−s/"),
  ])
  func theLossIsDividedAsAWhole(name: String, formula: String) throws {
    let loss = try #require(Loss.all.first { $0.name == name })
    let trained = try #require(self.run(.tanh, .linear, loss))
    let weight = ParameterIndex.weight(layer: 2, unit: 1, input: 1)
    let factor = ChainRule(weight, in: trained.step, phase: .whole).factors[0]
    #expect(factor.formula == formula + "\(trained.step.inputs.rows)")
  }

  @Test(arguments: Activation.all.map(\.name)) func everyActivation(name: String) throws {
    let activation = try #require(Activation.all.first { $0.name == name })
    guard let run = run(activation, .linear, .meanSquaredError) else {
      return #expect(activation == .softmax, "softmax stands at the end only")
    }
    expectSums(run, name)
  }

  /// With each output that it goes with.
  @Test(arguments: Loss.all.map(\.name)) func everyLoss(name: String) throws {
    let loss = try #require(Loss.all.first { $0.name == name })
    let usual: [Activation] = [.linear, .sigmoid, .tanh, .softmax]
    let runs = (usual + [loss.output].compactMap(\.self)).flatMap { output in
      [1, 3].compactMap { run(.tanh, output, loss, outputs: $0) }
    }
    #expect(!runs.isEmpty, "no output goes with \(name)")
    for run in runs { expectSums(run, "\(name) of \(run.network.layers[1].activation.name)") }
  }

  @Test(arguments: [1, 2, 4]) func everyBatchSize(size: Int) throws {
    let run = run(.tanh, .sigmoid, .meanSquaredError) { $0.batches = .size(size) }
    try expectSums(#require(run), "batches of \(size)")
  }

  @Test func residualsAndBatchNorm() throws {
    let residual = run(.tanh, .linear, .meanSquaredError) {
      $0.layers.insert(LayerRecipe(units: 3, activation: .relu, isResidual: true), at: 1)
    }
    if let residual { expectSums(residual, "a residual layer") }
    let frozen = run(.tanh, .linear, .meanSquaredError) {
      $0.frozen = [.parameter(.weight(layer: 1, unit: 1, input: 1))]
    }
    try expectSums(#require(frozen), "a frozen parameter")
  }

  /// However few the lines, their product is the same, and so is what is known of them.
  @Test func fewerLinesHaveTheSameProduct() throws {
    let run = try Run(Samples.deep)
    let weight = ParameterIndex.weight(layer: 1, unit: 2, input: 1)
    for phase in [Phase.whole, .loss, .backward(layer: 5), .forward(layer: 3), .start] {
      let chain = ChainRule(weight, in: run.step, phase: phase)
      for count in 1...20 {
        let merged = chain.merged(to: count)
        let product = merged.reduce(1) { $0 * $1.value }
        #expect(merged.count == min(count, chain.factors.count))
        #expect(abs(product - chain.product) <= 1e-14 * abs(chain.product))
        #expect(merged.allSatisfy(\.isKnown) == chain.factors.allSatisfy(\.isKnown))
      }
      #expect(chain.merged(to: 0).count == chain.factors.count)
    }
  }

  // MARK: - Symbols

  /// No two parameters of a network have one symbol, and each has the letter of its kind.
  @Test(arguments: [
    [1, 1], [2, 1], [1, 2], [1, 1, 1], [2, 1, 1], [2, 3, 1], [3, 4, 2],
    [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  ])
  func symbolsAreDistinct(shape: [Int]) throws {
    let layers = shape.dropFirst().map { LayerRecipe(units: $0, activation: .tanh) }
    let inputs = (0..<4).map { row in (0..<shape[0]).map { Double(row * $0 + row) } }
    let targets = (0..<4).map { row in
      (0..<(shape.last ?? 1)).map { Double((row + $0) % 2) }
    }
    let run = try Run(
      Experiment(
        data: .explicit(inputs: inputs, targets: targets), layers: layers, loss: .meanSquaredError,
        optimizer: Optimizer(.sgd, learningRate: 0.1)))
    let indices = run.network.parameterIndices
    let symbols = indices.map { run.network.symbol($0) }
    #expect(Set(symbols).count == symbols.count, "\(symbols)")
    for (index, symbol) in zip(indices, symbols) {
      if case .weight = index.kind {
        #expect(symbol.first == "w")
      } else {
        #expect(symbol.first == "b")
      }
    }
    for layer in 1...run.depth {
      let outputs = (1...shape[layer]).map { run.network.symbol("a", layer: layer, unit: $0) }
      #expect(Set(outputs).count == outputs.count)
    }
  }

  @Test(arguments: [
    ([1, 1], ["w", "b"]), ([2, 1], ["w₁", "w₂", "b"]), ([1, 1, 1], ["w₁", "b₁", "w₂", "b₂"]),
    ([1, 2], ["w[1,1]", "w[2,1]", "b[1]", "b[2]"]),
    ([2, 1, 1], ["w₁[1,1]", "w₁[1,2]", "b₁", "w₂[1,1]", "b₂"]),
  ])
  func symbolsOfSmallNetworks(shape: [Int], symbols: [String]) throws {
    let layers = shape.dropFirst().map { LayerRecipe(units: $0, activation: .linear) }
    let run = try Run(
      Experiment(
        data: .explicit(
          inputs: [Array(repeating: 1, count: shape[0])],
          targets: [Array(repeating: 1, count: shape.last ?? 1)]),
        layers: layers, loss: .meanSquaredError, optimizer: Optimizer(.sgd, learningRate: 0.1)))
    #expect(run.network.parameterIndices.map { run.network.symbol($0) } == symbols)
  }
}
