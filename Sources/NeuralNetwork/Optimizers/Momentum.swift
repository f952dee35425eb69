internal import CKernels

extension Optimizer.Rule {
  /// v ← μ v + g, θ ← θ − η v.
  public static let momentum = Optimizer.Rule(
    name: "momentum", title: "momentum", formula: ["v ← μ v + g", "θ ← θ − η v"],
    summary: "Steps add up where they agree and cancel where they swing.",
    source: "Polyak 1964", settings: [.momentum.usually(0.9), .weightDecay],
    memory: { _ in .velocity },
    rateLimit: RateLimit(
      formula: "2 (1 + μ)/λ", consequence: "the swings never die down"
    ) { 1 + $0.momentum },
    apply: { optimizer, update in
      let mu = optimizer.momentum
      for i in 0..<update.count {
        let v = update.velocity(i, keep: mu, fresh: update.gradient(i))
        update.parameters[i].addProduct(-update.rate, v)
      }
    },
    kernel: dk_optimizer_momentum)
}
