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
    let nothing = String(repeating: "#", count: Swift.max(0, width))
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
    let (whole, fraction) = digits.rounded(decimals: max(0, decimals))
    let isZero = whole == "0" && fraction.utf8.allSatisfy { $0 == 0x30 }
    let sign = self < 0 && !isZero ? "-" : signed ? "+" : ""
    return sign + (fraction.isEmpty ? whole : whole + "." + fraction)
  }

  /// The digits of the value with an exponent.
  private func exponential(_ digits: DecimalExpansion, _ significant: Int, _ signed: Bool) -> String
  {
    let (digits, exponent) = digits.rounded(significant: max(1, significant))
    let mantissa = digits.prefix(1) + (digits.utf8.count > 1 ? "." + digits.dropFirst() : "")
    return (self < 0 ? "-" : signed ? "+" : "") + mantissa + "e\(exponent)"
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
  /// Digits 0...9 without leading zeros; empty for zero.
  private let digits: [UInt8]
  /// How many of the digits stand before the point; may be negative.
  private let point: Int

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

  /// Rounds half to even on the exact value, to `decimals` places after the point.
  func rounded(decimals: Int) -> (whole: String, fraction: String) {
    var kept = roundedDigits(keeping: point + decimals)
    let zeros = decimals + 1 - kept.count
    if zeros > 0 { kept.insert(contentsOf: repeatElement(0, count: zeros), at: 0) }
    return (Self.text(kept.dropLast(decimals)), Self.text(kept.suffix(decimals)))
  }

  /// Rounds half to even on the exact value; the first digit stands for 10 to the `exponent`.
  func rounded(significant: Int) -> (digits: String, exponent: Int) {
    guard !digits.isEmpty else { return (String(repeating: "0", count: significant), 0) }
    let kept = roundedDigits(keeping: significant)
    let carried = kept.count - significant
    return (Self.text(kept.prefix(significant)), point - 1 + carried)
  }

  private static func text(_ digits: ArraySlice<UInt8>) -> String {
    String(decoding: digits.map { $0 + 48 }, as: UTF8.self)
  }

  /// The first `count` digits, rounded; one more where a carry ran over.
  private func roundedDigits(keeping count: Int) -> [UInt8] {
    guard count >= 0 else { return [] }
    guard count < digits.count else {
      return digits + repeatElement(0, count: digits.isEmpty ? 0 : count - digits.count)
    }
    var kept = Array(digits[..<count])
    guard roundsUp(at: count) else { return kept }
    for index in kept.indices.reversed() {
      if kept[index] < 9 {
        kept[index] += 1
        return kept
      }
      kept[index] = 0
    }
    return [1] + kept
  }

  private func roundsUp(at index: Int) -> Bool {
    guard digits[index] == 5 else { return digits[index] > 5 }
    let isTie = digits[(index + 1)...].allSatisfy { $0 == 0 }
    return !isTie || (index > 0 && !digits[index - 1].isMultiple(of: 2))
  }
}

/// A whole number of any length in limbs of nine decimal digits, lowest first.
private struct DecimalLimbs {
  private var limbs: [UInt32]

  init(_ value: UInt64) {
    limbs = [UInt32(value % 1_000_000_000), UInt32(value / 1_000_000_000)]
  }

  /// Multiplies by a small prime, taking several factors at a time.
  mutating func multiply(by factor: UInt64, times: Int) {
    var left = times
    while left > 0 {
      let batch = min(left, 12)
      multiply(by: (0..<batch).reduce(1) { product, _ in product * factor })
      left -= batch
    }
  }

  private mutating func multiply(by factor: UInt64) {
    var carry: UInt64 = 0
    for index in limbs.indices {
      let product = UInt64(limbs[index]) * factor + carry
      limbs[index] = UInt32(product % 1_000_000_000)
      carry = product / 1_000_000_000
    }
    if carry > 0 { limbs.append(UInt32(carry)) }
  }

  /// The digits from the highest, without leading zeros.
  var digits: [UInt8] {
    var digits: [UInt8] = []
    for limb in limbs {
      var rest = limb
      for _ in 0..<9 {
        digits.append(UInt8(rest % 10))
        rest /= 10
      }
    }
    while digits.last == 0 { digits.removeLast() }
    return digits.reversed()
  }
}
