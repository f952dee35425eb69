extension Mistake {
  /// Nearly the right number, as where too few digits were carried on the way.
  static let rounding = Mistake(name: "rounding") { value, situation in
    let distance = abs(value - situation.expected)
    let isNear = distance <= max(2 * situation.tolerance, 0.01 * abs(situation.expected))
    // Of a count there is nothing to round.
    let isCount = situation.expected == situation.expected.rounded()
    return !situation.isRight(value) && isNear && !isCount
      ? "That is near: carry more digits on the way, and round at the end." : nil
  }
}
