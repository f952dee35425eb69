extension ProblemKind {
  /// The loss stands still, no lower than that of a network which does not look at its inputs.
  public static let plateau: ProblemKind = ProblemKind("plateau", isLastResort: true) { found in
    let run = found.run
    guard let baseline = found.baseline, baseline > 0,
      found.dataLoss > 0.95 * baseline, found.isFarFromFit,
      // Batches throw it about above that.
      found.dataLoss < 1.05 * baseline || run.isBatchWhole,
      let stand = run.curve.standstill(within: 0.01), found.layers.count > 1
    else { return [] }
    let (now, constant) = Decimal.distinct(found.dataLoss, baseline)
    return [
      TrainingProblem(
        .plateau, headline: "A plateau since about update \(stand)",
        "A plateau: since about update \(stand) the loss hardly falls. It is \(now) over all samples, and the best answer "
          + "that is always the same has \(constant)."
          + (run.activeExperiment.hasPenalty ? " Neither counts the penalty." : ""),
        remedy: run.firstRemedy ?? run.remedyForStandstill)
    ]
  }
}

extension Run {
  /// What helps a run that stands still and whose scale is not to blame.
  fileprivate var remedyForStandstill: String {
    let output = network.layers[depth - 1].activation
    if output.flatUpTo == 0 {
      return
        "\(output.title) puts out 0 wherever z is below 0, and no error passes there: what helps is 'output: linear'."
    }
    return activeExperiment.hasPenalty
      ? "The penalty may hold it: a smaller one lets weights grow. Else what helps is patience, momentum or Adam, or a larger rate."
      : "It may end by itself: what helps is patience, momentum or Adam, a larger rate, or other first weights."
  }
}

extension LossHistory {
  /// Where the last half of the curve begins, when the second half of that is not lower than the first by a share.
  ///
  /// Nil before 100 updates, and where the loss falls.
  func standstill(within share: Double) -> Int? {
    let buckets = buckets
    guard count >= 100, buckets.count >= 8 else { return nil }
    let (start, before, after) = lastHalf(of: buckets)
    return after.isFinite && after > (1 - share) * before ? start : nil
  }

  /// Whether the second half of the last half is not half as high as the first.
  var isFallingFast: Bool {
    let buckets = buckets
    guard buckets.count >= 8 else { return false }
    let (_, before, after) = lastHalf(of: buckets)
    return after < 0.5 * before
  }

  /// Where the last half of the curve begins, and the mean losses of its two halves.
  private func lastHalf(of buckets: [Bucket]) -> (start: Int, before: Double, after: Double) {
    let last = buckets.suffix(buckets.count / 2)
    let (first, second) = (last.prefix(last.count / 2), last.suffix(last.count - last.count / 2))
    return (last.first?.firstUpdate ?? 0, Self.mean(first), Self.mean(second))
  }

  private static func mean(_ buckets: some Collection<Bucket>) -> Double {
    buckets.reduce(0) { $0 + ($1.minimum + $1.maximum) / 2 } / Double(max(1, buckets.count))
  }
}
