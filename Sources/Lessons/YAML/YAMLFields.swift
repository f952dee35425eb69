import NeuralNetwork
import Yams

/// The keys of a mapping, of which all are known.
struct YAMLFields {
  let value: YAMLValue
  private let fields: [String: YAMLValue]
  /// The keys in the order of the file.
  let keys: [Key]

  /// A key and where it stands.
  struct Key {
    let name: String
    let position: SourcePosition
  }

  init(value: YAMLValue, keys: [Key], fields: [String: YAMLValue]) {
    self.value = value
    self.keys = keys
    self.fields = fields
  }

  /// The value of a key, where it is given.
  subscript(key: String) -> YAMLValue? { fields[key] }

  /// The number of a setting, where it is given.
  func value(of setting: Setting) -> Double? {
    guard let value = fields[setting.key] else { return nil }
    return switch setting.domain {
    case .flag: value.flag().map { $0 ? 1 : 0 }
    case .count(let range): value.integer(range, setting.noun).map(Double.init)
    case .number, .nonNegative, .share: value.number(setting.noun)
    }
  }

  /// The value of a key that must be given.
  func required(_ key: String, in what: String) -> YAMLValue? {
    if let value = fields[key] { return value }
    value.diagnose("\(what) needs '\(key)'.")
    return nil
  }

  /// Where a key stands.
  func position(of key: String) -> SourcePosition? { keys.first { $0.name == key }?.position }

  /// Complains when keys are given that exclude each other.
  func reject(_ key: String, besides other: String, because reason: String) {
    guard fields[key] != nil, fields[other] != nil, let position = position(of: key) else { return }
    value.source.diagnose("'\(key)' and '\(other)' exclude each other: \(reason).", at: position)
  }
}

extension YAMLValue {
  /// The keys of a mapping; unknown ones are complained about and left out.
  func fields(of what: String, known: [String]) -> YAMLFields? {
    guard let pairs = pairs(of: what) else { return nil }
    var fields: [String: YAMLValue] = [:]
    for (key, value) in pairs {
      guard known.contains(key.name) else {
        source.diagnose(
          "\(what) has no key '\(key.name)'.\(Suggestion.hint(for: key.name, among: known))",
          at: key.position)
        continue
      }
      fields[key.name] = value
    }
    return YAMLFields(
      value: self, keys: pairs.map(\.0).filter { fields[$0.name] != nil }, fields: fields)
  }

  /// The keys of a mapping and their values, in the order of the file.
  func pairs(of what: String) -> [(YAMLFields.Key, YAMLValue)]? {
    guard case .mapping(let mapping) = node else {
      return reject("\(what) is a group of keys, 'key: value', but this is \(kind).")
    }
    var pairs: [(YAMLFields.Key, YAMLValue)] = []
    for (key, value) in mapping {
      guard let name = key.scalar?.string else {
        YAMLValue(node: key, source: source).diagnose("A key must be a name.")
        continue
      }
      let position = source.position(of: key.mark)
      pairs.append(
        (YAMLFields.Key(name: name, position: position), YAMLValue(node: value, source: source)))
    }
    return pairs
  }
}

extension YAMLValue {
  /// The value of a key of a mapping; nil without a complaint for others.
  func member(_ key: String) -> YAMLValue? {
    guard case .mapping(let mapping) = node else { return nil }
    return mapping[key].map { YAMLValue(node: $0, source: source) }
  }
}
