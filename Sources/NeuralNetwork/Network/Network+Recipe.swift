extension Network {
  /// The network of a checked recipe, with its first parameters unless others are given.
  init(_ experiment: Experiment, inputCount: Int, model first: [Double]? = nil) {
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
    model = first ?? Array(repeating: 0, count: statistics)
    freeze(experiment.frozen)
    guard first == nil else { return }
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
    if let mean = batchNorm.mean {
      model.replaceSubrange(layer.statistics..<variance, with: mean)
    }
    model.replaceSubrange(variance..<variance + layer.units, with: batchNorm.variance ?? ones)
  }
}

extension Layer {
  init(_ recipe: LayerRecipe, number: Int, inputs: Int, start: Int, statistics: Int) {
    self.init(
      number: number, inputs: inputs, units: recipe.units, activation: recipe.activation,
      slope: recipe.slope, hasBiases: recipe.bearsBiases,
      batchNormEpsilon: recipe.batchNorm?.epsilon, isResidual: recipe.isResidual,
      dropoutRate: recipe.dropout?.rate ?? 0, trainable: recipe.trainable, start: start,
      statistics: statistics)
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
