import NeuralNetwork

extension ExportedLoss {
  static let perceptron = ExportedLoss(
    .perceptron, torch: "((z >= 0).double() - t) * z", numpy: "((z >= 0) - t) * z",
    error: "(z >= 0) - t")
}
