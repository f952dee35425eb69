import NeuralNetwork

extension ExportedLoss {
  static let halfMeanSquaredError = ExportedLoss(
    .halfMeanSquaredError, torch: "(y - t) ** 2 / 2", numpy: "(y - t) ** 2 / 2", error: "y - t")
}
