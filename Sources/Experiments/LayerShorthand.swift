import NeuralNetwork

/// What an experiment says of its layers: each written out, or all at once.
struct LayerShorthand {
  /// All weight layers, written out.
  var written: [LayerReading]?
  /// The units of the hidden layers.
  var hidden: [Int]?
  /// The activations of the hidden layers that name none themselves: one for all, or one for each; none: the usual one.
  var activations: [Activation] = []
  /// The activation of the output layer.
  var output: Activation?
  /// How the weights of every layer start that does not say so itself.
  var initializer: Initializer?

  /// The layers of a recipe whose data and loss are known.
  func layers(of reading: ExperimentReading) throws(ExperimentError) -> [LayerRecipe] {
    let usualOutput = output ?? reading.experiment.loss.output ?? .linear
    var layers =
      written ?? hidden.map { $0.map { LayerReading(units: $0) } + [LayerReading()] } ?? []
    let activations = activations.isEmpty ? [.tanh] : activations
    let open = layers.dropLast().contains { $0.activation == nil }
    if open, let problem = HiddenActivations.problem(activations, layers.count - 1) {
      throw ExperimentError(.layer(0), problem)
    }
    for index in layers.indices.dropLast() {
      layers[index].activation =
        layers[index].activation ?? HiddenActivations.one(of: activations, index)
    }
    guard var last = layers.popLast() else { return [] }
    last.activation = last.activation ?? usualOutput
    if last.units == nil {
      last.units = try Self.outputUnits(of: reading.experiment, last.activation)
    }
    return (layers + [last]).map { $0.recipe(initializer: initializer) }
  }

  /// One for each column of the targets; a softmax has one for each class, even where one column tells two.
  private static func outputUnits(
    of experiment: Experiment, _ activation: Activation?
  ) throws(ExperimentError) -> Int {
    let samples = try Dataset(experiment.data, seed: experiment.seed)
    let columns = samples.targets.columns
    return activation == .softmax ? samples.classCount ?? columns : columns
  }
}

/// One weight layer as far as a file says what it is.
struct LayerReading {
  /// nil: as many as the targets ask for, in the output layer.
  var units: Int?
  /// nil: that of all hidden layers, or the one that goes with the loss.
  var activation: Activation?
  /// nil: that of all layers.
  var initializer: Initializer?
  /// Everything else.
  var rest = LayerRecipe(units: 1, activation: .linear)

  /// The whole layer.
  func recipe(initializer usual: Initializer?) -> LayerRecipe {
    var layer = rest
    layer.units = units ?? 1
    layer.activation = activation ?? .linear
    layer.initializer = initializer ?? usual ?? rest.initializer
    return layer
  }
}
