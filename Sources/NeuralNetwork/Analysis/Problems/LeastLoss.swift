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
    // What is best for a hinge is ±1, beyond the targets.
    guard loss.argument == .output, loss != .hinge, activeExperiment.classWeights == nil,
      !alike.isEmpty
    else { return nil }
    let sum = alike.reduce(0.0) { sum, rows in
      sum + (0..<targets.columns).reduce(0.0) { $0 + share(of: rows, column: $1) }
    }
    return sum / loss.divisor(rows: targets.rows, outputs: targets.columns)
  }

  /// What the rows' targets of one output cost at the least.
  private func share(of rows: [Int], column: Int) -> Double {
    loss.least(of: rows.map { dataset.targets[$0, column] })
  }
}

extension Loss {
  /// What targets cost that all get the same output, the best for them.
  fileprivate func least(of targets: [Double]) -> Double {
    guard let low = targets.min(), let high = targets.max() else { return 0 }
    func cost(_ output: Double) -> Double { targets.reduce(0) { $0 + value(output, $1) } }
    guard low < high else { return cost(low) }
    if Self.ofMeans.contains(self) { return cost(targets.reduce(0, +) / Double(targets.count)) }
    // The others fall and rise once between the smallest target and the largest.
    var (left, right) = (low, high)
    for _ in 0..<60 {
      let (one, other) = (left + (right - left) / 3, right - (right - left) / 3)
      if cost(one) <= cost(other) { right = other } else { left = one }
    }
    return cost((left + right) / 2)
  }

  /// Losses that the mean of several targets makes least.
  private static let ofMeans: [Loss] = [
    .meanSquaredError, .halfMeanSquaredError, .binaryCrossEntropy, .categoricalCrossEntropy,
  ]
}
