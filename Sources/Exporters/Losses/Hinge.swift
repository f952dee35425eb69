import NeuralNetwork

extension ExportedLoss {
  static let hinge = ExportedLoss(
    .hinge, torch: "torch.relu(1 - (2 * t - 1) * y)",
    numpy: "np.maximum(0, 1 - (2 * t - 1) * y)",
    error: "np.where((2 * t - 1) * y < 1, 1 - 2 * t, 0)")
}
