import NeuralNetwork

extension ExportedOptimizer {
  static let lion = ExportedOptimizer(
    .lion,
    torch: {
      "Lion(trained, lr=\($1), beta1=\($0.beta1), beta2=\($0.beta2), decay=\($0.weightDecay))"
    },
    torchDefinition: lionClass, memory: { _ in [("m", zeros)] },
    numpy: {
      [
        "direction = np.sign(\($0.beta1) * m + (1 - \($0.beta1)) * g)",
        "p -= rate * (direction + \($0.weightDecay) * p)",
        "m[...] = \($0.beta2) * m + (1 - \($0.beta2)) * g",
      ]
    })

  private static let lionClass = """
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
    """
}
