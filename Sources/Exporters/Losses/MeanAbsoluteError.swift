import NeuralNetwork

extension ExportedLoss {
  static let meanAbsoluteError = ExportedLoss(
    .meanAbsoluteError, torch: "(y - t).abs()", numpy: "np.abs(y - t)", error: "np.sign(y - t)")
}
