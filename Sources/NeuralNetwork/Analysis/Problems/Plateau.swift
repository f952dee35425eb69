extension ProblemKind {
  /// The loss stands still, no lower than that of a network which does not look at its inputs.
  public static let plateau: ProblemKind = ProblemKind("plateau", isLastResort: true) { found in
    let run = found.run
    guard let baseline = found.baseline, baseline > 0, found.dataLoss > 0.95 * baseline,
      let stand = run.curve.standstill(within: 0.01), found.layers.count > 1
    else { return [] }
    let (before, after) = Decimal.distinct(stand.before, stand.after)
    return [
      TrainingProblem(
        .plateau, headline: "A plateau since about update \(stand.update)",
        "A plateau: since about update \(stand.update) the loss went from \(before) to "
          + "\(after), and always saying the mean of the targets has \(Decimal.short(baseline)).",
        remedy:
          "It may end by itself: what helps is patience, momentum or Adam, a larger rate, or other first weights."
      )
    ]
  }
}

extension LossHistory {
  /// Where the last half of the curve begins, and the mean losses of its two halves, when the second is not lower by a share.
  ///
  /// Nil before 100 updates, and where the loss falls.
  func standstill(within share: Double) -> (update: Int, before: Double, after: Double)? {
    let buckets = buckets
    guard count >= 100, buckets.count >= 8 else { return nil }
    let last = buckets.suffix(buckets.count / 2)
    let (first, second) = (last.prefix(last.count / 2), last.suffix(last.count - last.count / 2))
    let (before, after) = (Self.mean(first), Self.mean(second))
    guard let start = last.first?.firstUpdate, after.isFinite, after > (1 - share) * before else {
      return nil
    }
    return (start, before, after)
  }

  private static func mean(_ buckets: some Collection<Bucket>) -> Double {
    buckets.reduce(0) { $0 + ($1.minimum + $1.maximum) / 2 } / Double(max(1, buckets.count))
  }
}
