import Platform

extension Mistake {
  /// The right number with fewer digits than are asked for.
  static let fewDigits = Mistake(name: "few digits") { value, situation in
    guard !situation.isRight(value), value != 0 else { return nil }
    // A single digit must be near, too: 2 for 1.6 is another number.
    let isNear = abs(value - situation.expected) <= 0.05 * abs(situation.expected)
    let isShort = ((isNear ? 1 : 2)...3).contains { digits in
      let decade = pow(10, Double(digits - 1) - log10(abs(situation.expected)).rounded(.down))
      return abs((situation.expected * decade).rounded() / decade - value) <= 1e-12 * abs(value)
    }
    return isShort ? "Right as far as it goes: give more digits." : nil
  }
}
