import Platform

/// How a number is written in running text.
public enum NumberFormat: Hashable, Sendable {
  /// Four significant digits without trailing zeros, very small and large numbers with an exponent.
  case automatic
  /// `{{loss:6}}`: this many decimals.
  case decimals(Int)
  /// `{{loss:e2}}`: this many decimals and an exponent.
  case scientific(Int)
  /// `{{accuracy:%}}`: in percent, with one decimal below ten.
  case percent

  /// How lessons ask for each, and what it writes.
  public static let forms = [
    ("{{loss}}", "four digits, without zeros at the end"),
    ("{{loss:6}}", "six decimals"),
    ("{{loss:e2}}", "two decimals and a power of ten"),
    ("{{accuracy:%}}", "in percent"),
  ]

  /// The number as text; infinite ones and those that are none in words.
  public func text(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "not a number" : value < 0 ? "-∞" : "∞" }
    switch self {
    case .automatic: return automatic(value)
    case .decimals(let count): return Self.withoutNegativeZero(Self.fixed(value, count))
    case .scientific(let count): return Self.withoutNegativeZero(Self.exponential(value, count))
    case .percent:
      let decimals = abs(value) < 0.0995 && value != 0 ? 1 : 0
      return Self.withoutNegativeZero(Self.fixed(100 * value, decimals)) + " %"
    }
  }

  private func automatic(_ value: Double) -> String {
    let size = abs(value)
    if size < 1e6, value == value.rounded() { return String(Int(value)) }
    if size < 1e-4 || size >= 1e6 { return Self.exponential(value, 2) }
    let text = String(printf: "%#.4g", value)
    let trimmed = text.reversed().drop { $0 == "0" }.drop { $0 == "." }
    return size < 9999.5 ? String(trimmed.reversed()) : Self.fixed(value, 0)
  }

  private static func fixed(_ value: Double, _ decimals: Int) -> String {
    String(printf: "%.\(decimals)f", value)
  }

  private static func withoutNegativeZero(_ text: String) -> String {
    text.hasPrefix("-") && text.allSatisfy { "-0.e".contains($0) } ? String(text.dropFirst()) : text
  }

  /// 1.02e-3, without the padding of C.
  private static func exponential(_ value: Double, _ decimals: Int) -> String {
    let parts = String(printf: "%.\(decimals)e", value).split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return "\(value)" }
    return "\(parts[0])e\(exponent)"
  }
}
