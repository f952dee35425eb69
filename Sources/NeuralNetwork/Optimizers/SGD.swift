internal import CKernels

extension Optimizer.Rule {
  /// θ ← θ − η g.
  public static let sgd = Optimizer.Rule(
    name: "sgd", title: "SGD", formula: ["θ ← θ − η g"],
    summary: "A step straight down the gradient.",
    source: "Robbins and Monro 1951", settings: [.weightDecay],
    rateLimit: RateLimit(
      formula: "2/λ", consequence: "each step overshoots at least as far as it was off"
    ) { _ in 1 },
    apply: { _, update in
      // Rounded twice on purpose: a step that a person works out by hand, 4 − 0.4 · 10, then lands on 0 exactly.
      for i in 0..<update.count { update.parameters[i] -= update.rate * update.gradient(i) }
    },
    kernel: dk_optimizer_sgd)
}
