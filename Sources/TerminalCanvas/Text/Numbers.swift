import CNumbers

/// Numbers as the learner reads them: rounded correctly, never wider than their place.
extension Double {
  /// The value with `decimals` digits after the point, rounded as `printf` does.
  ///
  /// A zero that was rounded has no minus sign. `inf` and `nan` are words; `signed` adds a plus.
  public func formatted(decimals: Int, signed: Bool = false) -> String {
    guard isFinite else { return nonFiniteWord(signed: signed) }
    return fixed(decimals, signed)
  }

  /// The value with `significant` digits: fixed between 0.0001 and a million, else as `1.2e-5`.
  public func formatted(significant: Int, signed: Bool = false) -> String {
    guard isFinite else { return nonFiniteWord(signed: signed) }
    let digits = max(1, significant)
    let exponent = rounded(significant: digits).exponent
    if exponent < -4 || exponent >= max(6, digits) { return exponential(digits, signed) }
    return fixed(max(0, digits - 1 - exponent), signed)
  }

  /// The value as `1.2e-5`: `significant` digits and the shortest exponent.
  public func scientific(significant: Int, signed: Bool = false) -> String {
    guard isFinite else { return nonFiniteWord(signed: signed) }
    return exponential(significant, signed)
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
    for fewer in stride(from: Swift.max(0, decimals), through: 0, by: -1) {
      let text = fixed(fewer, signed)
      guard isShown(by: text) else { break }
      if text.utf8.count <= width { return text }
    }
    for digits in stride(from: Swift.min(17, width), through: 1, by: -1) {
      let text = exponential(digits, signed)
      if text.utf8.count <= width { return text }
    }
    return nothing
  }

  private func fixed(_ decimals: Int, _ signed: Bool) -> String {
    let digits = printed(.fixed, max(0, decimals))
    return sign(of: digits, signed) + digits
  }

  private func exponential(_ significant: Int, _ signed: Bool) -> String {
    let (digits, exponent) = rounded(significant: max(1, significant))
    return sign(of: digits, signed) + digits + "e\(exponent)"
  }

  /// The magnitude as `1.2` and the power of ten that it is to be multiplied by.
  private func rounded(significant: Int) -> (digits: Substring, exponent: Int) {
    let parts = printed(.scientific, significant - 1).split(separator: "e")
    return (parts[0], Int(parts[1]) ?? 0)
  }

  /// The magnitude as the C library prints it, which rounds the exact value, half to even.
  private func printed(_ notation: NumberNotation, _ decimals: Int, room: Int = 32) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: room) { text in
      let count = Int(number_print(text.baseAddress, room, notation, CInt(decimals), magnitude))
      return count < room
        ? text.baseAddress.map { String(cString: $0) } ?? ""
        : printed(notation, decimals, room: count + 1)
    }
  }

  /// Minus where something below zero is left after rounding.
  private func sign(of digits: some StringProtocol, _ signed: Bool) -> String {
    if self < 0, digits.utf8.contains(where: { (0x31...0x39).contains($0) }) { return "-" }
    return signed ? "+" : ""
  }

  /// False for a small value whose text is all zeros.
  private func isShown(by text: String) -> Bool {
    self == 0 || text.utf8.contains { (0x31...0x39).contains($0) }
  }

  private func nonFiniteWord(signed: Bool) -> String {
    if isNaN { return "nan" }
    return self < 0 ? "-inf" : signed ? "+inf" : "inf"
  }
}
