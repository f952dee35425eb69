extension Setting {
  /// How NAdam's momentum grows.
  public static let momentumDecay = Setting(
    "momentum_decay", symbol: "ψ", .nonNegative, usual: 0.004,
    "how fast the momentum grows from half of beta1 to beta1")
}

extension Optimizer.Rule {
  /// Adam with Nesterov's look ahead: m is replaced by a mean of the next m and g.
  ///
  /// μₜ = β₁ (1 − ½ 0.96^(t ψ)) and Πₜ = μ₁ μ₂ … μₜ.
  public static let nadam = Optimizer.Rule(
    name: "nadam", title: "NAdam",
    formula: [
      "m ← β₁ m + (1 − β₁) g", "s ← β₂ s + (1 − β₂) g²",
      "m̂ = μₜ₊₁ m / (1 − Πₜ₊₁) + (1 − μₜ) g / (1 − Πₜ)", "θ ← θ − η m̂ / (√(s / (1 − β₂ᵗ)) + ε)",
    ],
    summary: "Adam that looks one step ahead, as Nesterov's momentum does.",
    source: "Dozat 2016", settings: [.beta1, .beta2, .epsilon, .momentumDecay, .weightDecay],
    memory: { _ in [.first, .second] }, corrected: .second,
    apply: { optimizer, update in
      let (beta1, beta2, epsilon) = (optimizer.beta1, optimizer.beta2, optimizer.epsilon)
      let (now, next) = momenta(beta1, optimizer[.momentumDecay], time: update.time)
      let (gradientRate, meanRate) = (
        update.rate * (1 - now.mu) / (1 - now.product), update.rate * next.mu / (1 - next.product)
      )
      let correction = 1 / (1 - Elementary.power(beta2, update.time))
      for i in 0..<update.count {
        let g = update.gradient(i)
        let m = update.first(i, keep: beta1, fresh: (1 - beta1) * g)
        let s = update.second(i, keep: beta2, fresh: (1 - beta2) * g * g)
        update.parameters[i] -=
          (gradientRate * g + meanRate * m) / ((s * correction).squareRoot() + epsilon)
      }
    })

  /// μ and Π of an update and of the next.
  private static func momenta(
    _ beta1: Double, _ decay: Double, time: Int
  ) -> (now: (mu: Double, product: Double), next: (mu: Double, product: Double)) {
    func mu(_ t: Int) -> Double {
      beta1 * (1 - 0.5 * Elementary.exp(Double(t) * decay * Elementary.log(0.96)))
    }
    var product = 1.0
    for t in 1...max(1, time) {
      product *= mu(t)
      // From here 1 − Π is 1.
      if product < 1e-20 { break }
    }
    return ((mu(time), product), (mu(time + 1), product * mu(time + 1)))
  }
}
