/// Numbers as the learner reads them: rounded correctly, never wider than their place.
extension Double {
  /// The value with `decimals` digits after the point, rounded as `printf` does.
  ///
  /// A zero that was rounded has no minus sign. `inf` and `nan` are words; `signed` adds a plus.
  public func formatted(decimals: Int, signed: Bool = false) -> String {
    guard isFinite else { return nonFiniteWord(signed: signed) }
    return fixed(DecimalExpansion(magnitude), decimals, signed)
  }

  /// The value with `significant` digits: fixed between 0.0001 and a million, else as `1.2e-5`.
  public func formatted(significant: Int, signed: Bool = false) -> String {
    guard isFinite else { return nonFiniteWord(signed: signed) }
    let digits = max(1, significant)
    let expansion = DecimalExpansion(magnitude)
    guard self != 0 else { return fixed(expansion, digits - 1, signed) }
    let exponent = expansion.rounded(significant: digits).exponent
    if exponent < -4 || exponent >= max(6, digits) { return exponential(expansion, digits, signed) }
    return fixed(expansion, max(0, digits - 1 - exponent), signed)
  }

  /// The value as `1.2e-5`: `significant` digits and the shortest exponent.
  public func scientific(significant: Int, signed: Bool = false) -> String {
    guard isFinite else { return nonFiniteWord(signed: signed) }
    return exponential(DecimalExpansion(magnitude), significant, signed)
  }

  /// The value in at most `width` characters.
  ///
  /// It has `decimals` digits after the point, or fewer where they do not fit, as long as they say
  /// something; then it is scientific with as many digits as fit; then `###`.
  public func fitted(width: Int, decimals: Int, signed: Bool = false) -> String {
    var nothing: String { String(repeating: "#", count: Swift.max(0, width)) }
    guard isFinite else {
      let word = nonFiniteWord(signed: signed)
      return word.utf8.count <= width ? word : nothing
    }
    let expansion = DecimalExpansion(magnitude)
    for fewer in stride(from: Swift.max(0, decimals), through: 0, by: -1) {
      let text = fixed(expansion, fewer, signed)
      guard isShown(by: text) else { break }
      if text.utf8.count <= width { return text }
    }
    for digits in stride(from: Swift.min(17, width), through: 1, by: -1) {
      let text = exponential(expansion, digits, signed)
      if text.utf8.count <= width { return text }
    }
    return nothing
  }

  /// The digits of the value, which are worked out once for several tries, with some of them after the point.
  private func fixed(_ digits: DecimalExpansion, _ decimals: Int, _ signed: Bool) -> String {
    let kept = digits.rounded(decimals: max(0, decimals))
    let isNegative = self < 0 && kept.contains { $0 != UInt8(ascii: "0") }
    return Self.text(kept, beforePoint: kept.count - max(0, decimals), isNegative, signed)
  }

  /// The digits of the value with an exponent.
  private func exponential(_ digits: DecimalExpansion, _ significant: Int, _ signed: Bool) -> String
  {
    let (kept, exponent) = digits.rounded(significant: max(1, significant))
    return Self.text(kept, beforePoint: 1, self < 0, signed) + "e\(exponent)"
  }

  /// Digits with a sign before them and a point among them.
  private static func text(
    _ digits: [UInt8], beforePoint whole: Int, _ isNegative: Bool, _ signed: Bool
  ) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(digits.count + 2)
    if isNegative || signed { text.append(UInt8(ascii: isNegative ? "-" : "+")) }
    text += digits[..<whole]
    if whole < digits.count { text.append(UInt8(ascii: ".")) }
    text += digits[whole...]
    return String(decoding: text, as: UTF8.self)
  }

  /// False for a small value whose text is all zeros.
  private func isShown(by text: String) -> Bool {
    self == 0 || text.utf8.contains { $0 >= 0x31 && $0 <= 0x39 }
  }

  private func nonFiniteWord(signed: Bool) -> String {
    if isNaN { return "nan" }
    return self < 0 ? "-inf" : signed ? "+inf" : "inf"
  }
}

/// Every decimal digit of a finite value, exactly.
///
/// A double is m·2ᵉ with whole m; for negative e that is m·5⁻ᵉ with the point moved −e places.
struct DecimalExpansion {
  /// Digits in ASCII without leading zeros; empty for zero.
  private let digits: [UInt8]
  /// How many of the digits stand before the point; may be negative.
  private let point: Int

