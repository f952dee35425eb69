import NeuralNetwork

extension DataRecipe {
  /// Cross-entropy for data sets of classes, the mean squared error for others.
  func usualLoss(output: Activation?) -> Loss {
    guard case .named(let name, let options) = self else { return .meanSquaredError }
    return switch output {
    case .sigmoid: .binaryCrossEntropy
    case .softmax: .categoricalCrossEntropy
    case .some: .meanSquaredError
    case nil: name.usualLoss(options)
    }
  }
}

extension DataRecipe {
  /// How many samples there are, held-out ones included; nil where they cannot be made.
  var count: Int? {
    switch self {
    case .explicit(let inputs, _): inputs.count
    case .samples(let samples): samples.count
    case .named(_, let options):
      options.samples ?? (try? Dataset(self, seed: 1))?.count
    }
  }
}
