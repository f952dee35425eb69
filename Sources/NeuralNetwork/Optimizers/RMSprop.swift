internal import CKernels

extension Setting {
  /// How long RMSprop remembers squared gradients.
  public static let alpha = Setting(
    "alpha", symbol: "α", .share, usual: 0.99, "how long squared gradients are remembered")
  /// Whether RMSprop divides by the deviation of the gradient.
  public static let centered = Setting(
    "centered", .flag, usual: 0, "divides by the deviation of g, not by its size")
}

extension Optimizer {
  /// RMSprop's memory of squared gradients.
  public var alpha: Double {
    get { self[.alpha] }
    set { self[.alpha] = newValue }
  }
  /// Whether RMSprop subtracts the squared mean gradient from the mean squared gradient.
  public var isCentered: Bool {
    get { self[.centered] != 0 }
    set { self[.centered] = newValue ? 1 : 0 }
  }
}

extension Optimizer.Rule {
  /// s ← α s + (1 − α) g², θ ← θ − η g / (√s + ε).
  public static let rmsprop = Optimizer.Rule(
    name: "rmsprop", title: "RMSprop", formula: ["s ← α s + (1 − α) g²", "θ ← θ − η g / (√s + ε)"],
    settingFormula: { optimizer in
      let means = ["s ← α s + (1 − α) g²"] + (optimizer.isCentered ? ["m ← α m + (1 − α) g"] : [])
      let step = optimizer.isCentered ? "g / (√(s − m²) + ε)" : "g / (√s + ε)"
      return means
        + (optimizer.momentum > 0 ? ["v ← μ v + \(step)", "θ ← θ − η v"] : ["θ ← θ − η \(step)"])
    },
    summary: "Divides each gradient by its recent size, so that all parameters move alike.",
    source: "Hinton 2012", settings: [.alpha, .centered, .momentum, .epsilon, .weightDecay],
    memory: { optimizer in
      var memory = Memory.second
      if optimizer.isCentered { memory.insert(.first) }
      if optimizer.momentum > 0 { memory.insert(.velocity) }
      return memory
    },
    radicand: radicand,
    apply: { optimizer, update in
      let (alpha, mu, epsilon) = (optimizer.alpha, optimizer.momentum, optimizer.epsilon)
      let isCentered = optimizer.isCentered
      for i in 0..<update.count {
        let g = update.gradient(i)
        let s = update.second(i, keep: alpha, fresh: (1 - alpha) * g * g)
        let m = isCentered ? update.first(i, keep: alpha, fresh: (1 - alpha) * g) : 0
        var step = g / (radicand(optimizer, m, s).squareRoot() + epsilon)
        if mu > 0 { step = update.velocity(i, keep: mu, fresh: step) }
        update.parameters[i].addProduct(-update.rate, step)
      }
    },
    kernel: dk_optimizer_rmsprop)

  /// The mean square, or the square of the deviation.
  @Sendable private static func radicand(_ optimizer: Optimizer, _ m: Double, _ s: Double) -> Double
  {
    optimizer.isCentered ? max(0, s.addingProduct(-m, m)) : s
  }
}
