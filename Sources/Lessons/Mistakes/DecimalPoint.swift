import Platform

extension Mistake {
  /// The right digits, and the point in another place.
  static let decimalPoint = Mistake(name: "decimal point") { value, situation in
    let isShifted = [-3, -2, -1, 1, 2, 3].contains { places in
      let shifted = situation.expected * pow(10, Double(places))
      return abs(value - shifted) <= 0.005 * abs(shifted) && situation.isLikely(value, if: shifted)
    }
    return isShifted && !situation.asksForCount
      ? "The digits are right, the point stands in the wrong place." : nil
  }
}
