extension Mistake {
  /// One factor of the chain left out of a gradient.
  static let missingFactor = Mistake(name: "missing factor") { value, situation in
    let factor = ChainFactor.all(for: situation).first {
      $0.value != 0
        && situation.isLikely(value, if: situation.expected(gradientTimes: 1 / $0.value))
    }
    return factor.map { "A factor of the chain is missing: \($0.name)." }
  }
}
