import NeuralNetwork

extension ExperimentPatch {
  /// The recipe of a patch that gives data and layers; what else is missing follows from these.
  func complete() throws(ExperimentError) -> Experiment {
    let data = data ?? .explicit(inputs: [], targets: [])
    let loss = loss ?? usualLoss ?? Self.usualLoss(of: data, layers: layers)
    var base = Experiment(
      data: data, layers: layers ?? [], loss: loss,
      optimizer: Optimizer(.sgd, learningRate: TrainingReader.defaultRate))
    if layers == nil {
      let samples = try Dataset(data, seed: seed ?? base.seed)
      let activation = output ?? loss.definition.output ?? .linear
      base.layers = [LayerRecipe(units: samples.targets.columns, activation: activation)]
    }
    return applied(to: base)
  }

  /// Cross-entropy for data sets of classes, the mean squared error for others.
  private static func usualLoss(of data: DataRecipe, layers: [LayerRecipe]?) -> Loss {
    guard case .named(let name, let options) = data else { return .meanSquaredError }
    switch layers?.last?.activation {
    case .sigmoid: return .binaryCrossEntropy
    case .softmax: return .categoricalCrossEntropy
    case .some: return .meanSquaredError
    case nil: return usualLoss(of: name, classes: options.classes)
    }
  }

  private static func usualLoss(of name: Dataset.Name, classes: Int?) -> Loss {
    switch name {
    case .line, .sine: .meanSquaredError
    case .and, .or, .xor, .circles, .moons: .binaryCrossEntropy
    case .blobs, .spirals: (classes ?? 2) > 2 ? .categoricalCrossEntropy : .binaryCrossEntropy
    case .digits: .categoricalCrossEntropy
    }
  }
}
