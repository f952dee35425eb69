import NeuralNetwork

extension DataRecipe {
  /// Cross-entropy for data sets of classes, the mean squared error for others.
  func defaultLoss(output: Activation?) -> Loss {
    guard case .named(let name, let options) = self else { return .meanSquaredError }
    guard let output else { return name.defaultLoss(options) }
    return Loss.all.first { $0.targets == .shares && $0.output == output } ?? .meanSquaredError
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
