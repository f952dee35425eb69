import NeuralNetwork

extension ExperimentPatch {
  /// The recipe of a patch that gives data and layers; what else is missing follows from these.
  func complete() throws(ExperimentError) -> Experiment {
    let data = data ?? .explicit(inputs: [], targets: [])
    let loss =
      loss ?? usualLoss ?? Self.usualLoss(of: data, output: layers?.last?.activation ?? output)
    var base = Experiment(
      data: data, layers: layers ?? [], loss: loss,
      optimizer: Optimizer(.sgd, learningRate: TrainingParser.defaultRate))
    if layers == nil {
      let samples = try Dataset(data, seed: seed ?? base.seed)
      let activation = output ?? loss.output ?? .linear
      let units = Self.outputUnits(for: samples, activation)
      base.layers = [LayerRecipe(units: units, activation: activation)]
    }
    return applied(to: base)
  }

  /// One for each column of the targets; a softmax has one for each class, even where one column tells two.
  private static func outputUnits(for samples: Dataset, _ activation: Activation) -> Int {
    let columns = samples.targets.columns
    return activation == .softmax ? samples.classCount ?? columns : columns
  }

  /// Cross-entropy for data sets of classes, the mean squared error for others.
  private static func usualLoss(of data: DataRecipe, output: Activation?) -> Loss {
    guard case .named(let name, let options) = data else { return .meanSquaredError }
    switch output {
    case .sigmoid: return .binaryCrossEntropy
    case .softmax: return .categoricalCrossEntropy
    case .some: return .meanSquaredError
    case nil: return name.usualLoss(options)
    }
  }
}
