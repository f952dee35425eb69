internal import CKernels

extension Optimizer {
  /// What an optimizer does with a gradient.
  ///
  /// To add one, write a file that ends in its record, and put the record into `all`. It then trains, its settings are read from
  /// files, and it is named in messages; a kernel only makes it faster.
  public struct Rule: ListedRecord {
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

    /// The name that files use.
    public let name: String
    /// As a menu shows it.
    public let title: String
    /// The update as lines of formulas.
    public let formula: [String]
    /// What it is good for, in a sentence.
    public let summary: String
    /// Where it was first described; nil where that is nobody's.
    public internal(set) var source: String?
    /// What it may be told, with its own defaults.
    public let settings: [Setting]
    /// What it remembers under some settings.
    public internal(set) var memory: @Sendable (Optimizer) -> Memory = { _ in [] }
    /// What s starts from.
    var firstSecondMoment: @Sendable (Optimizer) -> Double = { _ in 0 }
    /// Whether weight decay is a step of its own and not a part of g.
    public internal(set) var isDecoupled = false
    /// The arithmetic, number by number.
    let apply: @Sendable (Optimizer, ParameterUpdate) -> Void
    /// Its kernel, which gives the same bits; nil: `apply` does it.
    var kernel: dk_optimizer_kind?
  }
}

extension Optimizer.Rule {
  /// Every one, from the simplest to the hardest.
  public static let all: [Optimizer.Rule] = [
    .sgd, .momentum, .nesterov, .adagrad, .rmsprop, .adam, .adamw, .nadam, .lion,
  ]

  /// The same without its kernel.
  var withoutKernel: Optimizer.Rule {
    var rule = self
    rule.kernel = nil
    return rule
  }
}
