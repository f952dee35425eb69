/// How the learning rate follows from the base rate η₀ and the number k of updates already made.
///
/// To add one, write a file that ends in its record, and put the record into `all`.
public struct Schedule: ListedRecord {
  /// The name that files use.
  public let name: String
  /// As a menu shows it.
  public let title: String
  /// The rate as a formula of η₀ and k.
  public let formula: String
  /// What it is good for, in a sentence.
  public let summary: String
  /// Where it was first described; nil where that is nobody's.
  public internal(set) var source: String?
  /// What it must be told.
  public internal(set) var settings: [Setting] = []
  /// What it was told.
  var values = SettingValues()
  /// The rate of update k, from 0.
  let function: @Sendable (_ schedule: Schedule, _ base: Double, _ k: Int) -> Double
}

extension Schedule {
  /// Every one, in the order of a menu; settings have still to be given.
  public static let all: [Schedule] = [.constant, .step, .exponential, .cosine, .linear, .warmUp]

  /// The rate of update `update` (from 0) for a base rate.
  public func rate(base: Double, update: Int) -> Double { function(self, base, update) }

  /// The value of a setting.
  public subscript(setting: Setting) -> Double {
    get { values[setting] ?? setting.usual ?? 0 }
    set { values[setting] = newValue }
  }

  /// The same with other settings.
  func with(_ pairs: [(Setting, Double)]) -> Schedule {
    var schedule = self
    for (setting, value) in pairs { schedule[setting] = value }
    return schedule
  }

  /// Of one kind and with the same settings.
  public static func == (left: Schedule, right: Schedule) -> Bool {
    left.name == right.name && left.values == right.values
  }

  /// Kind and settings, as in ==.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(values)
  }
}

extension Setting {
  /// How many updates a schedule takes.
  static let scheduleSteps = Setting(
    "steps", symbol: "T", .count(1...Limits.updates), noun: "a number of updates",
    "how many updates it takes")
  /// What a schedule multiplies the rate by.
  static let gamma = Setting("gamma", symbol: "γ", .nonNegative, "what the rate is multiplied by")
}
