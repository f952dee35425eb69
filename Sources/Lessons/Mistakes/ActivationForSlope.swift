extension Mistake {
  /// What a unit puts out where the slope of its activation is a factor.
  static let activationForSlope = Mistake(name: "activation for slope") { value, situation in
    let factor = ChainFactor.all(for: situation).first { factor in
      guard let activation = factor.activation, factor.value != 0 else { return false }
      return situation.isLikely(
        value, if: situation.expected(gradientTimes: activation / factor.value))
    }
    return factor.map { "That has the activation itself in place of \($0.name)." }
  }
}
