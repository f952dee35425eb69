extension Mistake {
  /// A factor 2 too many or too few, as from the derivative of a square.
  static let two = Mistake(name: "two") { value, situation in
    func isGradient(times factor: Double) -> Bool {
      [situation.expected * factor, situation.expected(gradientTimes: factor)].contains {
        situation.isLikely(value, if: $0)
      }
    }
    if isGradient(times: 0.5) {
      return "A factor 2 is missing: the derivative of a square has one."
    }
    return isGradient(times: 2)
      ? "There is a factor 2 too many." : nil
  }
}
