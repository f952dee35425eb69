internal import CKernels

extension Optimizer.Rule {
  static let adamFormula = [
    "m ← β₁ m + (1 − β₁) g", "s ← β₂ s + (1 − β₂) g²",
    "θ ← θ − η (m / (1 − β₁ᵗ)) / (√(s / (1 − β₂ᵗ)) + ε)",
  ]

  /// Adam's step, after the decoupled weight decay of a rule that has one.
  @Sendable static func adamStep(_ optimizer: Optimizer, _ update: ParameterUpdate) {
    let (beta1, beta2, epsilon) = (optimizer.beta1, optimizer.beta2, optimizer.epsilon)
    let decay = optimizer.rule.isDecoupled ? optimizer.weightDecay : 0
    let rate = update.rate / (1 - Elementary.power(beta1, update.time))
    let correction = 1 / (1 - Elementary.power(beta2, update.time))
    for i in 0..<update.count {
      let g = update.gradient(i)
      update.decay(i, by: decay)
      let m = update.first(i, keep: beta1, fresh: (1 - beta1) * g)
      let s = update.second(i, keep: beta2, fresh: (1 - beta2) * g * g)
      update.parameters[i].addProduct(-rate, m / ((s * correction).squareRoot() + epsilon))
    }
  }

  /// m ← β₁ m + (1 − β₁) g, s ← β₂ s + (1 − β₂) g², θ ← θ − η (m / (1 − β₁ᵗ)) / (√(s / (1 − β₂ᵗ)) + ε).
  public static let adam = Optimizer.Rule(
    name: "adam", title: "Adam", formula: adamFormula,
    summary: "Momentum, and a rate for each parameter: a good first choice.",
    source: "Kingma and Ba 2015", settings: [.beta1, .beta2, .epsilon, .weightDecay],
    memory: { _ in [.first, .second] }, corrected: [.first, .second], apply: adamStep,
    kernel: dk_optimizer_adam)
}
