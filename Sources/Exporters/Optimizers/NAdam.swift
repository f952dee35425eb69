import NeuralNetwork

extension ExportedOptimizer {
  static let nadam = ExportedOptimizer(
    .nadam,
    torch: {
      "NAdam(trained, lr=\($1), betas=(\($0.beta1), \($0.beta2)), eps=\($0.epsilon), "
        + "momentum_decay=\($0[.momentumDecay]))"
    },
    torchDefinition: nadamClass, memory: { _ in [("m", zeros), ("s", zeros)] },
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
    })

  // The own one of PyTorch before 2.0 multiplies one factor twice.
  private static let nadamClass = """
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
    """
}
