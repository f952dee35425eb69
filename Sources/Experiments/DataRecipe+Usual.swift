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
