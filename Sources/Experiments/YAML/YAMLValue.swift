import NeuralNetwork

/// A value of a YAML file that knows where it stands.
///
/// What reads it returns nil, with a complaint, when it is not what was asked for; so a reader goes on and one pass finds
/// everything that is wrong.
package struct YAMLValue {
  package let node: YAMLNode
  package let source: YAMLSource

  /// A node of a source, to which it complains.
  package init(node: YAMLNode, source: YAMLSource) { (self.node, self.source) = (node, source) }

  /// Where a file says it; the beginning of the file for what a program has put in.
  package var position: SourcePosition { node.position ?? .start }

  /// Notes what is wrong with this value.
  package func diagnose(_ message: String) { source.diagnose(message, at: node.position) }

  /// Notes what is wrong, and gives nothing.
  package func reject<Value>(_ message: String) -> Value? {
    diagnose(message)
    return nil
  }

  /// What kind of value it is, in words.
  package var kind: String {
    switch node.content {
    case .group: "a group of keys"
    case .list: "a list"
    case .scalar("", isQuoted: false): "nothing"
    case .scalar(let text, _): "'\(text.prefix(40))\(text.count > 40 ? "…" : "")'"
    }
  }

  // MARK: Scalars

  /// The text of a scalar, whatever it looks like; nil for others, without a complaint.
  package var scalarText: String? { node.text }

  package var isNumber: Bool { scalarText.flatMap(Self.number) != nil }
  package var isList: Bool { node.items != nil }
  package var isGroup: Bool { node.members != nil }

  /// Words.
  package func text(of what: String = "some text", limit: Int = 2000) -> String? {
    guard let text = scalarText, !text.allSatisfy(\.isWhitespace) else {
      return reject("Expected \(what), but found \(kind).")
    }
    guard text.unicodeScalars.count <= limit else {
      return reject("Too long: \(limit) characters at most.")
    }
    return text
  }

  /// A finite number.
  package func number(_ what: String = "a number") -> Double? { number(what, isWhole: false) }

  private func number(_ what: String, isWhole: Bool) -> Double? {
    guard let text = scalarText else { return reject("Expected \(what), but found \(kind).") }
    if Self.isNotFinite(text) {
      return reject("Expected \(what) that is finite, but found '\(text)'.")
    }
    guard let value = Self.number(text) else {
      let spelling = Self.spelling(of: text).flatMap { isWhole && $0.rounded() != $0 ? nil : $0 }
      let way = spelling.map { " Write \($0)." } ?? ""
      return reject("Expected \(what), but found \(kind).\(way)")
    }
    guard value.isFinite else { return reject("The number \(kind) is too large.") }
    return value
  }

  /// A whole number in a range; `3.0` counts too.
  package func integer(_ range: ClosedRange<Int>, _ what: String = "a whole number") -> Int? {
    guard let value = number(what, isWhole: true) else { return nil }
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
  package func flag() -> Bool? {
    switch scalarText {
    case "true": true
    case "false": false
    default: reject("Expected true or false, but found \(kind).")
    }
  }

  /// One of some names.
  package func name(among names: [String], _ what: String) -> String? {
    guard let text = scalarText else {
      let article = "aeiou".contains(what.prefix(1)) ? "an" : "a"
      return reject("Expected \(article) \(what), but found \(kind).")
    }
    guard
      let name = names.first(where: { $0 == text })
        ?? names.first(where: { text.isSpelling(of: $0) })
    else {
      return reject(
        "There is no \(what) called '\(text)'.\(Suggestion.hint(for: text, among: names))")
    }
    return name
  }

  /// A case of an enumeration by its name in files.
  package func choice<Value: RawRepresentable & CaseIterable>(_ type: Value.Type, _ what: String)
    -> Value?
  where Value.RawValue == String {
    name(among: Value.allCases.map(\.rawValue), what).flatMap(Value.init(rawValue:))
  }

  /// A record of a list by its name in files.
  package func choice<Record: ListedRecord>(_ type: Record.Type, _ what: String) -> Record? {
    name(among: Record.names, what).flatMap(Record.init(named:))
  }

  // MARK: Lists

  /// The items of a list.
  package func items(_ what: String = "a list", atMost limit: Int = .max) -> [YAMLValue]? {
    guard let items = node.items else { return reject("Expected \(what), but found \(kind).") }
    guard items.count <= limit else {
      return reject("Too many: \(items.count) items, but \(limit) at most.")
    }
    return items.map { YAMLValue(node: $0, source: source) }
  }

  /// A list whose every item can be read; nil, after all complaints, when one cannot.
  package func list<Value>(
    _ what: String = "a list", atMost limit: Int = .max, of read: (YAMLValue) -> Value?
  ) -> [Value]? {
    guard let items = items(what, atMost: limit) else { return nil }
    let values = items.map(read)
    let known = values.compactMap { $0 }
    return known.count == values.count ? known : nil
  }

  package func numbers(_ what: String = "a list of numbers") -> [Double]? {
    list(what) { $0.number() }
  }

  package func rows(_ what: String = "rows of numbers") -> [[Double]]? {
    list(what) { $0.numbers("a row: a list of numbers") }
  }
}

extension YAMLValue {
  /// A number as JSON and YAML write it; no hexadecimals, no sixties, no underscores.
  package static func number(_ text: String) -> Double? {
    var hasDigit = false
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39: hasDigit = true
      // + - . E e
      case 0x2B, 0x2D, 0x2E, 0x45, 0x65: break
      default: return nil
      }
    }
    return hasDigit && text.utf8.count <= 64 ? Double(text) : nil
  }

  /// How files write a number that is written as 20%, 0,1 or 1/10; nil where a text is none of these.
  private static func spelling(of text: String) -> Double? {
    if text.hasSuffix("%") { return number(text.dropLast().trimmed).map { $0 / 100 } }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map {
      number($0.trimmed)
    }
    if parts.count == 2, let over = parts[0], let under = parts[1], under != 0 {
      return over / under
    }
    // Three digits behind a comma may be thousands.
    let halves = text.split(separator: ",", omittingEmptySubsequences: false)
    guard halves.count == 2, halves[1].count != 3 else { return nil }
    return number(halves.joined(separator: "."))
  }

  private static func isNotFinite(_ text: String) -> Bool {
    [".inf", "-.inf", "+.inf", "inf", "-inf", "infinity", "-infinity", ".nan", "nan"]
      .contains(text.lowercased())
  }
}

extension String {
  /// Whether it is a name but for capitals and for what parts words: `Adam`, `leaky-ReLU`, `warm up`.
  fileprivate func isSpelling(of name: String) -> Bool {
    func letters(_ text: String) -> String { text.lowercased().filter { !"_- ".contains($0) } }
    return letters(self) == letters(name)
  }
}
