import NeuralNetwork

extension ExportedOptimizer {
  static let sgd = ExportedOptimizer(
    .sgd, torch: { _, rate in "torch.optim.SGD(trained, lr=\(rate))" },
    numpy: { _ in ["p -= rate * g"] })
}
