import NeuralNetwork

extension ExportedLoss {
  static let huber = ExportedLoss(
    .huber, torch: "F.huber_loss(y, t, reduction=\"none\")",
    numpy: "np.where(np.abs(y - t) <= 1, (y - t) ** 2 / 2, np.abs(y - t) - 0.5)",
    error: "np.clip(y - t, -1, 1)")
}
