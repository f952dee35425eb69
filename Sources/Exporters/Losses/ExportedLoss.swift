import NeuralNetwork

/// A loss as Python writes it: what each output costs, and the error it sends back.
struct ExportedLoss: ExportRecord {
  let original: Loss
  /// What each number costs, from z, y and t, with PyTorch.
  let torch: String
  /// The same with NumPy.
  let numpy: String
  /// The derivative of the cost: by z for the losses that are worked out from z, by y for the others.
  let error: String
  /// Functions that the NumPy script must define first.
  let helpers: [PythonHelper]

  init(
    _ original: Loss, torch: String, numpy: String, error: String, helpers: [PythonHelper] = []
  ) {
    (self.original, self.torch, self.numpy) = (original, torch, numpy)
    (self.error, self.helpers) = (error, helpers)
  }

  /// Every one, in the engine's order.
  static let all: [ExportedLoss] = [
    .meanSquaredError, .halfMeanSquaredError, .meanAbsoluteError, .huber, .binaryCrossEntropy,
    .categoricalCrossEntropy, .hinge, .perceptron,
  ]
}
