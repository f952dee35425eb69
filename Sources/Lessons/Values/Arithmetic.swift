import Experiments

/// Sums as people write them: `(1 + 4)/2`, `2.38/√4`, `1.0885²⁰`, `e¹ + e⁰`.
///
/// A recursive descent over sums, products and powers; what is left to words or letters is no sum.
struct Arithmetic {
  private var rest: Substring

  /// What a formula comes to that works something out; nil where it does not, or not with numbers alone.
  ///
  /// What counts is behind the last sign that gives a name to it: of `T − y = 1 − 0` the `1 − 0`.
  static func value(of formula: String) -> Double? {
    let sum = formula.split { "=←:≈".contains($0) }.last.map { $0.trimmed } ?? ""
    let isNumber = sum.drop { "-−".contains($0) }
      .allSatisfy { $0.isASCII && $0.isNumber || $0 == "." }
    guard !isNumber else { return nil }
    var parser = Arithmetic(rest: Substring(sum.filter { $0 != " " }))
    guard let value = parser.sum(), parser.rest.isEmpty, value.isFinite else { return nil }
    return value
  }

  private mutating func sum() -> Double? {
    guard var value = product() else { return nil }
    while let sign = take("+-−") {
      guard let next = product() else { return nil }
      value += sign == "+" ? next : -next
    }
    return value
  }

  private mutating func product() -> Double? {
    guard var value = signed() else { return nil }
    while let sign = take("·×*/÷") {
      guard let next = signed() else { return nil }
      value = "/÷".contains(sign) ? value / next : value * next
    }
    return value
  }

  private mutating func signed() -> Double? {
    take("-−") == nil ? power() : power().map { -$0 }
  }

  private mutating func power() -> Double? {
    if take("√") != nil { return power().map { $0.squareRoot() } }
    guard let base = atom() else { return nil }
    let digits = rest.prefix { Self.raised[$0] != nil }
    rest.removeFirst(digits.count)
    guard let exponent = Int(digits.compactMap { Self.raised[$0] }.joined()) else { return base }
    return (0..<exponent).reduce(1.0) { power, _ in power * base }
  }

  private mutating func atom() -> Double? {
    if take("(") != nil {
      guard let value = sum(), take(")") != nil else { return nil }
      return value
    }
    if take("e") != nil { return 2.718281828459045 }
    let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    rest.removeFirst(digits.count)
    return Double(digits)
  }

  private mutating func take(_ signs: String) -> Character? {
    guard let first = rest.first, signs.contains(first) else { return nil }
    return rest.removeFirst()
  }

  private static let raised: [Character: String] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8",
    "⁹": "9",
  ]
}
