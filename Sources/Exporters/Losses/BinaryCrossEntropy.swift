import NeuralNetwork

extension ExportedLoss {
  static let binaryCrossEntropy = ExportedLoss(
    .binaryCrossEntropy, torch: "F.binary_cross_entropy_with_logits(z, t, reduction=\"none\")",
    numpy: "np.logaddexp(0, z) - t * z", error: "y - t")
}
