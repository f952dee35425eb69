// The settings that rules share.

extension Setting {
  /// How much of the last step is taken along.
  public static let momentum = Setting(
    "momentum", symbol: "μ", .share, usual: 0, "how much of the last step is taken along")
  /// How long gradients are remembered.
  public static let beta1 = Setting(
    "beta1", symbol: "β₁", .share, usual: 0.9, "how long gradients are remembered")
  /// How long squared gradients are remembered.
  public static let beta2 = Setting(
    "beta2", symbol: "β₂", .share, usual: 0.999, "how long squared gradients are remembered")
  /// What keeps the denominator from 0.
  public static let epsilon = Setting(
    "eps", symbol: "ε", .nonNegative, usual: 1e-8, "added to the square root in the denominator")
  /// How strongly every weight is drawn towards 0.
  public static let weightDecay = Setting(
    "weight_decay", symbol: "λ", .nonNegative, usual: 0, "draws every parameter towards 0")
}

extension Optimizer {
  /// μ of momentum and Nesterov, and of RMSprop's optional momentum.
  public var momentum: Double {
    get { self[.momentum] }
    set { self[.momentum] = newValue }
  }
  /// Adam's memory of gradients.
  public var beta1: Double {
    get { self[.beta1] }
    set { self[.beta1] = newValue }
  }
  /// Adam's memory of squared gradients.
  public var beta2: Double {
    get { self[.beta2] }
    set { self[.beta2] = newValue }
  }
  /// Added to the square root in the denominator.
  public var epsilon: Double {
    get { self[.epsilon] }
    set { self[.epsilon] = newValue }
  }
  /// λ of g + λ θ, or of the decoupled θ − η λ θ.
  public var weightDecay: Double {
    get { self[.weightDecay] }
    set { self[.weightDecay] = newValue }
  }
}
