internal import CKernels

extension Optimizer.Rule {
  /// v ← μ v + g, θ ← θ − η (g + μ v).
  public static let nesterov = Optimizer.Rule(
    name: "nesterov", title: "Nesterov", formula: ["v ← μ v + g", "θ ← θ − η (g + μ v)"],
    summary: "Momentum that looks one step ahead.",
    source: "Nesterov 1983", settings: [.momentum.usually(0.9), .weightDecay],
    memory: { _ in .velocity },
    rateLimit: RateLimit(
      formula: "2 (1 + μ)/((1 + 2 μ) λ)", consequence: "the swings never die down"
    ) {
      (1 + $0.momentum) / (1 + 2 * $0.momentum)
    },
    apply: { optimizer, update in
      let mu = optimizer.momentum
      for i in 0..<update.count {
        let g = update.gradient(i)
        let v = update.velocity(i, keep: mu, fresh: g)
        update.parameters[i].addProduct(-update.rate, g.addingProduct(mu, v))
      }
    },
    kernel: dk_optimizer_nesterov)
}
