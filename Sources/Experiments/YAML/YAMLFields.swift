import NeuralNetwork

/// The keys of a group, of which all are known.
package struct YAMLFields {
  package let value: YAMLValue
  private let fields: [String: YAMLValue]
  /// The keys in the order of the file.
  package let keys: [Key]
  /// The keys that others, which are none, are most likely meant as: they are not missing besides.
  private let misspelled: Set<String>

  /// A key and where it stands.
  package struct Key {
    package let name: String
    /// Where a file has it; nil for what a program has put in.
    package let place: SourcePosition?
    package var position: SourcePosition { place ?? .start }
  }

  package init(
    value: YAMLValue, keys: [Key], fields: [String: YAMLValue], misspelled: Set<String> = []
  ) {
    (self.value, self.misspelled) = (value, misspelled)
    self.keys = keys
    self.fields = fields
  }

  /// The value of a key, where it is given and not `null`.
  package subscript(key: String) -> YAMLValue? { fields[key] }

  /// The value of a key that must be given.
  package func required(_ key: String, in what: String) -> YAMLValue? {
    if let value = fields[key] { return value }
    if !isMisspelled(key) { value.diagnose("\(what) needs '\(key)'.") }
    return nil
  }

  /// Whether a key that is none was complained about, and is most likely meant as this one.
  package func isMisspelled(_ key: String) -> Bool { misspelled.contains(key) }

  /// The number of a setting, where it is given.
  package func value(of setting: Setting) -> Double? {
    guard let value = fields[setting.key] else { return nil }
    return switch setting.domain {
    case .flag: value.flag().map { $0 ? 1 : 0 }
    case .count(let range): value.integer(range, setting.noun).map(Double.init)
    case .number, .nonNegative, .share: value.number(setting.noun)
    }
  }

  /// Where a key stands.
  package func position(of key: String) -> SourcePosition? { keys.first { $0.name == key }?.place }

  /// Complains when keys are given that exclude each other.
  package func reject(_ key: String, besides other: String, because reason: String) {
    guard fields[key] != nil, fields[other] != nil else { return }
    value.source.diagnose(
      "'\(key)' and '\(other)' exclude each other: \(reason).", at: position(of: key))
  }

  /// Complains about a key that is given and changes nothing.
  package func reject(_ key: String, because reason: String) {
    guard fields[key] != nil else { return }
    value.source.diagnose("'\(key)' has no effect: \(reason).", at: position(of: key))
  }
}

extension YAMLValue {
  /// The keys of a group; unknown ones are complained about and left out, as are those that say `null`.
  ///
  /// `correction` tells what to do about a key that is none, where it knows better than the nearest spelling.
  package func fields(
    of what: String, known: [String], correction: (String) -> String? = { _ in nil }
  ) -> YAMLFields? {
    guard let pairs = pairs(of: what, such: known) else { return nil }
    var (fields, keys): ([String: YAMLValue], [YAMLFields.Key]) = ([:], [])
    var misspelled: Set<String> = []
    for (key, value) in pairs {
      guard known.contains(key.name) else {
        let hint = correction(key.name).map { " " + $0 }
        source.diagnose(
          "\(what) has no key '\(key.name)'.\(hint ?? Suggestion.hint(for: key.name, among: known))",
          at: key.place)
        Suggestion.nearest(to: key.name, among: known).map { _ = misspelled.insert($0) }
        continue
      }
      guard !value.node.isNull else { continue }
      fields[key.name] = value
      keys.append(key)
    }
    return YAMLFields(value: self, keys: keys, fields: fields, misspelled: misspelled)
  }

  /// The keys of a group and their values, in the order of the file; a few that it may have are named to who writes no group.
  package func pairs(of what: String, such known: [String] = []) -> [(YAMLFields.Key, YAMLValue)]? {
    guard let members = node.members else {
      let keys = known.map { "\($0): …" }.joined(separator: ", ")
      let form = (1...4).contains(known.count) ? "{\(keys)}" : "'key: value'"
      let name = what.filter { $0 != "'" }
      let example = ExperimentField.named(name)?.examples.first { $0.hasPrefix("{") }
      let way = example.map { " Write it as '\(name): \($0)'." } ?? ""
      return reject("\(what) is a group of keys, \(form), but this is \(kind).\(way)")
    }
    return members.map {
      (
        YAMLFields.Key(name: $0.key, place: $0.position),
        YAMLValue(node: $0.value, source: source)
      )
    }
  }

  /// The value of a key of a group; nil without a complaint for others.
  package func member(_ key: String) -> YAMLValue? {
    node[key].map { YAMLValue(node: $0, source: source) }
  }
}
