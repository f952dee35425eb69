import NeuralNetwork

extension ExportedLoss {
  static let meanSquaredError = ExportedLoss(
    .meanSquaredError, torch: "(y - t) ** 2", numpy: "(y - t) ** 2", error: "2 * (y - t)")
}
