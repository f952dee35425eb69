internal import CKernels

extension Optimizer {
  /// What an optimizer does with a gradient.
  ///
  /// To add one, write a file that ends in its record, and put the record into `all`. It then trains, its settings are read from
  /// files, and it is named in messages; a kernel only makes it faster.
  public final class Rule: ListedRecord {
    /// What a rule remembers of each parameter from one update to the next.
    public struct Memory: OptionSet, Hashable, Sendable {
      /// The bits of the parts.
      public let rawValue: Int
      /// Some of the parts.
      public init(rawValue: Int) { self.rawValue = rawValue }
      /// v, a running sum of steps.
      public static let velocity = Memory(rawValue: 1)
      /// m, a running mean of gradients.
      public static let first = Memory(rawValue: 2)
      /// s, squared gradients, summed or averaged.
      public static let second = Memory(rawValue: 4)
    }

    /// Up to which rate it comes to rest on a quadratic cost.
    struct RateLimit: Sendable {
      /// With λ, the steepest curvature.
      let formula: String
      /// What happens at it and beyond.
      let consequence: String
      /// The limit, in units of 2/λ.
      let factor: @Sendable (Optimizer) -> Double
    }

    /// The name that files use.
    public let name: String
    /// As a menu shows it.
    public let title: String
    /// The update as lines of formulas.
    public let formula: [String]
    /// The same under settings that change it; nil where none does.
    let settingFormula: (@Sendable (Optimizer) -> [String])?
    /// What it is good for, in a sentence.
    public let summary: String
    /// Where it was first described; nil where that is nobody's.
    public let source: String?
    /// What it may be told, with its own defaults.
    public let settings: [Setting]
    /// What it remembers under some settings.
    public let memory: @Sendable (Optimizer) -> Memory
    /// The means that it divides by the sum of their weights, 1 − βᵗ, as they start at 0.
    public let corrected: Memory
    /// What s starts from.
    let firstSecondMoment: @Sendable (Optimizer) -> Double
    /// What the root is taken of that a step is divided by, out of m and s, corrected where the rule corrects them.
    public let radicand: @Sendable (Optimizer, _ m: Double, _ s: Double) -> Double
    /// Whether weight decay is a step of its own and not a part of g.
    public let isDecoupled: Bool
    /// Its limit on a quadratic cost; nil where none is known.
    let rateLimit: RateLimit?
    /// The arithmetic, number by number.
    let apply: @Sendable (Optimizer, ParameterUpdate) -> Void
    /// Its kernel, which gives the same bits; nil: `apply` does it.
    let kernel: dk_optimizer_kind?

    /// A record.
    init(
      name: String, title: String, formula: [String],
      settingFormula: (@Sendable (Optimizer) -> [String])? = nil, summary: String,
      source: String? = nil,
      settings: [Setting], memory: @escaping @Sendable (Optimizer) -> Memory = { _ in [] },
      corrected: Memory = [],
      firstSecondMoment: @escaping @Sendable (Optimizer) -> Double = { _ in 0 },
      radicand: @escaping @Sendable (Optimizer, _ m: Double, _ s: Double) -> Double = { _, _, s in s
      },
      isDecoupled: Bool = false, rateLimit: RateLimit? = nil,
      apply: @escaping @Sendable (Optimizer, ParameterUpdate) -> Void,
      kernel: dk_optimizer_kind? = nil
    ) {
      self.name = name
      self.title = title
      self.formula = formula
      self.settingFormula = settingFormula
      self.summary = summary
      self.source = source
      self.settings = settings
      self.memory = memory
      self.corrected = corrected
      self.firstSecondMoment = firstSecondMoment
      self.radicand = radicand
      self.isDecoupled = isDecoupled
      self.rateLimit = rateLimit
      self.apply = apply
      self.kernel = kernel
    }
  }
}

extension Optimizer.Rule {
  /// Every one, from the simplest to the hardest.
  public static let all: [Optimizer.Rule] = [
    .sgd, .momentum, .nesterov, .adagrad, .rmsprop, .adam, .adamw, .nadam, .lion,
  ]

  /// The same without its kernel.
  var withoutKernel: Optimizer.Rule {
    Optimizer.Rule(
      name: name, title: title, formula: formula, settingFormula: settingFormula, summary: summary,
      source: source, settings: settings, memory: memory, corrected: corrected,
      firstSecondMoment: firstSecondMoment, radicand: radicand, isDecoupled: isDecoupled,
      rateLimit: rateLimit, apply: apply)
  }
}

extension Optimizer {
  /// The update as lines of formulas, under the settings that it has.
  public var formula: [String] { rule.settingFormula?(self) ?? rule.formula }
}
