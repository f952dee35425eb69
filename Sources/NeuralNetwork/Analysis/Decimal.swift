/// Numbers in sentences, without a formatter of a system library.
enum Decimal {
  /// Four significant digits, or three and a power of ten: 0.2143, 12.5, 10, 1.53e-8.
  static func short(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "not a number" : "\(value)" }
    guard value != 0 else { return "0" }
    let size = abs(value)
    guard size >= 1e-4, size < 1e6 else { return scientific(value) }
    var scale = 1.0
    while size * scale < 1000 { scale *= 10 }
    return trimmed((value * scale).rounded() / scale)
  }

  /// Two different numbers with as many digits as tell them apart, at least four.
  static func distinct(_ left: Double, _ right: Double) -> (String, String) {
    let (a, b) = (short(left), short(right))
    return a == b && left != right ? ("\(left)", "\(right)") : (a, b)
  }

  /// The smallest and the largest of some numbers: `2.1e-6 to 0.004`.
  static func range(_ values: [Double]) -> String {
    let (low, high) = (short(values.min() ?? 0), short(values.max() ?? 0))
    return low == high ? low : "\(low) to \(high)"
  }

  private static func scientific(_ value: Double) -> String {
    var (mantissa, exponent) = (value, 0)
    while abs(mantissa) >= 10 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
    while abs(mantissa) < 1 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
    mantissa = (mantissa * 100).rounded() / 100
    if abs(mantissa) == 10 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
    return "\(trimmed(mantissa))e\(exponent)"
  }

  private static func trimmed(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
