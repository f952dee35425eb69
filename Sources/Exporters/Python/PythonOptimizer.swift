import NeuralNetwork

/// An optimizer in Python: PyTorch's own, and the arithmetic as a lesson writes it.
///
/// Every rule of the engine has a record here, which a test asks for.
struct PythonOptimizer: Sendable {
  /// What makes the optimizer with PyTorch, given the rate of the first update; `trained` holds the parameters.
  let torch: @Sendable (Optimizer, _ rate: String) -> String
  /// Lines that define the optimizer first, where PyTorch has none of its own.
  var torchDefinition: [String] = []
  /// What it remembers for each parameter p, by the names that its lines use: an expression of p.
  let memory: @Sendable (Optimizer) -> [(name: String, first: String)]
  /// What is worked out once an update.
  var preparation: @Sendable (Optimizer) -> [String] = { _ in [] }
  /// The update of a parameter p by its gradient g.
  let numpy: @Sendable (Optimizer) -> [String]

  /// The record of a rule.
  /// - Throws: an `ExportError` when there is none.
  static func of(_ rule: Optimizer.Rule) throws -> PythonOptimizer {
    guard let record = all[rule.name] else {
      throw ExportError("The optimizer \(rule) cannot be written in Python.")
    }
    return record
  }

  /// By the names of the engine's rules.
  private static let all: [String: PythonOptimizer] = [
    "sgd": PythonOptimizer(
      torch: { _, rate in "torch.optim.SGD(trained, lr=\(rate))" }, memory: { _ in [] },
      numpy: { _ in ["p -= rate * g"] }),
    "momentum": PythonOptimizer(
      torch: { "torch.optim.SGD(trained, lr=\($1), momentum=\($0.momentum))" },
      memory: { _ in [("v", zeros)] },
      numpy: { ["v[...] = \($0.momentum) * v + g", "p -= rate * v"] }),
    "nesterov": PythonOptimizer(
      // PyTorch does not know Nesterov's way without a momentum; then it is plain descent.
      torch: {
        let nesterov = $0.momentum > 0 ? ", momentum=\($0.momentum), nesterov=True" : ""
        return "torch.optim.SGD(trained, lr=\($1)\(nesterov))"
      },
      memory: { _ in [("v", zeros)] },
      numpy: { ["v[...] = \($0.momentum) * v + g", "p -= rate * (g + \($0.momentum) * v)"] }),
    "adagrad": PythonOptimizer(
      torch: {
        "torch.optim.Adagrad(trained, lr=\($1), lr_decay=\($0.learningRateDecay), "
          + "initial_accumulator_value=\($0.initialAccumulator), eps=\($0.epsilon))"
      },
      memory: { [("s", "np.full_like(p, \($0.initialAccumulator))")] },
      preparation: { ["rate = rate / (1 + k * \($0.learningRateDecay))"] },
      numpy: { ["s += g**2", "p -= rate * g / (np.sqrt(s) + \($0.epsilon))"] }),
    "rmsprop": PythonOptimizer(
      torch: {
        "torch.optim.RMSprop(trained, lr=\($1), alpha=\($0.alpha), eps=\($0.epsilon), "
          + "momentum=\($0.momentum), centered=\($0.isCentered ? "True" : "False"))"
      },
      memory: { optimizer in
        [("s", zeros)] + (optimizer.isCentered ? [("m", zeros)] : [])
          + (optimizer.momentum > 0 ? [("v", zeros)] : [])
      },
      numpy: rmsprop),
    "adam": PythonOptimizer(
      torch: { adam("Adam", $0, $1) }, memory: { _ in [("m", zeros), ("s", zeros)] },
      numpy: adamLines),
    "adamw": PythonOptimizer(
      torch: { adam("AdamW", $0, $1, ", weight_decay=\($0.weightDecay)") },
      memory: { _ in [("m", zeros), ("s", zeros)] },
      numpy: { ["p -= rate * \($0.weightDecay) * p"] + adamLines($0) }),
    "nadam": PythonOptimizer(
      torch: {
        "NAdam(trained, lr=\($1), betas=(\($0.beta1), \($0.beta2)), eps=\($0.epsilon), "
          + "momentum_decay=\($0[.momentumDecay]))"
      },
      torchDefinition: nadam,
      memory: { _ in [("m", zeros), ("s", zeros)] },
      preparation: { optimizer in
        [
          "def mu(t):",
          "    return \(optimizer.beta1) * (1 - 0.5 * 0.96 ** (t * \(optimizer[.momentumDecay])))",
          "",
          "product = math.prod(mu(t) for t in range(1, k + 2))",
        ]
      },
      numpy: {
        moments($0) + [
          "mean = mu(k + 2) * m / (1 - product * mu(k + 2)) + (1 - mu(k + 1)) * g / (1 - product)",
          "p -= rate * mean / (np.sqrt(s / (1 - \($0.beta2) ** (k + 1))) + \($0.epsilon))",
        ]
      }),
    "lion": PythonOptimizer(
      torch: {
        "Lion(trained, lr=\($1), beta1=\($0.beta1), beta2=\($0.beta2), decay=\($0.weightDecay))"
      },
      torchDefinition: lion, memory: { _ in [("m", zeros)] },
      numpy: {
        [
          "direction = np.sign(\($0.beta1) * m + (1 - \($0.beta1)) * g)",
          "p -= rate * (direction + \($0.weightDecay) * p)",
          "m[...] = \($0.beta2) * m + (1 - \($0.beta2)) * g",
        ]
      }),
  ]

