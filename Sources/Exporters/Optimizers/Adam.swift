import NeuralNetwork

extension ExportedOptimizer {
  static let adam = ExportedOptimizer(
    .adam, torch: { adamCall("Adam", $0, $1) }, memory: { _ in [("m", zeros), ("s", zeros)] },
    numpy: adamUpdate)

  /// The call of PyTorch's Adam, or of one of its kin.
  static func adamCall(
    _ name: String, _ optimizer: Optimizer, _ rate: String, _ more: String = ""
  ) -> String {
    "torch.optim.\(name)(trained, lr=\(rate), betas=(\(optimizer.beta1), \(optimizer.beta2)), "
      + "eps=\(optimizer.epsilon)\(more))"
  }

  /// Both means, moved on.
  static func moments(_ optimizer: Optimizer) -> [String] {
    [
      "m[...] = \(optimizer.beta1) * m + (1 - \(optimizer.beta1)) * g",
      "s[...] = \(optimizer.beta2) * s + (1 - \(optimizer.beta2)) * g**2",
    ]
  }

  /// The whole update.
  @Sendable static func adamUpdate(_ optimizer: Optimizer) -> [String] {
    moments(optimizer) + [
      "m_hat = m / (1 - \(optimizer.beta1) ** (k + 1))",
      "s_hat = s / (1 - \(optimizer.beta2) ** (k + 1))",
      "p -= rate * m_hat / (np.sqrt(s_hat) + \(optimizer.epsilon))",
    ]
  }
}
