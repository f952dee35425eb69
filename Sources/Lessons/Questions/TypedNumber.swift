import Experiments

/// A number as people type it: with any kind of minus, a point or a comma, or as a fraction.
public enum TypedNumber {
  /// What it means; nil where it is none.
  static func value(of text: String) -> Double? { readings(of: text).first }

  /// What it may mean: a comma before three digits groups them, or is a decimal one; elsewhere it is a decimal one.
  static func readings(of text: String) -> [Double] {
    let plain = withPlainMinus(text)
    let parts = plain.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 2, let top = value(of: parts[0]), let bottom = value(of: parts[1]) {
      return [top / bottom].filter(\.isFinite)
    }
    guard plain.allSatisfy({ "0123456789.,+-eE".contains($0) }) else { return [] }
    let grouped = hasGroups(plain) ? [plain.filter { $0 != "," }] : []
    return (grouped + [withPoint(plain)]).compactMap { Double($0) }.filter(\.isFinite)
  }

  private static func withPlainMinus(_ text: String) -> String {
    String(text.filter { $0 != " " }.map { $0 == "−" ? "-" : $0 })
  }

  private static func withPoint(_ text: String) -> String { text.replacing(",", with: ".") }

  /// Half a unit of the last digit, which a rounded number may be off by; 0 for one digit, which tells too little, and
  /// for a fraction, which is exact.
  static func rounding(of text: String) -> Double {
    let digits = text.filter(\.isNumber).drop { $0 == "0" }
    return digits.count > 1 ? Literal.tolerance(of: withPoint(withPlainMinus(text))) ?? 0 : 0
  }

  /// Whether every comma stands before three digits, with one to three before the first that are not 0: `47,700`.
  private static func hasGroups(_ text: String) -> Bool {
    let whole = text.drop { "+-".contains($0) }.prefix { $0 != "." }
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    guard let first = groups.first, groups.count > 1 else { return false }
    return (1...3).contains(first.count) && !first.hasPrefix("0")
      && groups.allSatisfy { $0.allSatisfy(\.isNumber) }
      && groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  /// Whether a character may stand in one.
  static func takes(_ character: Character) -> Bool {
    character.isASCII && (character.isNumber || "+-.,eE/ ".contains(character))
      || character == "−"
  }

  /// Whether a line reads like one, well written or not.
  public static func begins(_ line: String) -> Bool {
    line.contains(where: \.isNumber) && line.first.map("0123456789+-−.,".contains) == true
  }

  /// Whether a line is one.
  public static func isOne(_ line: String) -> Bool { value(of: line) != nil }

  /// What is said of a typed line that is none.
  public static func refusal(of typed: String) -> String {
    typed.isEmpty
      ? "Nothing is typed yet: type a number such as 0.57 or 1e-3, then Enter"
      : "'\(SafeText.visible(typed))' is not a number; type one such as 0.57 or 1e-3"
  }
}
