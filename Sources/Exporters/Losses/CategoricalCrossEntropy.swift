import NeuralNetwork

extension ExportedLoss {
  static let categoricalCrossEntropy = ExportedLoss(
    .categoricalCrossEntropy, torch: "-t * torch.log_softmax(z, dim=1)",
    numpy: "-t * log_softmax(z)", error: "y * t.sum(axis=1, keepdims=True) - t",
    helpers: [.logSoftmax])
}
