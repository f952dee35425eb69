/// What came of one run of a recipe: the answer that a question asked of many runs gathers.
public struct Trial: Hashable, Sendable {
  /// The objective over all samples in the end: the loss with penalties; infinite when the run diverged.
  public let loss: Double
  /// The same without penalties.
  public let dataLoss: Double
  /// The share of the samples that is classified right in the end; nil when the targets are not classes.
  public let accuracy: Double?
  /// The loss on the held-out samples in the end, without penalties; nil without them, infinite when the run diverged.
  public let heldOutLoss: Double?
  /// The share of the held-out samples that is classified right; nil without them or without classes.
  public let heldOutAccuracy: Double?
  /// Whether the goal holds in the end; nil without a goal.
  public let isSuccess: Bool?
  /// How many epochs were complete when the goal held for the first time; nil if it never did.
  public let firstEpoch: Int?

  /// Whether the run met a value that is not finite.
  public var hasDiverged: Bool { loss == .infinity }

  /// How long a trial trains.
  public enum Length: Hashable, Sendable {
    /// As many updates as the recipe says, or 1000.
    case usual
    case updates(Int)
    case epochs(Int)
  }

  /// What came of a run that was made elsewhere.
  public init(
    loss: Double, dataLoss: Double, accuracy: Double? = nil, heldOutLoss: Double? = nil,
    heldOutAccuracy: Double? = nil, isSuccess: Bool? = nil, firstEpoch: Int? = nil
  ) {
    (self.loss, self.dataLoss, self.accuracy) = (loss, dataLoss, accuracy)
    (self.heldOutLoss, self.heldOutAccuracy) = (heldOutLoss, heldOutAccuracy)
    (self.isSuccess, self.firstEpoch) = (isSuccess, firstEpoch)
  }

  /// Trains a recipe from its beginning, with early stopping where it asks for that.
  /// - Parameters:
  ///   - experiment: the recipe.
  ///   - length: how long.
  ///   - goal: what counts as success, asked before the first epoch and after each.
  /// - Throws: what `Run` rejects.
  public init(
    _ experiment: Experiment, _ length: Length = .usual, goal: TrialGoal? = nil
  ) throws(ExperimentError) {
    var run = try Run(experiment)
    let first = Self.train(&run, to: Self.updates(of: run, length), goal)
    self.init(endOf: run, goal, first)
  }

  private init(endOf run: Run, _ goal: TrialGoal?, _ firstEpoch: Int?) {
    let hasDiverged = run.divergence != nil
    loss = hasDiverged ? .infinity : run.objective
    dataLoss = hasDiverged ? .infinity : run.datasetLoss
    accuracy = run.accuracy
    heldOutLoss = run.heldOutLoss.map { hasDiverged ? .infinity : $0 }
    heldOutAccuracy = run.heldOutAccuracy
    isSuccess = goal.map { !hasDiverged && $0.holds(in: run) }
    self.firstEpoch = firstEpoch
  }

  private static func updates(of run: Run, _ length: Length) -> Int {
    switch length {
    case .usual: run.experiment.usualUpdates
    case .updates(let updates): min(Limits.updates, updates)
    case .epochs(let epochs): run.updates(inEpochs: epochs)
    }
  }

  /// Trains, and looks at the goal at each end of an epoch until it holds.
  /// - Returns: how many epochs were complete then.
  private static func train(_ run: inout Run, to end: Int, _ goal: TrialGoal?) -> Int? {
    var (first, watch): (Int?, _) = (nil, EarlyStoppingMonitor(run.experiment.earlyStopping))
    while true {
      if first == nil, let goal, goal.holds(in: run) { first = run.epoch }
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
  public static func width(
    of experiment: Experiment, goal: TrialGoal? = nil
  ) throws(ExperimentError) -> Int {
    let run = try Run(experiment)
    let fits = run.fitsLanes && experiment.earlyStopping == nil
    return fits && goal?.isKnownInLanes ?? true ? LaneTrainer.width : 1
  }

  /// The trials of recipes that differ in their seeds only, made side by side, with the bits that each has alone.
  /// - Precondition: `width` is more than 1 for each of them.
  /// - Throws: what `Run` rejects.
  public static func together(
    _ experiments: [Experiment], _ length: Length = .usual, goal: TrialGoal? = nil
  ) throws(ExperimentError) -> [Trial] {
    var runs: [Run] = []
    for experiment in experiments { runs.append(try Run(experiment)) }
    guard let first = runs.first else { return [] }
    let firsts = Run.train(&runs, updates: updates(of: first, length), until: goal)
    return zip(runs, firsts).map { run, first in
      Trial(endOf: run, goal, first.map { $0 / run.updatesPerEpoch })
    }
  }
}
