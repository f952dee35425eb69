import Testing

@testable import NeuralNetwork

/// Runs that inputs or targets of an unfit size make sick: that is said first, whatever the sickness, and mends it.
@Suite struct HarmfulScaleTests {
  @Test(arguments: UnfitScale.all) func scaleIsNamedFirst(_ unfit: UnfitScale) throws {
    var run = try Run(unfit.experiment)
    run.train(updates: unfit.updates)
    let found = run.diagnoses
    #expect(!found.isEmpty && unfit.isBad(run))
    #expect(found.allSatisfy { $0.remedy.contains("It is a matter of scale") }, "\(found)")
    #expect(found.allSatisfy { $0.remedy.contains(unfit.key) }, "\(found)")
  }

  @Test(arguments: UnfitScale.all.filter(\.isQuick)) func scalingMendsIt(_ unfit: UnfitScale) throws
  {
    var mended = try Run(unfit.mended)
    mended.train(updates: unfit.updates)
    #expect(mended.diagnoses.map(\.sentence) == [] && !unfit.isBad(mended))
  }

  /// A run that has been thrown far away is told no story of gradients that vanish.
  @Test(arguments: UnfitScale.all) func nothingVanishesWhereTheLossHasGrown(_ unfit: UnfitScale)
    throws
  {
    var run = try Run(unfit.experiment)
    let first = run.objective
    run.train(updates: unfit.updates)
    guard run.objective > 10 * first else { return }
    #expect(!run.diagnoses.contains { $0.kind == .vanishing })
  }

  /// Outputs whose activation ends somewhere need targets brought between its ends.
  @Test(arguments: [(Activation.linear, "standard"), (.relu, "range"), (.sigmoid, "range")])
  func targetsAreScaledToWhereOutputsLie(_ output: Activation, scaling: String) throws {
    var recipe = UnfitScale.years(.tanh, rate: 0.1).experiment
    recipe.layers[2].activation = output
    #expect(try Run(recipe).remedyForScale?.contains("'target_scaling: \(scaling)'") == true)
    recipe.scaling = nil
    recipe.data = .explicit(inputs: [[95], [105]], targets: [[2000], [2010]])
    #expect(
      try Run(recipe).remedyForScale
        == "It is a matter of scale, since the inputs lie from 95 to 105 and the targets lie from 2000 to 2010: scale them "
        + "first ('scaling: {inputs: standard, targets: \(scaling)}').")
  }

  /// What lies around 0 and 1 is no harm, and neither is what is scaled.
  @Test func usualSizesDoNoHarm() throws {
    for healthy in HealthyRun.all where healthy.experiment.scaling == nil {
      #expect(try Run(healthy.experiment).remedyForScale == nil, "\(healthy)")
    }
    var years = UnfitScale.years(.tanh, rate: 0.1).experiment
    years.targetScaling = .range
    #expect(try Run(years).remedyForScale == nil)
  }

  /// Where no rate learns, the range test says so, too.
  @Test func theRangeTestNamesTheScale() throws {
    let tiny = UnfitScale.tinyInputs(0.001)
    #expect(
      try LearningRateRange(tiny.experiment, updates: 100).remedyForScale?.contains(tiny.key)
        == true)
    #expect(try LearningRateRange(tiny.mended, updates: 100).remedyForScale == nil)
  }
}

struct UnfitScale: Sendable, CustomStringConvertible {
  let name: String
  let experiment: Experiment
  let updates: Int
  /// What a file says to mend it.
  let key: String
  var description: String { name }

  static let all: [UnfitScale] =
    [Activation.relu, .tanh, .sigmoid, .softplus, .gelu, .silu].flatMap { activation in
      [0.1, 0.01, 0.001, 0.0001].map { years(activation, rate: $0) }
    } + [Activation.relu, .tanh].map { eighties($0) } + [0.001, 0.01].map(tinyInputs)
    + [farInputs(.softplus), farInputs(.gelu), tenThousands]

