/// What came of one run of a recipe: the answer that a question asked of many runs gathers.
public struct Trial: Hashable, Sendable {
  /// The loss over all samples in the end, without penalties; infinite when the run diverged.
  public let loss: Double
  /// The share of the samples that is classified right in the end; nil when the targets are not classes.
  public let accuracy: Double?
  /// Whether the goal holds in the end; nil without a goal.
  public let isSuccess: Bool?
  /// How many epochs were complete when the goal held for the first time; nil if it never did.
  public let firstEpoch: Int?

  /// Whether the run met a value that is not finite.
  public var hasDiverged: Bool { loss == .infinity }

  /// Trains a recipe from its beginning, with early stopping where it asks for that.
  /// - Parameters:
  ///   - experiment: the recipe.
  ///   - epochs: how long; nil means the recipe's own number of updates, or 1000.
  ///   - goal: what counts as success, asked before the first epoch and after each.
  /// - Throws: what `Run` rejects.
  public init(
    _ experiment: Experiment, epochs: Int? = nil, goal: ((Run) -> Bool)? = nil
  ) throws(ExperimentError) {
    var run = try Run(experiment)
    let first = Self.train(&run, to: Self.updates(of: run, epochs: epochs), goal)
    self.init(endOf: run, isSuccess: goal.map { run.divergence == nil && $0(run) }, first)
  }

  private init(endOf run: Run, isSuccess: Bool? = nil, _ firstEpoch: Int? = nil) {
    loss = run.divergence == nil ? run.datasetLoss : .infinity
    accuracy = run.accuracy
    self.isSuccess = isSuccess
    self.firstEpoch = firstEpoch
  }

  private static func updates(of run: Run, epochs: Int?) -> Int {
    epochs.map(run.updates(inEpochs:)) ?? run.experiment.usualUpdates
  }

  /// Trains, and looks at the goal at each end of an epoch until it holds.
  /// - Returns: how many epochs were complete then.
  private static func train(_ run: inout Run, to end: Int, _ goal: ((Run) -> Bool)?) -> Int? {
    var (first, watch): (Int?, _) = (nil, EarlyStoppingMonitor(run.experiment.earlyStopping))
    while true {
      if first == nil, let goal, goal(run) { first = run.epoch }
      watch.look(at: run)
      let updates = end - run.position.update
      guard updates > 0, run.divergence == nil, !watch.hasStopped else { break }
      let asksNoMore = goal == nil || first != nil
      let stride = asksNoMore ? watch.updatesToLook(of: run) : run.updatesPerEpoch
      run.train(updates: min(updates, stride))
    }
    watch.finish(&run)
    return first
  }
}

extension Trial {
  /// How many trials of a recipe, from seeds of their own, are best made together: 1 where the machine takes them one by
  /// one anyway.
  /// - Throws: what `Run` rejects.
  public static func width(of experiment: Experiment) throws(ExperimentError) -> Int {
    let run = try Run(experiment)
    return run.fitsLanes && experiment.earlyStopping == nil ? LaneTrainer.width : 1
  }

  /// The trials of recipes that differ in their seeds only, made side by side, with the bits that each has alone.
  /// - Throws: what `Run` rejects.
  public static func together(
    _ experiments: [Experiment], epochs: Int? = nil
  ) throws(ExperimentError) -> [Trial] {
    var runs: [Run] = []
    for experiment in experiments { runs.append(try Run(experiment)) }
    guard let first = runs.first else { return [] }
    Run.train(&runs, updates: updates(of: first, epochs: epochs))
    return runs.map { Trial(endOf: $0) }
  }
}

/// The smallest, the middle and the largest of some numbers.
public struct Spread: Hashable, Sendable {
  /// The smallest.
  public let minimum: Double
  /// The middle one, or the mean of the two in the middle.
  public let median: Double
  /// The largest.
  public let maximum: Double

  /// Nil when there are no numbers.
  public init?(_ values: [Double]) {
    let sorted = values.sorted()
    guard let first = sorted.first, let last = sorted.last else { return nil }
    let (low, high) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
    (minimum, maximum) = (first, last)
    median = low == high ? low : (low + high) / 2
  }
}

/// What many trials of one recipe have in common.
public struct TrialSummary: Hashable, Sendable {
  /// How many trials there were.
  public let count: Int
  /// How many of them diverged.
  public let diverged: Int
  /// Of the final losses.
  public let loss: Spread?
  /// Of the final accuracies.
  public let accuracy: Spread?
  /// How many fulfil the goal in the end; nil without a goal.
  public let successes: Int?
  /// Of the first epochs at which the goal held, of the runs where it ever did.
  public let firstEpoch: Spread?

  /// A summary.
  public init(_ trials: [Trial]) {
    count = trials.count
    diverged = trials.count(where: \.hasDiverged)
    loss = Spread(trials.map(\.loss))
    accuracy = Spread(trials.compactMap(\.accuracy))
    let answers = trials.compactMap(\.isSuccess)
    successes = answers.isEmpty ? nil : answers.count { $0 }
    firstEpoch = Spread(trials.compactMap { $0.firstEpoch.map(Double.init) })
  }
}
