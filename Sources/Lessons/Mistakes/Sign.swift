extension Mistake {
  /// The right size with the wrong sign.
  static let sign = Mistake(name: "sign") { value, situation in
    situation.isLikely(value, if: -situation.expected) ? "The size is right, the sign is not." : nil
  }
}
