/// How an update follows from the gradient g: the rule and its settings.
///
/// Formulas and defaults are PyTorch's.
public struct Optimizer: Hashable, Sendable {
  /// The rules, from the simplest to the hardest.
  public enum Rule: String, CaseIterable, Hashable, Sendable {
    /// θ ← θ − η g.
    case sgd
    /// v ← μ v + g, θ ← θ − η v.
    case momentum
    /// v ← μ v + g, θ ← θ − η (g + μ v).
    case nesterov
    /// s ← s + g², θ ← θ − η g / (√s + ε).
    case adagrad
    /// s ← α s + (1 − α) g², θ ← θ − η g / (√s + ε).
    case rmsprop
    /// m ← β₁ m + (1 − β₁) g, s ← β₂ s + (1 − β₂) g², θ ← θ − η (m / (1 − β₁ᵗ)) / (√(s / (1 − β₂ᵗ)) + ε).
    case adam
    /// θ ← θ − η λ θ, then as Adam.
    case adamw
  }

  /// The rule.
  public var rule: Rule
  /// η, the base rate that a schedule starts from.
  public var learningRate: Double
  /// μ of momentum and Nesterov, and of RMSprop's optional momentum.
  public var momentum = 0.0
  /// RMSprop's memory of squared gradients.
  public var alpha = 0.99
  /// Adam's memory of gradients.
  public var beta1 = 0.9
  /// Adam's memory of squared gradients.
  public var beta2 = 0.999
  /// Added to the square root in the denominator.
  public var epsilon = 1e-8
  /// λ of g + λ θ, or of the decoupled θ − η λ θ with AdamW.
  public var weightDecay = 0.0
  /// Whether RMSprop subtracts the squared mean gradient from the mean squared gradient.
  public var isCentered = false
  /// AdaGrad's rate is η / (1 + (t − 1) · decay).
  public var learningRateDecay = 0.0
  /// What AdaGrad's sum of squares starts from.
  public var initialAccumulator = 0.0

  /// A rule with its defaults.
  public init(_ rule: Rule, learningRate: Double) {
    self.rule = rule
    self.learningRate = learningRate
    switch rule {
    case .momentum, .nesterov: momentum = 0.9
    case .adagrad: epsilon = 1e-10
    case .adamw: weightDecay = 0.01
    case .sgd, .rmsprop, .adam: break
    }
  }
}

extension Optimizer.Rule {
  /// Everything there is to say about one rule.
  public struct Definition: Sendable {
    /// As a menu shows it.
    public let title: String
    /// The update as lines of formulas.
    public let formula: [String]
  }

  /// The rule's name and its formulas.
  public var definition: Definition {
    switch self {
    case .sgd: Definition(title: "SGD", formula: ["θ ← θ − η g"])
    case .momentum: Definition(title: "momentum", formula: ["v ← μ v + g", "θ ← θ − η v"])
    case .nesterov: Definition(title: "Nesterov", formula: ["v ← μ v + g", "θ ← θ − η (g + μ v)"])
    case .adagrad: Definition(title: "AdaGrad", formula: ["s ← s + g²", "θ ← θ − η g / (√s + ε)"])
    case .rmsprop:
      Definition(title: "RMSprop", formula: ["s ← α s + (1 − α) g²", "θ ← θ − η g / (√s + ε)"])
    case .adam: Definition(title: "Adam", formula: Self.adamFormula)
    case .adamw: Definition(title: "AdamW", formula: ["θ ← θ − η λ θ"] + Self.adamFormula)
    }
  }

  private static let adamFormula = [
    "m ← β₁ m + (1 − β₁) g", "s ← β₂ s + (1 − β₂) g²",
    "θ ← θ − η (m / (1 − β₁ᵗ)) / (√(s / (1 − β₂ᵗ)) + ε)",
  ]
}
