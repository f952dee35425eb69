internal import CKernels

extension Setting {
  /// How AdaGrad's rate falls: η / (1 + (t − 1) · decay).
  public static let learningRateDecay = Setting(
    "lr_decay", symbol: "κ", .nonNegative, usual: 0, "the rate becomes η / (1 + (t − 1) κ)")
  /// What AdaGrad's sum of squares starts from.
  public static let initialAccumulator = Setting(
    "initial_accumulator", symbol: "s₀", .nonNegative, usual: 0,
    "what the sum of squares starts from")
}

extension Optimizer {
  /// AdaGrad's rate is η / (1 + (t − 1) · decay).
  public var learningRateDecay: Double {
    get { self[.learningRateDecay] }
    set { self[.learningRateDecay] = newValue }
  }
  /// What AdaGrad's sum of squares starts from.
  public var initialAccumulator: Double {
    get { self[.initialAccumulator] }
    set { self[.initialAccumulator] = newValue }
  }
}

extension Optimizer.Rule {
  /// s ← s + g², θ ← θ − η g / (√s + ε).
  public static let adagrad = Optimizer.Rule(
    name: "adagrad", title: "AdaGrad", formula: ["s ← s + g²", "θ ← θ − η g / (√s + ε)"],
    summary: "Each parameter has a rate of its own, which only falls.",
    source: "Duchi, Hazan and Singer 2011",
    settings: [.epsilon.usually(1e-10), .learningRateDecay, .initialAccumulator, .weightDecay],
    memory: { _ in .second }, firstSecondMoment: { $0.initialAccumulator },
    apply: { optimizer, update in
      let epsilon = optimizer.epsilon
      let fall = 1.0.addingProduct(Double(update.time - 1), optimizer.learningRateDecay)
      let rate = update.rate / fall
      for i in 0..<update.count {
        let g = update.gradient(i)
        let s = update.second(i, adding: g)
        update.parameters[i].addProduct(-rate, g / (s.squareRoot() + epsilon))
      }
    },
    kernel: dk_optimizer_adagrad)
}
