extension ProblemKind {
  /// A loss that no network can make lower, since samples with the same inputs have different targets: no fault of the run.
  public static let leastLoss: ProblemKind = ProblemKind("least loss") { found in
    guard let least = found.least, found.isAtLeast else { return [] }
    return [
      TrainingProblem(
        .leastLoss, headline: "The least loss that these samples allow",
        "The loss, \(Decimal.short(found.dataLoss)), is the least that these samples allow: some with the same inputs have "
          + "different targets, and \(Decimal.short(least)) is what the best answer to these costs.",
        isHarmful: false)
    ]
  }
}

extension Run {
  /// The loss of always saying what is best for the samples that have the same inputs.
  var leastLoss: Double? {
    let (alike, targets) = (activePlan.alikeSamples, dataset.targets)
    guard loss.argument == .output, !alike.isEmpty else { return nil }
    let sum = alike.reduce(0.0) { sum, rows in
      sum + (0..<targets.columns).reduce(0.0) { $0 + share(of: rows, column: $1) }
    }
    return sum / loss.divisor(rows: targets.rows, outputs: targets.columns)
  }

  /// What the rows' targets of one output cost at the least.
  private func share(of rows: [Int], column: Int) -> Double {
    loss.least(of: rows.map { dataset.targets[$0, column] }, weights: weights(ofRows: rows))
  }
}

extension Loss {
  /// What targets cost that all get the same output, the best for them, each as often as its weight says.
  func least(of targets: [Double], weights: [Double]?) -> Double {
    let weights = weights ?? Array(repeating: 1, count: targets.count)
    func cost(_ output: Double) -> Double {
      zip(targets, weights).reduce(0) { $0 + $1.1 * value(output, $1.0) }
    }
    if Self.ofMeans.contains(self) {
      let total = weights.reduce(0, +)
      let sum = zip(targets, weights).reduce(0) { $0 + $1.0 * $1.1 }
      return total > 0 ? cost(sum / total) : 0
    }
    return least(of: cost, between: boundary == 0 ? [-1, 1] : targets)
  }

  /// The least of what falls and rises once between the smallest of some numbers and the largest.
  private func least(of cost: (Double) -> Double, between ends: [Double]) -> Double {
    guard var left = ends.min(), var right = ends.max() else { return 0 }
    guard left < right else { return cost(left) }
    let edges = min(cost(left), cost(right))
    for _ in 0..<60 {
      let (one, other) = (left + (right - left) / 3, right - (right - left) / 3)
      if cost(one) <= cost(other) { right = other } else { left = one }
    }
    return min(edges, cost((left + right) / 2))
  }

  /// Losses that the mean of several targets makes least.
  private static let ofMeans: [Loss] = [
    .meanSquaredError, .halfMeanSquaredError, .binaryCrossEntropy, .categoricalCrossEntropy,
  ]
}
