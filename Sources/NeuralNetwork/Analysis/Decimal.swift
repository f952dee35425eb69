/// Numbers in sentences, without a formatter of a system library.
enum Decimal {
  /// Four significant digits, or three and a power of ten: 0.2143, 12.5, 10, 1.53e-8.
  static func short(_ value: Double) -> String {
    guard value.isFinite, value != 0 else { return "\(value)" }
    let size = abs(value)
    guard size >= 1e-4, size < 1e6 else { return scientific(value) }
    var scale = 1.0
    while size * scale < 1000 { scale *= 10 }
    return trimmed((value * scale).rounded() / scale)
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