  /// Whether its rate is one by which a thousand updates learn something.
  var isQuick: Bool { experiment.optimizer.learningRate >= 0.01 }

  var mended: Experiment {
    var recipe = experiment
    if key == "'scaling: standard'" {
      recipe.scaling = .standard
    } else {
      recipe.targetScaling = .standard
    }
    return recipe
  }

  /// R² below 0.9, or a class wrong.
  func isBad(_ run: Run) -> Bool {
    run.accuracy.map { $0 < 1 } ?? !((run.rSquared(on: .training) ?? 0) > 0.9)
  }

  /// Eleven targets from 2000 to 2020.
  static func years(_ activation: Activation, rate: Double) -> UnfitScale {
    line(activation, rate: rate, inputs: .standard, name: "2000 to 2020") { 2000 + 20 * $0 }
  }

  private static func eighties(_ activation: Activation) -> UnfitScale {
    line(activation, rate: 0.1, inputs: nil, name: "80 to 81") { 80 + $0 }
  }

  private static func line(
    _ activation: Activation, rate: Double, inputs: Scaling?, name: String,
    _ target: (Double) -> Double
  ) -> UnfitScale {
    let x = (0...10).map { Double($0) / 10 }
    var layers = [8, 8].map { LayerRecipe(units: $0, activation: activation) }
    layers.append(LayerRecipe(units: 1, activation: .linear))
    return UnfitScale(
      name: "\(name), \(activation.name), \(rate)",
      experiment: Experiment(
        data: .explicit(inputs: x.map { [$0] }, targets: x.map { [target($0)] }), layers: layers,
        loss: .meanSquaredError, optimizer: Optimizer(.sgd, learningRate: rate), scaling: inputs),
      updates: 1000, key: "'target_scaling: standard'")
  }

  /// XOR on a tiny square.
  static func tinyInputs(_ size: Double) -> UnfitScale {
    UnfitScale(
      name: "XOR within \(size)",
      experiment: Experiment(
        data: .explicit(
          inputs: [[0, 0], [0, size], [size, 0], [size, size]], targets: [[0], [1], [1], [0]]),
        layers: [
          LayerRecipe(units: 8, activation: .tanh), LayerRecipe(units: 1, activation: .sigmoid),
        ], loss: .binaryCrossEntropy, optimizer: Optimizer(.sgd, learningRate: 0.5)),
      updates: 3000, key: "'scaling: standard'")
  }

  /// Two classes around ten thousand, told apart by one layer in small steps.
  private static var tenThousands: UnfitScale {
    let inputs = (0..<20).map { (place: Int) -> [Double] in
      [9800 + 20 * Double(place), 10000 + 10 * Double(place % 3)]
    }
    let targets = (0..<20).map { (place: Int) -> [Double] in [place > 9 ? 1 : 0] }
    return UnfitScale(
      name: "around ten thousand",
      experiment: Experiment(
        data: .explicit(inputs: inputs, targets: targets),
        layers: [LayerRecipe(units: 1, activation: .sigmoid)], loss: .binaryCrossEntropy,
        optimizer: Optimizer(.adam, learningRate: 0.01)),
      updates: 300, key: "'scaling: standard'")
  }

  private static func farInputs(_ activation: Activation) -> UnfitScale {
    UnfitScale(
      name: "95 to 105, \(activation.name)",
      experiment: Experiment(
        data: .explicit(
          inputs: (95...105).map { [Double($0)] }, targets: (0...10).map { [$0 > 5 ? 1 : 0] }),
        layers: [
          LayerRecipe(units: 4, activation: activation),
          LayerRecipe(units: 4, activation: activation),
          LayerRecipe(units: 1, activation: .sigmoid),
        ], loss: .binaryCrossEntropy, optimizer: Optimizer(.adam, learningRate: 0.01)),
      updates: 1000, key: "'scaling: standard'")
  }
}
