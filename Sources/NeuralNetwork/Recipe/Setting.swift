/// A number that a rule, a schedule, a data set or an initializer may be given: its key in files, and all that is known of it.
public struct Setting: Hashable, Sendable {
  /// Which numbers make sense.
  public enum Domain: Hashable, Sendable {
    /// Any finite number.
    case number
    /// 0 or a finite number above.
    case nonNegative
    /// From 0 up to but not including 1.
    case share
    /// A whole number in a range.
    case count(ClosedRange<Int>)
    /// 0 for no, 1 for yes.
    case flag
  }

  /// The key that files use.
  public let key: String
  /// How formulas write it.
  public let symbol: String
  /// Which numbers make sense.
  public let domain: Domain
  /// What it is unless told otherwise; nil: it must be given.
  public private(set) var usual: Double?
  /// What it says, in a few words.
  public let summary: String
  /// What kind of value a file must give: "a number of samples".
  public let noun: String

  /// A setting.
  public init(
    _ key: String, symbol: String? = nil, _ domain: Domain, usual: Double? = nil,
    noun: String = "a number", _ summary: String
  ) {
    self.key = key
    self.symbol = symbol ?? key
    self.domain = domain
    self.usual = usual
    self.noun = noun
    self.summary = summary
  }

  /// The same for an owner with a default of its own.
  public func usually(_ value: Double?) -> Setting {
    var setting = self
    setting.usual = value
    return setting
  }

  /// What is wrong with a value, and which to choose; nil when nothing is.
  public func problem(with value: Double) -> String? {
    domain.contains(value) ? nil : "\(key) is \(domain.text(value)): choose \(domain.words)."
  }
}

extension Setting.Domain {
  /// Whether a value makes sense.
  public func contains(_ value: Double) -> Bool {
    guard value.isFinite else { return false }
    return switch self {
    case .number: true
    case .nonNegative: value >= 0
    case .share: value >= 0 && value < 1
    case .count(let range): Int(exactly: value).map(range.contains) ?? false
    case .flag: value == 0 || value == 1
    }
  }

  /// Which values make sense, in words.
  public var words: String {
    switch self {
    case .number: "a finite number"
    case .nonNegative: "0 or a finite number above"
    case .share: "from 0 up to but not including 1"
    case .count(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .flag: "0 or 1"
    }
  }

  fileprivate func text(_ value: Double) -> String {
    if case .count = self, let whole = Int(exactly: value) { return "\(whole)" }
    return "\(value)"
  }
}

/// The values of some settings.
public struct SettingValues: Hashable, Sendable {
  private struct Entry: Hashable, Sendable {
    let key: String
    var value: Double
  }

  /// In the order of their keys.
  private var entries: [Entry] = []

  /// No values.
  public init() {}

  /// The usual values of settings.
  public init(usualOf settings: [Setting]) {
    for setting in settings { self[setting] = setting.usual }
  }

  /// The value of a setting; nil where it was not given.
  public subscript(setting: Setting) -> Double? {
    get {
      for entry in entries where entry.key == setting.key { return entry.value }
      return nil
    }
    set {
      entries.removeAll { $0.key == setting.key }
      guard let newValue else { return }
      let place = entries.firstIndex { $0.key > setting.key } ?? entries.count
      entries.insert(Entry(key: setting.key, value: newValue), at: place)
    }
  }

  /// What is wrong with the first value that makes no sense for its setting.
  func problem(in settings: [Setting]) -> String? {
    settings.lazy.compactMap { setting in self[setting].flatMap(setting.problem) }.first
  }
}
