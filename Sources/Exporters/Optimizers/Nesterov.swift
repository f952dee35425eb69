import NeuralNetwork

extension ExportedOptimizer {
  static let nesterov = ExportedOptimizer(
    .nesterov,
    // PyTorch does not know Nesterov's way without a momentum; then it is plain descent.
    torch: {
      let nesterov = $0.momentum > 0 ? ", momentum=\($0.momentum), nesterov=True" : ""
      return "torch.optim.SGD(trained, lr=\($1)\(nesterov))"
    },
    memory: { _ in [("v", zeros)] },
    numpy: { ["v[...] = \($0.momentum) * v + g", "p -= rate * (g + \($0.momentum) * v)"] })
}
