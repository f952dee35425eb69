extension Optimizer.Rule {
  /// θ ← θ − η (sign(β₁ m + (1 − β₁) g) + λ θ), then m ← β₂ m + (1 − β₂) g.
  public static let lion = Optimizer.Rule(
    name: "lion", title: "Lion",
    formula: ["θ ← θ − η (sign(β₁ m + (1 − β₁) g) + λ θ)", "m ← β₂ m + (1 − β₂) g"],
    summary: "Every parameter moves by η, whatever its gradient: use a rate a tenth of Adam's.",
    source: "Chen et al. 2023", settings: [.beta1, .beta2.usually(0.99), .weightDecay],
    memory: { _ in .first }, isDecoupled: true,
    apply: { optimizer, update in
      let (beta1, beta2, decay) = (optimizer.beta1, optimizer.beta2, optimizer.weightDecay)
      for i in 0..<update.count {
        let g = update.gradient(i)
        let direction = sign(beta1 * update.firstMoment(i) + (1 - beta1) * g)
        update.parameters[i] -= update.rate * (direction + decay * update.parameters[i])
        _ = update.first(i, keep: beta2, fresh: (1 - beta2) * g)
      }
    })
}
