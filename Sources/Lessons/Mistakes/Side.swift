extension Mistake {
  /// A number that shows no kind: on which side of the right one it lies.
  static let side = Mistake(name: "side") { value, situation in
    guard value.isFinite, !situation.expected.isNaN, !situation.isRight(value) else { return nil }
    return value > situation.expected ? "That is too large." : "That is too small."
  }
}
