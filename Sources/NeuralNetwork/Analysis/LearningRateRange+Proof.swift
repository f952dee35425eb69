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
    /// The objective at five looks in the second half, the last of them at the end.
    let looks: [Double]
    /// Always saying the mean of the targets; nil where the loss is not one of outputs.
    let mean: Double?
  }

  /// Of the steepest rate and lower ones the one that, trained, settles lowest; nil when none ends below its beginning.
  ///
  /// Where the test itself found no fall below its steepest rate, or a wrong one, one may still come with time: then the search
  /// begins at its last rate, and in the end a fall that has just begun will do.
  func bestProof(
    _ experiment: Experiment, judgedBy whole: Dataset
  ) throws(ExperimentError) -> Proof? {
    for looks in [Proof.looks, 2] {
      for highest in [steepest, points.last?.rate].compactMap(\.self) {
        let best = try bestProof(experiment, judgedBy: whole, from: highest, looks: looks)
        if let best { return try confirmed(best, experiment, judgedBy: whole) }
      }
    }
    return nil
  }

  /// A rate may be far too high: then lower ones are tried until one learns clearly and the next is no better.
  private func bestProof(
    _ experiment: Experiment, judgedBy whole: Dataset, from highest: Double, looks: Int
  ) throws(ExperimentError) -> Proof? {
    var best: Proof?
    for place in 0..<24 {
      let proof = try Proof(of: highest / Elementary.power(3, place), experiment, judgedBy: whole)
      if proof.isBetter(than: best, looks: looks) {
        best = proof
      } else if place >= 2, best?.isClear(looks: looks) == true {
        break
      }
      if place >= 6, best != nil { break }
    }
    return best
  }

  /// The same with as many updates as training itself would make, where these can be waited for once; or a lower rate, where
  /// they undo what the first ones did.
  private func confirmed(
    _ proof: Proof, _ experiment: Experiment, judgedBy whole: Dataset
  ) throws(ExperimentError) -> Proof? {
    for place in 0..<4 {
      let long = try Proof(
        of: proof.rate / Elementary.power(3, place), experiment, judgedBy: whole,
        patience: Proof.patience)
      if long.lastLoss < long.firstLoss { return long }
    }
    return nil
  }
}

extension LearningRateRange.Proof {
  /// At how many places of the second half the loss is taken.
  fileprivate static let looks = 5
  /// How many times as long as one trial the last one may take.
  fileprivate static let patience = 20

  init(
    of rate: Double, _ experiment: Experiment, judgedBy whole: Dataset, patience: Int = 1
  ) throws(ExperimentError) {
    var recipe = experiment
    recipe.optimizer.learningRate = rate
    var run = try Run(recipe)
    let (judges, first, mean) = (run.judges, run.objective(over: whole), run.baseline)
    let count = run.affordableUpdates(patience: patience)
    looks = (0..<Self.looks).map { look in
      run.seek(to: Position(update: count - (Self.looks - 1 - look) * count / (2 * Self.looks)))
      return run.divergence == nil ? run.objective(over: judges) : .infinity
    }
    (self.rate, updates, firstLoss, self.mean) = (rate, run.position.update, first, mean)
    lastLoss = run.divergence == nil ? run.objective(over: whole) : .infinity
    samples = run.dataset.count < whole.count ? run.dataset.count : nil
  }

  /// What was done, in words: "100 updates", or on how many samples.
  public var trial: String {
    updates.counted("update") + (samples.map { " on \($0) of the samples" } ?? "")
  }

  /// The highest of the last looks, so that no lucky end decides.
  private func settledLoss(_ count: Int) -> Double { looks.suffix(count).max() ?? firstLoss }

  /// Whether it is well below the start, and below always saying the mean of the targets.
  fileprivate func isClear(looks count: Int) -> Bool {
    settledLoss(count) < 0.9 * min(firstLoss, mean ?? firstLoss)
  }

  /// The same of all looks.
  var isClear: Bool { isClear(looks: Self.looks) }

  fileprivate func isBetter(than other: Self?, looks count: Int) -> Bool {
    lastLoss < firstLoss && settledLoss(count) < (other?.settledLoss(count) ?? firstLoss)
  }
}

extension Run {
  /// The updates of the recipe, or as many of them as a trial can wait for.
  fileprivate func affordableUpdates(patience: Int) -> Int {
    let cost = 2000 + network.parameterCount * step.sampleCount
    return min(experiment.usualUpdates, max(100, patience * 100_000_000 / cost))
  }
}
