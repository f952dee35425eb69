extension Mistake {
  /// A factor 2 too many or too few, as from the derivative of a square.
  static let two = Mistake(name: "two") { value, situation in
    if situation.isLikely(value, if: situation.expected / 2) {
      return "A factor 2 is missing: the derivative of a square has one."
    }
    return situation.isLikely(value, if: situation.expected * 2)
      ? "There is a factor 2 too many." : nil
  }
}
