import NeuralNetwork
import Yams

/// A value of a YAML file that knows where it stands.
///
/// What reads it returns nil, with a complaint, when it is not what was asked for; so a reader goes on and one pass finds
/// everything that is wrong.
struct YAMLValue {
  let node: Node
  let source: YAMLSource

  var position: SourcePosition { source.position(of: node.mark) }

  /// Notes what is wrong with this value.
  func diagnose(_ message: String) { source.diagnose(message, at: position) }

  /// Notes what is wrong, and gives nothing.
  func reject<Value>(_ message: String) -> Value? {
    diagnose(message)
    return nil
  }

  /// What kind of value it is, in words.
  var kind: String {
    switch node {
    case .mapping: "a group of keys"
    case .sequence: "a list"
    case .scalar(let scalar): Self.kind(of: scalar)
    case .alias: "an alias"
    }
  }

  private static func kind(of scalar: Node.Scalar) -> String {
    if scalar.string.isEmpty, scalar.style == .plain || scalar.style == .any { return "nothing" }
    let text = scalar.string.prefix(40)
    return "'\(text)\(text.count < scalar.string.count ? "…" : "")'"
  }

  // MARK: Scalars

  /// The text of a scalar, whatever it looks like; nil for others, without a complaint.
  var scalarText: String? { node.scalar?.string }

  var isNumber: Bool { scalarText.flatMap(Self.number) != nil }
  var isList: Bool { node.sequence != nil }
  var isMapping: Bool { node.mapping != nil }

  /// Words.
  func text(of what: String = "some text", limit: Int = 2000) -> String? {
    guard let text = scalarText, !text.allSatisfy(\.isWhitespace) else {
      return reject("Expected \(what), but found \(kind).")
    }
    guard text.unicodeScalars.count <= limit else {
      return reject("Too long: \(limit) characters at most.")
    }
    return text
  }

  /// A finite number.
  func number(_ what: String = "a number") -> Double? {
    guard let text = scalarText else { return reject("Expected \(what), but found \(kind).") }
    if Self.isNotFinite(text) {
      return reject("Expected \(what) that is finite, but found '\(text)'.")
    }
    guard let value = Self.number(text) else {
      return reject("Expected \(what), but found \(kind).")
    }
    guard value.isFinite else { return reject("The number \(kind) is too large.") }
    return value
  }

  /// A whole number in a range; `3.0` counts too.
  func integer(_ range: ClosedRange<Int>, _ what: String = "a whole number") -> Int? {
    guard let value = number(what) else { return nil }
    guard value == value.rounded() else {
      return reject("Expected \(what) without a fraction, but found \(kind).")
    }
    guard value >= Double(range.lowerBound), value <= Double(range.upperBound),
      let result = Int(exactly: value),
      range.contains(result)
    else {
      return reject(
        "Expected \(what) from \(range.lowerBound) to \(range.upperBound), but found \(kind).")
    }
    return result
  }

  /// `true` or `false`.
  func flag() -> Bool? {
    switch scalarText {
    case "true": true
    case "false": false
    default: reject("Expected true or false, but found \(kind).")
    }
  }

  /// One of some names.
  func name(among names: [String], _ what: String) -> String? {
    guard let text = scalarText else {
      let article = "aeiou".contains(what.prefix(1)) ? "an" : "a"
      return reject("Expected \(article) \(what), but found \(kind).")
    }
    guard names.contains(text) else {
      return reject(
        "There is no \(what) called '\(text)'.\(Suggestion.hint(for: text, among: names))")
    }
    return text
  }

  /// A case of an enumeration by its name in files.
  func choice<Value: RawRepresentable & CaseIterable>(_ type: Value.Type, _ what: String) -> Value?
  where Value.RawValue == String {
    name(among: Value.allCases.map(\.rawValue), what).flatMap(Value.init(rawValue:))
  }

  /// A record of a list by its name in files.
  func choice<Record: ListedRecord>(_ type: Record.Type, _ what: String) -> Record? {
    name(among: Record.names, what).flatMap(Record.init(named:))
  }

  // MARK: Lists

  /// The items of a list.
  func items(_ what: String = "a list", atMost limit: Int = .max) -> [YAMLValue]? {
    guard case .sequence(let sequence) = node else {
      return reject("Expected \(what), but found \(kind).")
    }
    guard sequence.count <= limit else {
      return reject("Too many: \(sequence.count) items, but \(limit) at most.")
    }
    return sequence.map { YAMLValue(node: $0, source: source) }
  }

  /// A list whose every item can be read; nil, after all complaints, when one cannot.
  func list<Value>(
    _ what: String = "a list", atMost limit: Int = .max, of read: (YAMLValue) -> Value?
  ) -> [Value]? {
    guard let items = items(what, atMost: limit) else { return nil }
    let values = items.map(read)
    let known = values.compactMap { $0 }
    return known.count == values.count ? known : nil
  }

  func numbers(_ what: String = "a list of numbers") -> [Double]? { list(what) { $0.number() } }

  func rows(_ what: String = "rows of numbers") -> [[Double]]? {
    list(what) { $0.numbers("a row: a list of numbers") }
  }
}

extension YAMLValue {
  /// A number as JSON and YAML write it; no hexadecimals, no sixties, no underscores.
  static func number(_ text: String) -> Double? {
    guard text.utf8.count <= 64, text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }),
      text.utf8.contains(where: { (0x30...0x39).contains($0) })
    else { return nil }
    return Double(text)
  }

  private static func isNotFinite(_ text: String) -> Bool {
    [".inf", "-.inf", "+.inf", "inf", "-inf", "infinity", "-infinity", ".nan", "nan"]
      .contains(text.lowercased())
  }
}
