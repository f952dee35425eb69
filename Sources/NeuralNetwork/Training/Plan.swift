/// A checked recipe, worked out as far as it can be before any training: the data, the shape, the
/// first state.
///
/// It never changes, so all copies of a run share one.
final class Plan: Sendable {
  let experiment: Experiment
  let dataset: Dataset
  let heldOut: Dataset?
  let scaler: Scaler?
  /// The network at update 0, and what the optimizer remembers then.
  let firstState: State
  /// Which samples each update works on.
  let batches: Batches
  /// The most rows that a batch has.
  let largestBatch: Int
  /// Updates in one pass over the data, or over the written-out batches.
  let updatesPerEpoch: Int
  /// Where each layer's rows begin in z, a and δ, whose rows have room for the largest batch.
  let starts: [Int]
  /// λ_max of the cost for both mean squared errors, where the cost is quadratic.
  let dataCurvature: (full: Double, half: Double)?

  init(_ experiment: Experiment) throws(ExperimentError) {
    try RecipeCheck(experiment).run()
    let (fitted, heldOut, scaler) = try experiment.samples()
    try RecipeCheck(experiment).run(with: fitted)
    self.experiment = experiment
    dataset = fitted
    self.heldOut = heldOut
    self.scaler = scaler
    let network = Network(experiment, inputCount: fitted.inputs.columns)
    firstState = State(
      update: 0, network: network, moments: Moments(experiment.optimizer, network))
    batches = Batches(experiment.batches, samples: fitted.count)
    (largestBatch, updatesPerEpoch) = (batches.largest, batches.count)
    starts = Self.starts(network.layers, rows: largestBatch)
    try RecipeCheck(experiment).run(with: network, rows: max(largestBatch, fitted.count))
    dataCurvature = Self.dataCurvature(experiment, network, fitted)
  }

  /// The network at update 0.
  var network: Network { firstState.network }

  /// Whether all updates work on the same batch.
  var hasOneBatch: Bool { batches.areOne && experiment.augmentation == nil }

  private static func starts(_ layers: [Layer], rows: Int) -> [Int] {
    var next = 0
    return layers.map { layer in
      defer { next += rows * layer.units }
      return next
    }
  }
}

extension Experiment {
  /// Whether a run can be made of the recipe: all is checked, and no memory of training is had.
  /// - Throws: what `Run` refuses.
  public func check() throws(ExperimentError) { _ = try Plan(self) }
}

/// All that lives on from one update to the next.
///
/// With the recipe and the journal it decides everything that follows.
struct State: Hashable, Sendable {
  /// Updates made so far.
  var update: Int
  var network: Network
  var moments: Moments
}

/// The optimizer's memory, each part in the layout of the parameters or empty when the rule keeps none.
struct Moments: Hashable, Sendable {
  /// v of momentum and Nesterov, b of RMSprop with momentum.
  var velocity: [Double] = []
  /// m of Adam, the mean gradient of centred RMSprop.
  var first: [Double] = []
  /// s: squared gradients, summed or averaged.
  var second: [Double] = []
}

extension Moments {
  /// What a rule remembers before the first update.
  init(_ optimizer: Optimizer, _ network: Network) {
    let zeros = [Double](repeating: 0, count: network.parameterCount)
    switch optimizer.rule {
    case .sgd: break
    case .momentum, .nesterov: velocity = zeros
    case .adagrad: second = zeros.map { _ in optimizer.initialAccumulator }
    case .rmsprop:
      first = optimizer.isCentered ? zeros : []
      second = zeros
      velocity = optimizer.momentum > 0 ? zeros : []
    case .adam, .adamw: (first, second) = (zeros, zeros)
    }
  }
}

/// What the journal may change: the settings in force at one update.
struct Settings: Hashable, Sendable {
  var baseRate: Double
  var hiddenActivation: Activation?
  var loss: Loss

  init(_ plan: Plan, _ journal: Journal, update: Int) {
    baseRate = plan.experiment.optimizer.learningRate
    loss = plan.experiment.loss
    for entry in journal.entries where entry.update <= update {
      switch entry.change {
      case .learningRate(let rate): baseRate = rate
      case .hiddenActivation(let activation): hiddenActivation = activation
      case .loss(let kind): loss = kind
      case .parameter: break
      }
    }
  }
}

extension Network {
  /// The network of a checked recipe, with its first parameters.
  init(_ experiment: Experiment, inputCount: Int) {
    self.inputCount = inputCount
    layers = []
    var (inputs, start, statistics) = (inputCount, 0, Self.parameterCount(experiment, inputCount))
    parameterCount = statistics
    for (index, recipe) in experiment.layers.enumerated() {
      let layer = Layer(
        recipe, number: index + 1, inputs: inputs, start: start, statistics: statistics)
      layers.append(layer)
      (inputs, start) = (layer.units, layer.end)
      statistics += layer.hasBatchNorm ? 2 * layer.units : 0
    }
    model = Array(repeating: 0, count: statistics)
    for (layer, recipe) in zip(layers, experiment.layers) {
      fill(layer, from: recipe, seed: experiment.seed)
    }
  }

  private static func parameterCount(_ experiment: Experiment, _ inputCount: Int) -> Int {
    let inputs = [inputCount] + experiment.layers.map(\.units)
    return zip(experiment.layers, inputs).reduce(0) { $0 + $1.0.parameterCount(inputs: $1.1) }
  }

  private mutating func fill(_ layer: Layer, from recipe: LayerRecipe, seed: UInt64) {
    var stream = RandomStream(seed: seed, purpose: .parameters, index: layer.number)
    let weights =
      recipe.explicit.map { Matrix($0.weights) }
      ?? recipe.initializer.weights(units: layer.units, inputs: layer.inputs, from: &stream)
    for unit in 0..<layer.units {
      for input in 0..<layer.inputs {
        model[layer.start + input * layer.units + unit] = weights[unit, input]
      }
    }
    if let biases = recipe.explicit?.biases, layer.hasBiases {
      model.replaceSubrange(layer.biasStart..<layer.gammaStart, with: biases)
    }
    guard let batchNorm = recipe.batchNorm else { return }
    let ones = [Double](repeating: 1, count: layer.units)
    model.replaceSubrange(layer.gammaStart..<layer.betaStart, with: batchNorm.gamma ?? ones)
    if let beta = batchNorm.beta { model.replaceSubrange(layer.betaStart..<layer.end, with: beta) }
    let variance = layer.statistics + layer.units
    model.replaceSubrange(variance..<variance + layer.units, with: ones)
  }
}

extension Layer {
  init(_ recipe: LayerRecipe, number: Int, inputs: Int, start: Int, statistics: Int) {
    self.init(
      number: number, inputs: inputs, units: recipe.units, activation: recipe.activation,
      slope: recipe.slope, hasBiases: recipe.bearsBiases,
      batchNormEpsilon: recipe.batchNorm?.epsilon, isResidual: recipe.isResidual,
      dropoutRate: recipe.dropout?.rate ?? 0, start: start, statistics: statistics)
  }
}

extension LayerRecipe {
  /// Whether the layer has biases.
  ///
  /// With batch norm β takes their place; written-out weights without biases have none either.
  var bearsBiases: Bool {
    hasBiases && batchNorm == nil && (explicit == nil || explicit?.biases != nil)
  }

  func parameterCount(inputs: Int) -> Int {
    units * inputs + (bearsBiases ? units : 0) + (batchNorm == nil ? 0 : 2 * units)
  }
}
