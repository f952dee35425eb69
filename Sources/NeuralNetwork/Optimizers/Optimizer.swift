/// How an update follows from the gradient g: the rule and its settings.
///
/// Formulas and defaults are PyTorch's.
public struct Optimizer: Hashable, Sendable {
  /// The rule.
  public var rule: Rule
  /// η, the base rate that a schedule starts from.
  public var learningRate: Double
  /// The values of the rule's settings.
  private(set) var values: SettingValues

  /// A rule with its defaults.
  public init(_ rule: Rule, learningRate: Double) {
    self.rule = rule
    self.learningRate = learningRate
    values = SettingValues(usualOf: rule.settings)
  }

  /// The value of a setting.
  public subscript(setting: Setting) -> Double {
    get { values[setting] ?? setting.usual ?? 0 }
    set { values[setting] = newValue }
  }
}
