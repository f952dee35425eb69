import NeuralNetwork

extension ExportedOptimizer {
  static let momentum = ExportedOptimizer(
    .momentum, torch: { "torch.optim.SGD(trained, lr=\($1), momentum=\($0.momentum))" },
    memory: { _ in [("v", zeros)] },
    numpy: { ["v[...] = \($0.momentum) * v + g", "p -= rate * v"] })
}
