extension Mistake {
  /// A factor 2 too many or too few; in a gradient, as from the derivative of a square.
  static let two = Mistake(name: "two") { value, situation in
    func isNumber(times factor: Double) -> Bool {
      [situation.expected * factor, situation.expected(gradientTimes: factor)].contains {
        situation.isLikely(value, if: $0)
      }
    }
    if isNumber(times: 2) { return "There is a factor 2 too many." }
    guard isNumber(times: 0.5) else { return nil }
    let isDerived = situation.expected(gradientTimes: 0.5) != nil
    return "A factor 2 is missing" + (isDerived ? ": the derivative of a square has one." : ".")
  }
}
