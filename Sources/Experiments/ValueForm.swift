import NeuralNetwork

/// What may stand behind a key.
public indirect enum ValueForm: Hashable, Sendable {
  /// A number.
  case number(NumberRange)
  /// A whole number.
  case integer(ClosedRange<Int>)
  /// `true` or `false`.
  case flag
  /// Any text.
  case word
  /// One of some names.
  case choice([String])
  /// A list.
  case list(ValueForm)
  /// A group of keys.
  case group([Key])
  /// A group whose `name` decides which keys go with it; a name alone may stand for it.
  case named([Variant])
  /// Any of several.
  case either([ValueForm])

  /// A key of a group.
  public struct Key: Hashable, Sendable {
    /// The key.
    public let name: String
    /// What may stand behind it.
    public let form: ValueForm
    /// A few words.
    public let summary: String
    /// Whether it must be given.
    public let isRequired: Bool
    /// What counts where it is not; nil where nothing does.
    public let usual: YAMLNode?

    /// A key with what may stand behind it.
    package init(
      _ name: String, _ form: ValueForm, _ summary: String, isRequired: Bool = false,
      usual: YAMLNode? = nil
    ) {
      (self.name, self.form, self.summary, self.isRequired) = (name, form, summary, isRequired)
      self.usual = usual
    }
  }

  /// A name and the keys that go with it.
  public struct Variant: Hashable, Sendable {
    /// The name.
    public let name: String
    /// Its keys beside `name`.
    public let keys: [Key]

    init(_ name: String, _ keys: [Key] = []) {
      (self.name, self.keys) = (name, keys)
    }
  }
}

/// Which numbers may stand somewhere.
public struct NumberRange: Hashable, Sendable {
  /// The least number; nil: there is none.
  public var least: Double?
  /// The largest number; nil: there is none.
  public var most: Double?
  /// Whether the least number is left out itself.
  public var excludesLeast = false
  /// Whether the largest number is left out itself.
  public var excludesMost = false

  /// Every finite number.
  public static let any = NumberRange()
  /// 0 and above.
  public static let nonNegative = NumberRange(least: 0)
  /// Above 0.
  public static let positive = NumberRange(least: 0, excludesLeast: true)
  /// From 0 up to but not including 1.
  public static let rate = NumberRange(least: 0, most: 1, excludesMost: true)
  /// From 0 to 1, both among them.
  public static let portion = NumberRange(least: 0, most: 1)
  /// Between 0 and 1.
  public static let share = NumberRange(least: 0, most: 1, excludesLeast: true, excludesMost: true)

  /// Whether a number may stand there.
  public func contains(_ number: Double) -> Bool {
    guard number.isFinite else { return false }
    let isAbove = least.map { excludesLeast ? number > $0 : number >= $0 } ?? true
    let isBelow = most.map { excludesMost ? number < $0 : number <= $0 } ?? true
    return isAbove && isBelow
  }
}

extension ValueForm {
  /// The keys that may stand in a group of this form; for a form with names those of all, or of one.
  func keys(of name: String? = nil) -> [Key] {
    switch self {
    case .group(let keys): keys
    case .named(let variants):
      variants.filter { name == nil || $0.name == name }.flatMap(\.keys)
    case .either(let forms): forms.flatMap { $0.keys(of: name) }
    case .list(let item): item.keys(of: name)
    default: []
    }
  }

  /// The names that a group of this form may have.
  var names: [String] {
    switch self {
    case .named(let variants): variants.map(\.name)
    case .either(let forms): forms.flatMap(\.names)
    default: []
    }
  }
}

extension ValueForm {
  /// What may stand behind a setting of the engine's.
  init(_ domain: Setting.Domain) {
    switch domain {
    case .number: self = .number(.any)
    case .nonNegative: self = .number(.nonNegative)
    case .share: self = .number(.rate)
    case .count(let range): self = .integer(range)
    case .flag: self = .flag
    }
  }
}

extension ValueForm.Key {
  /// The key of a setting of the engine's.
  init(_ setting: Setting) {
    self.init(
      setting.key, ValueForm(setting.domain), setting.summary, isRequired: setting.usual == nil,
      usual: setting.usual.map { YAMLNode($0, of: setting) })
  }
}

extension YAMLNode {
  /// A setting's value as a file writes it.
  init(_ value: Double, of setting: Setting) {
    self = setting.domain == .flag ? YAMLNode(value != 0) : YAMLNode(value)
  }
}
