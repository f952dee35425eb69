extension ProblemKind {
  /// The loss stands still, no lower than that of a network which does not look at its inputs.
  public static let plateau: ProblemKind = ProblemKind("plateau", isLastResort: true) { found in
    let run = found.run
    guard let baseline = found.baseline, baseline > 0,
      abs(found.dataLoss - baseline) < 0.05 * baseline, found.leastLoss == nil,
      let stand = run.curve.standstill(within: 0.01), found.layers.count > 1
    else { return [] }
    let (now, mean) = Decimal.distinct(found.dataLoss, baseline)
    let recipe = run.activeExperiment
    let hasPenalty = recipe.l1 > 0 || recipe.l2 > 0
    return [
      TrainingProblem(
        .plateau, headline: "A plateau since about update \(stand)",
        "A plateau: since about update \(stand) the loss hardly falls. It is \(now) over all samples, and always saying "
          + "the mean of the targets has \(mean)."
          + (hasPenalty ? " Neither counts the penalty." : ""),
        remedy: hasPenalty
          ? "The penalty may hold it: a smaller one lets weights grow. Else what helps is patience, momentum or Adam, or a larger rate."
          : "It may end by itself: what helps is patience, momentum or Adam, a larger rate, or other first weights."
      )
    ]
  }
}

extension LossHistory {
  /// Where the last half of the curve begins, when the second half of that is not lower than the first by a share.
  ///
  /// Nil before 100 updates, and where the loss falls.
  func standstill(within share: Double) -> Int? {
    let buckets = buckets
    guard count >= 100, buckets.count >= 8 else { return nil }
    let last = buckets.suffix(buckets.count / 2)
    let (first, second) = (last.prefix(last.count / 2), last.suffix(last.count - last.count / 2))
    let (before, after) = (Self.mean(first), Self.mean(second))
    guard let start = last.first?.firstUpdate, after.isFinite, after > (1 - share) * before else {
      return nil
    }
    return start
  }

  private static func mean(_ buckets: some Collection<Bucket>) -> Double {
    buckets.reduce(0) { $0 + ($1.minimum + $1.maximum) / 2 } / Double(max(1, buckets.count))
  }
}