  private static let zero = UInt8(ascii: "0")

  init(_ magnitude: Double) {
    guard magnitude != 0 else {
      digits = []
      point = 0
      return
    }
    // A fraction of 52 bits (and the leading one, where the number is normal) times a power of two.
    let leading: UInt64 = magnitude.isNormal ? 1 << 52 : 0
    let mantissa = magnitude.significandBitPattern | leading
    let zeros = mantissa.trailingZeroBitCount
    let exponent = Int(Swift.max(1, magnitude.exponentBitPattern)) - 1075 + zeros
    var limbs = DecimalLimbs(mantissa >> UInt64(zeros))
    limbs.multiply(by: exponent < 0 ? 5 : 2, times: abs(exponent))
    digits = limbs.digits
    point = digits.count + Swift.min(0, exponent)
  }

  /// Rounds half to even on the exact value, to `decimals` places after the point and at least one before it.
  func rounded(decimals: Int) -> [UInt8] {
    let kept = roundedDigits(keeping: point + decimals)
    let missing = decimals + 1 - kept.count
    return missing > 0 ? Array(repeating: Self.zero, count: missing) + kept : kept
  }

  /// Rounds half to even on the exact value; the first digit stands for 10 to the `exponent`.
  func rounded(significant: Int) -> (digits: [UInt8], exponent: Int) {
    guard !digits.isEmpty else { return (Array(repeating: Self.zero, count: significant), 0) }
    var kept = roundedDigits(keeping: significant)
    let carried = kept.count - significant
    kept.removeLast(carried)
    return (kept, point - 1 + carried)
  }

  /// The first `count` digits, rounded; one more where a carry ran over.
  private func roundedDigits(keeping count: Int) -> [UInt8] {
    guard count >= 0 else { return [] }
    guard count < digits.count else {
      return digits
        + Array(repeating: Self.zero, count: digits.isEmpty ? 0 : count - digits.count)
    }
    var kept = Array(digits[..<count])
    guard roundsUp(at: count) else { return kept }
    for index in kept.indices.reversed() {
      if kept[index] < UInt8(ascii: "9") {
        kept[index] += 1
        return kept
      }
      kept[index] = Self.zero
    }
    return [UInt8(ascii: "1")] + kept
  }

  private func roundsUp(at index: Int) -> Bool {
    let half = UInt8(ascii: "5")
    guard digits[index] == half else { return digits[index] > half }
    let isTie = digits[(index + 1)...].allSatisfy { $0 == Self.zero }
    return !isTie || (index > 0 && !digits[index - 1].isMultiple(of: 2))
  }
}

/// A whole number of any length in limbs of eighteen decimal digits, lowest first.
private struct DecimalLimbs {
  private var limbs: [UInt64]

  private static let base: UInt64 = 1_000_000_000_000_000_000

  /// A number below the base, such as a mantissa.
  init(_ value: UInt64) { limbs = [value] }

  /// Multiplies by a small prime, taking as many factors at a time as a limb can hold.
  mutating func multiply(by factor: UInt64, times: Int) {
    var product: UInt64 = 1
    for _ in 0..<times {
      if product > Self.base / factor {
        multiply(by: product)
        product = 1
      }
      product *= factor
    }
    multiply(by: product)
  }

  /// Multiplies by a number that is not above the base.
  private mutating func multiply(by factor: UInt64) {
    var carry: UInt64 = 0
    for index in limbs.indices {
      let product = limbs[index].multipliedFullWidth(by: factor)
      let (low, overflows) = product.low.addingReportingOverflow(carry)
      let high = product.high + (overflows ? 1 : 0)
      (carry, limbs[index]) = Self.base.dividingFullWidth((high, low))
    }
    if carry > 0 { limbs.append(carry) }
  }

  /// The digits in ASCII from the highest, without leading zeros.
  var digits: [UInt8] {
    var digits = Array(repeating: UInt8(ascii: "0"), count: 18 * limbs.count)
    var place = digits.count
    for limb in limbs {
      var rest = limb
      for _ in 0..<18 {
        place -= 1
        digits[place] += UInt8(rest % 10)
        rest /= 10
      }
    }
    return Array(digits.drop { $0 == UInt8(ascii: "0") })
  }
}
