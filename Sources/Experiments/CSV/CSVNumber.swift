/// How a CSV file writes numbers.
enum CSVDecimal: String, CaseIterable, Sendable {
  /// 1,250.5 or 1250.5.
  case point
  /// 1.250,5 or 1250,5.
  case comma

  /// The number of a text, which may bear the sign of a currency or of percent, stand in brackets, as books write
  /// losses, or have its thousands parted by blanks or apostrophes; nil when it is none.
  func number(_ text: String) -> Double? {
    if let number = bareNumber(text) { return number }
    guard let first = text.first, !first.isLetter else { return nil }
    if Self.minusSigns.contains(first) { return number("-" + text.dropFirst()) }
    if let (_, amount) = Self.parted(text) { return number(amount) }
    if first == "(", text.last == ")" {
      return bareNumber(String(text.dropFirst().dropLast()).trimmed).map { -$0 }
    }
    return Self.groupSigns.lazy.compactMap { sign in
      text.contains(sign)
        ? Self.grouped(text, by: sign, self == .point ? "." : ",").flatMap(bareNumber) : nil
    }.first
  }

  /// What parts groups of three digits beside points and commas: apostrophes, blanks of several widths, a low line.
  private static let groupSigns: [Character] = [
    "'", "’", " ", "\u{a0}", "\u{202f}", "\u{2009}", "_",
  ]

  /// What stands for a minus in books and spreadsheets: the true one, that of full width, and a dash.
  private static let minusSigns: [Character] = ["\u{2212}", "\u{ff0d}", "\u{2013}"]

  /// The sign of a currency or of percent that an amount bears; nil for bare numbers and other texts.
  static func sign(of text: String) -> Character? {
    guard
      text.utf8.last.map({ !isDigit($0) }) == true || text.utf8.first.map({ !isDigit($0) }) == true
    else { return nil }
    return parted(text)?.sign
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// An amount apart from its sign, such as $ or %; nil when it bears none.
  private static func parted(_ text: String) -> (sign: Character, amount: String)? {
    let signs: Set<Character> = ["$", "€", "£", "¥", "%"]
    if let last = text.last, signs.contains(last) { return (last, String(text.dropLast()).trimmed) }
    guard let place = text.prefix(2).firstIndex(where: signs.contains),
      place == text.startIndex || text.hasPrefix("-")
    else { return nil }
    let rest = String(text[text.index(after: place)...]).trimmed
    return (text[place], text[..<place] + rest)
  }

  private func bareNumber(_ text: String) -> Double? {
    let hasComma = text.utf8.contains(UInt8(ascii: ","))
    switch self {
    case .point:
      return hasComma
        ? Self.grouped(text, by: ",", ".").flatMap(YAMLValue.number) : YAMLValue.number(text)
    case .comma:
      guard text.utf8.contains(UInt8(ascii: ".")) else {
        return YAMLValue.number(hasComma ? text.replacing(",", with: ".") : text)
      }
      let plain = Self.grouped(text, by: ".", ",")?.replacing(",", with: ".")
      return plain.flatMap(YAMLValue.number) ?? (hasComma ? nil : YAMLValue.number(text))
    }
  }

  /// A number without the signs between its groups of three digits; nil where they part other groups.
  private static func grouped(_ text: String, by separator: Character, _ point: Character)
    -> String?
  {
    let halves = text.split(separator: point, omittingEmptySubsequences: false)
    guard let whole = halves.first, halves.count <= 2 else { return nil }
    let groups = whole.drop { "+-".contains($0) }.split(
      separator: separator, omittingEmptySubsequences: false)
    // No thousands begin with 0: 0,134 is a fraction.
    guard let first = groups.first, (1...3).contains(first.count),
      groups.count == 1 || first.first != "0", areThousands(groups),
      halves.dropFirst().allSatisfy({ !$0.contains(separator) })
    else { return nil }
    return text.filter { $0 != separator }
  }

  /// Whether groups behind the first have three digits; in India only the last one, and the others two.
  private static func areThousands(_ groups: [Substring]) -> Bool {
    let rest = groups.dropFirst()
    return rest.allSatisfy { $0.count == 3 }
      || rest.last?.count == 3 && groups[0].count <= 2
        && rest.dropLast().allSatisfy { $0.count == 2 }
  }

  /// Whether the only points of a number part its thousands where commas mark fractions; nil where it has none.
  func partsThousands(_ text: String) -> Bool? {
    let bytes = text.utf8
    guard self == .comma, bytes.contains(UInt8(ascii: ".")), !bytes.contains(UInt8(ascii: ","))
    else { return nil }
    return Self.grouped(text, by: ".", ",") != nil
  }

  /// What the commas and points of a number must mean; both where they may be either, none where they say nothing.
  static func readings(of text: String) -> Set<CSVDecimal> {
    // Two points part thousands, and nothing else.
    let isGrouped = text.utf8.count { $0 == UInt8(ascii: ".") } > 1
    guard isGrouped || text.utf8.contains(UInt8(ascii: ",")) else { return [] }
    return Set(allCases.filter { $0.number(text) != nil })
  }
}
