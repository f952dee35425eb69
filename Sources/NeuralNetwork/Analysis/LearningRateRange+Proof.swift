extension LearningRateRange {
  /// A rate that was trained with from the beginning, and what came of it.
  public struct Proof: Hashable, Sendable {
    /// The rate.
    public let rate: Double
    /// How many updates were made.
    public let updates: Int
    /// On how many samples, where a batch of the recipe has more; nil where the batches were its own.
    public let samples: Int?
    /// The objective over all samples in the beginning and in the end.
    public let firstLoss, lastLoss: Double
    /// The highest objective of five looks in the second half, so that no lucky end decides.
    let settledLoss: Double
    /// Whether that is well below the start, and below always saying the mean of the targets.
    let isClear: Bool
  }

  /// Of the steepest rate and lower ones the one that, trained, settles lowest; nil when none ends below its beginning.
  ///
  /// The steepest may be far too high: then lower ones are tried until one learns clearly and the next is no better. Where the
  /// test itself found no fall, one may still come with time: then the search begins at its last rate.
  func bestProof(
    _ experiment: Experiment, judgedBy whole: Dataset
  ) throws(ExperimentError) -> Proof? {
    guard let highest = steepest ?? points.last?.rate else { return nil }
    var best: Proof?
    for place in 0..<24 {
      let proof = try Proof(of: highest / Elementary.power(3, place), experiment, judgedBy: whole)
      if proof.isBetter(than: best) {
        best = proof
      } else if place >= 2, best?.isClear == true {
        break
      }
      if place >= 6, best != nil { break }
    }
    return best
  }
}

extension LearningRateRange.Proof {
  /// At how many places of the second half the loss is taken.
  private static let looks = 5

  init(
    of rate: Double, _ experiment: Experiment, judgedBy whole: Dataset
  ) throws(ExperimentError) {
    var recipe = experiment
    recipe.optimizer.learningRate = rate
    var run = try Run(recipe)
    let (judges, first, mean) = (run.judges, run.objective(over: whole), run.baseline)
    let count = run.affordableUpdates
    let losses = (0..<Self.looks).map { look in
      run.seek(to: Position(update: count - (Self.looks - 1 - look) * count / (2 * Self.looks)))
      return run.divergence == nil ? run.objective(over: judges) : .infinity
    }
    let settled = losses.max() ?? first
    (self.rate, updates, firstLoss) = (rate, run.position.update, first)
    lastLoss = run.divergence == nil ? run.objective(over: whole) : .infinity
    samples = run.dataset.count < whole.count ? run.dataset.count : nil
    settledLoss = settled
    isClear = settled < 0.9 * min(first, mean ?? first)
  }

  /// What was done, in words: "100 updates", or on how many samples.
  public var trial: String {
    updates.counted("update") + (samples.map { " on \($0) of the samples" } ?? "")
  }

  fileprivate func isBetter(than other: Self?) -> Bool {
    lastLoss < firstLoss && settledLoss < (other?.settledLoss ?? firstLoss)
  }
}

extension Run {
  /// The updates of the recipe, or as many of them as a trial can wait for.
  fileprivate var affordableUpdates: Int {
    let cost = 2000 + network.parameterCount * step.sampleCount
    return min(experiment.usualUpdates, max(100, 100_000_000 / cost))
  }
}
