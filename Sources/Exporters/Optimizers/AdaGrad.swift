import NeuralNetwork

extension ExportedOptimizer {
  static let adagrad = ExportedOptimizer(
    .adagrad,
    torch: {
      "torch.optim.Adagrad(trained, lr=\($1), lr_decay=\($0.learningRateDecay), "
        + "initial_accumulator_value=\($0.initialAccumulator), eps=\($0.epsilon))"
    },
    memory: { [("s", "np.full_like(p, \($0.initialAccumulator))")] },
    preparation: { ["rate = rate / (1 + k * \($0.learningRateDecay))"] },
    numpy: { ["s += g**2", "p -= rate * g / (np.sqrt(s) + \($0.epsilon))"] })
}
