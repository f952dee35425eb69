/// The smallest, the middle, the largest and the mean of some numbers.
public struct Spread: Hashable, Sendable {
  /// The smallest.
  public let minimum: Double
  /// The middle one, or the mean of the two in the middle.
  public let median: Double
  /// The largest.
  public let maximum: Double
  /// The mean of all.
  public let mean: Double

  /// Nil when there are no numbers.
  public init?(_ values: [Double]) {
    let sorted = values.sorted()
    guard let first = sorted.first, let last = sorted.last else { return nil }
    let (low, high) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
    (minimum, maximum) = (first, last)
    median = low == high ? low : (low + high) / 2
    mean = values.reduce(0, +) / Double(values.count)
  }
}

/// What many trials of one recipe have in common.
public struct TrialSummary: Hashable, Sendable {
  /// How many trials there were.
  public let count: Int
  /// How many of them diverged.
  public let diverged: Int
  /// Of the final losses, with penalties.
  public let loss: Spread?
  /// Of the final losses without penalties.
  public let dataLoss: Spread?
  /// Of the final accuracies.
  public let accuracy: Spread?
  /// Of the final losses on held-out samples.
  public let heldOutLoss: Spread?
  /// Of the final accuracies on held-out samples.
  public let heldOutAccuracy: Spread?
  /// How many fulfil the goal in the end; nil without a goal.
  public let successes: Int?
  /// Of the first epochs at which the goal held, of the runs where it ever did.
  public let firstEpoch: Spread?

  /// A summary.
  public init(_ trials: [Trial]) {
    count = trials.count
    diverged = trials.count(where: \.hasDiverged)
    loss = Spread(trials.map(\.loss))
    dataLoss = Spread(trials.map(\.dataLoss))
    accuracy = Spread(trials.compactMap(\.accuracy))
    heldOutLoss = Spread(trials.compactMap(\.heldOutLoss))
    heldOutAccuracy = Spread(trials.compactMap(\.heldOutAccuracy))
    let answers = trials.compactMap(\.isSuccess)
    successes = answers.isEmpty ? nil : answers.count { $0 }
    firstEpoch = Spread(trials.compactMap { $0.firstEpoch.map(Double.init) })
  }
}
