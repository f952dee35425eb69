import Testing

@testable import NeuralNetwork

/// What every record must say of its thing.
@Suite struct RecordTests {
  private func expectSound<Record: ListedRecord>(
    _ type: Record.Type, words: (Record) -> [String]
  ) {
    #expect(Set(Record.names).count == Record.all.count, "\(type) has a name twice")
    for record in Record.all {
      #expect(Record(named: record.name) == record && record.description == record.name)
      for text in words(record) + [record.name, record.title] {
        #expect(!text.isEmpty, "\(type) \(record) leaves something unsaid")
      }
    }
    #expect(Record(named: "no such thing") == nil)
  }

  @Test func everyRecordSaysWhatItIs() {
    expectSound(Activation.self) { [$0.formula, $0.derivativeFormula, $0.summary, $0.symbol] }
    expectSound(Loss.self) { [$0.formula, $0.derivativeFormula, $0.summary] }
    expectSound(Optimizer.Rule.self) { $0.formula + [$0.formula.first ?? "", $0.summary] }
    expectSound(Schedule.self) { [$0.formula, $0.summary] }
    expectSound(Initializer.self) { [$0.formula, $0.summary] }
    expectSound(NamedDataset.self) { [$0.summary] }
  }

  @Test(arguments: Activation.all)
  func symbolsFitIntoACircle(_ activation: Activation) {
    #expect(activation.symbol.count <= 2 && activation.asciiSymbol.count <= 2)
    #expect(!activation.asciiSymbol.contains { !$0.isASCII })
    #expect(Activation.all.count { $0.asciiSymbol == activation.asciiSymbol } == 1)
  }

  @Test func settingsHaveOneMeaningEach() {
    let settings =
      Optimizer.Rule.all.flatMap(\.settings) + Schedule.all.flatMap(\.settings)
      + NamedDataset.all.flatMap(\.settings)
    for setting in settings {
      #expect(!setting.summary.isEmpty && !setting.symbol.isEmpty)
      if let usual = setting.usual { #expect(setting.problem(with: usual) == nil) }
      #expect(setting.problem(with: .nan) != nil)
    }
  }

  @Test func aSettingNamesWhatItTakes() {
    #expect(
      Setting.momentum.problem(with: 1)
        == "momentum is 1.0: choose from 0 up to but not including 1.")
    #expect(
      Setting.samples.problem(with: 0)
        == "samples is 0: choose a whole number from 1 to 1000000.")
  }

  @Test func rulesStartFromTheirOwnDefaults() {
    #expect(Optimizer(.momentum, learningRate: 1).momentum == 0.9)
    #expect(Optimizer(.rmsprop, learningRate: 1).momentum == 0)
    #expect(Optimizer(.adagrad, learningRate: 1).epsilon == 1e-10)
    #expect(Optimizer(.adamw, learningRate: 1).weightDecay == 0.01)
    #expect(Optimizer(.lion, learningRate: 1).beta2 == 0.99)
  }

  /// A record trains by what it says alone; its kernel, where it has one, comes to the same.
  @Test(arguments: Activation.all.filter { !$0.isRowwise })
  func anActivationTrainsWithoutItsKernel(_ activation: Activation) throws {
    try expectSame(
      trained(activation.withoutKernel, .meanSquaredError), trained(activation, .meanSquaredError))
  }

  @Test(arguments: Loss.all)
  func aLossTrainsWithoutItsKernel(_ loss: Loss) throws {
    try expectSame(trained(.tanh, loss.withoutKernel), trained(.tanh, loss))
  }

  private func trained(_ hidden: Activation, _ loss: Loss) throws -> [Double] {
    var run = try Run(
      Experiment(
        data: .named(.blobs, .init(samples: 12, classes: 3)),
        layers: [
          LayerRecipe(units: 4, activation: hidden),
          LayerRecipe(units: 3, activation: loss.output ?? .linear),
        ], loss: loss, optimizer: Optimizer(.sgd, learningRate: 0.1), batches: .size(5)))
    run.train(updates: 20)
    return run.network.parameterIndices.map { run.network[$0] } + [run.step.loss]
  }

  private func expectSame(_ left: [Double], _ right: [Double]) {
    for (a, b) in zip(left, right) { #expect(abs(a - b) < 1e-11) }
  }

  /// A kernel gives the bits of its rule.
  @Test(arguments: Optimizer.Rule.all.filter { $0.kernel != nil }, [0.0, 0.02])
  func aRulesKernelGivesItsBits(_ rule: Optimizer.Rule, _ decay: Double) throws {
    var optimizer = Optimizer(rule, learningRate: 0.05)
    optimizer.weightDecay = decay
    if rule.settings.contains(.centered) { optimizer.isCentered = true }
    var recipe = Samples.xor([[1, -1], [-1, 1]], [1, 1])
    recipe.clipping = .value(0.01)
    recipe.optimizer = optimizer
    var fast = try Run(recipe)
    recipe.optimizer.rule = rule.withoutKernel
    var plain = try Run(recipe)
    fast.train(updates: 40)
    plain.train(updates: 40)
    for index in fast.network.parameterIndices {
      #expect(fast.network[index] == plain.network[index], "\(rule) \(index)")
    }
  }
}
