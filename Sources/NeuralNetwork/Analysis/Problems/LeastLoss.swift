extension ProblemKind {
  /// A loss that no network can make lower, since samples with the same inputs have different targets: no fault of the run.
  public static let leastLoss: ProblemKind = ProblemKind("least loss") { found in
    guard let least = found.leastLoss else { return [] }
    return [
      TrainingProblem(
        .leastLoss, headline: "The least loss that these samples allow",
        "The loss, \(Decimal.short(found.dataLoss)), is the least that these samples allow: some with the same inputs have "
          + "different targets, and the mean of these, \(Decimal.short(least)) at best, is all that can be said.",
        isHarmful: false)
    ]
  }
}

extension Examination {
  /// The least loss that the samples allow, where the run has come to it; nil where it has not, or nobody knows.
  var leastLoss: Double? {
    guard let least = run.leastLoss, least > 0, dataLoss <= 1.001 * least else { return nil }
    return least
  }
}

extension Run {
  /// Losses that the mean of several targets makes least.
  private static let lossesOfMeans: [Loss] = [
    .meanSquaredError, .halfMeanSquaredError, .binaryCrossEntropy, .categoricalCrossEntropy,
  ]
  /// Of more numbers it would take too long to find the samples that are alike.
  private static let mostNumbers = 1 << 18

  /// The loss of always saying the mean of the targets of the samples that have the same inputs.
  fileprivate var leastLoss: Double? {
    let (inputs, targets) = (dataset.inputs, dataset.targets)
    guard Self.lossesOfMeans.contains(loss), activeExperiment.classWeights == nil,
      inputs.elements.count <= Self.mostNumbers
    else { return nil }
    let alike = Dictionary(grouping: 0..<dataset.count) { Array(inputs.row($0)) }.values
    guard alike.count < dataset.count else { return nil }
    let sum = alike.reduce(0.0) { sum, rows in
      sum + (0..<targets.columns).reduce(0.0) { $0 + share(of: rows, column: $1) }
    }
    return sum / loss.divisor(rows: targets.rows, outputs: targets.columns)
  }

  /// What the rows' targets of one output cost at their mean.
  private func share(of rows: [Int], column: Int) -> Double {
    let values = rows.map { dataset.targets[$0, column] }
    let mean = values.reduce(0, +) / Double(values.count)
    return values.reduce(0) { $0 + loss.value(mean, $1) }
  }
}