  private static let zeros = "np.zeros_like(p)"

  private static func adam(
    _ name: String, _ optimizer: Optimizer, _ rate: String, _ more: String = ""
  ) -> String {
    "torch.optim.\(name)(trained, lr=\(rate), betas=(\(optimizer.beta1), \(optimizer.beta2)), "
      + "eps=\(optimizer.epsilon)\(more))"
  }

  private static func moments(_ optimizer: Optimizer) -> [String] {
    [
      "m[...] = \(optimizer.beta1) * m + (1 - \(optimizer.beta1)) * g",
      "s[...] = \(optimizer.beta2) * s + (1 - \(optimizer.beta2)) * g**2",
    ]
  }

  @Sendable private static func adamLines(_ optimizer: Optimizer) -> [String] {
    moments(optimizer) + [
      "m_hat = m / (1 - \(optimizer.beta1) ** (k + 1))",
      "s_hat = s / (1 - \(optimizer.beta2) ** (k + 1))",
      "p -= rate * m_hat / (np.sqrt(s_hat) + \(optimizer.epsilon))",
    ]
  }

  @Sendable private static func rmsprop(_ optimizer: Optimizer) -> [String] {
    let alpha = optimizer.alpha
    var lines = ["s[...] = \(alpha) * s + (1 - \(alpha)) * g**2"]
    if optimizer.isCentered { lines.append("m[...] = \(alpha) * m + (1 - \(alpha)) * g") }
    let size = optimizer.isCentered ? "np.maximum(0, s - m**2)" : "s"
    lines.append("step = g / (np.sqrt(\(size)) + \(optimizer.epsilon))")
    guard optimizer.momentum > 0 else { return lines + ["p -= rate * step"] }
    return lines + ["v[...] = \(optimizer.momentum) * v + step", "p -= rate * v"]
  }

  private static let lion = """
    class Lion(torch.optim.Optimizer):
        def __init__(self, parameters, lr, beta1, beta2, decay):
            super().__init__(parameters, {"lr": lr, "beta1": beta1, "beta2": beta2, "decay": decay})

        @torch.no_grad()
        def step(self):
            for group in self.param_groups:
                beta1, beta2 = group["beta1"], group["beta2"]
                for p in group["params"]:
                    m = self.state[p].setdefault("m", torch.zeros_like(p))
                    direction = torch.sign(beta1 * m + (1 - beta1) * p.grad)
                    p -= group["lr"] * (direction + group["decay"] * p)
                    m.mul_(beta2).add_(p.grad, alpha=1 - beta2)
    """.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)

  // The own one of PyTorch before 2.0 multiplies one factor twice.
  private static let nadam = """
    class NAdam(torch.optim.Optimizer):
        def __init__(self, parameters, lr, betas, eps, momentum_decay, weight_decay=0):
            super().__init__(parameters, {"lr": lr})
            self.betas, self.eps = betas, eps
            self.momentum_decay, self.weight_decay = momentum_decay, weight_decay
            self.time, self.product = 0, 1.0

        def mu(self, t):
            return self.betas[0] * (1 - 0.5 * 0.96 ** (t * self.momentum_decay))

        @torch.no_grad()
        def step(self):
            self.time += 1
            now, following = self.mu(self.time), self.mu(self.time + 1)
            self.product *= now
            beta1, beta2 = self.betas
            for group in self.param_groups:
                for p in group["params"]:
                    g = p.grad + self.weight_decay * p
                    m = self.state[p].setdefault("m", torch.zeros_like(p))
                    s = self.state[p].setdefault("s", torch.zeros_like(p))
                    m.mul_(beta1).add_(g, alpha=1 - beta1)
                    s.mul_(beta2).addcmul_(g, g, value=1 - beta2)
                    mean = following * m / (1 - self.product * following)
                    mean = mean + (1 - now) * g / (1 - self.product)
                    p -= group["lr"] * mean / (torch.sqrt(s / (1 - beta2**self.time)) + self.eps)
    """.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
}
