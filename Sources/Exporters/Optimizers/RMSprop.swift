import NeuralNetwork

extension ExportedOptimizer {
  static let rmsprop = ExportedOptimizer(
    .rmsprop,
    torch: {
      "torch.optim.RMSprop(trained, lr=\($1), alpha=\($0.alpha), eps=\($0.epsilon), "
        + "momentum=\($0.momentum), centered=\($0.isCentered ? "True" : "False"))"
    },
    memory: { optimizer in
      [("s", zeros)] + (optimizer.isCentered ? [("m", zeros)] : [])
        + (optimizer.momentum > 0 ? [("v", zeros)] : [])
    },
    numpy: { optimizer in
      let alpha = optimizer.alpha
      var lines = ["s[...] = \(alpha) * s + (1 - \(alpha)) * g**2"]
      if optimizer.isCentered { lines.append("m[...] = \(alpha) * m + (1 - \(alpha)) * g") }
      let size = optimizer.isCentered ? "np.maximum(0, s - m**2)" : "s"
      lines.append("step = g / (np.sqrt(\(size)) + \(optimizer.epsilon))")
      guard optimizer.momentum > 0 else { return lines + ["p -= rate * step"] }
      return lines + ["v[...] = \(optimizer.momentum) * v + step", "p -= rate * v"]
    })
}
