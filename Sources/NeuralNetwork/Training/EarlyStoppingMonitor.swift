/// Follows a run as its recipe's early stopping asks; without early stopping it sees nothing and never stops.
///
/// Let it `look(at:)` the run before training and at least at each end of an epoch, and `finish(_:)` in the end.
public struct EarlyStoppingMonitor: Hashable, Sendable {
  /// The loss on held-out samples that the next must be below, by more than the smallest gain; infinite before the first look.
  public private(set) var bestLoss = Double.infinity
  /// After how many updates it was seen; nil while none was finite.
  public private(set) var bestUpdate: Int?
  /// Whether the patience is over.
  public private(set) var hasStopped = false
  /// How far the run was trained; nil until it is finished.
  public private(set) var lastUpdate: Int?
  private let rule: EarlyStopping?
  private var epochsSinceBest = 0

  /// A watch that has seen nothing yet.
  public init(_ rule: EarlyStopping?) { self.rule = rule }

  /// Looks at a run, if it stands at the end of an epoch.
  public mutating func look(at run: Run) {
    guard rule != nil, run.position.update % run.updatesPerEpoch == 0, let loss = run.heldOutLoss
    else { return }
    observe(loss, at: run.position.update)
  }

  /// How many updates lie between a run and the next look.
  public func updatesToLook(of run: Run) -> Int {
    rule == nil ? .max : run.updatesPerEpoch - run.position.update % run.updatesPerEpoch
  }

  /// Looks at a run where its training ends, and takes it back to its best.
  public mutating func finish(_ run: inout Run) {
    lastUpdate = run.position.update
    if let loss = run.heldOutLoss { _ = isGain(loss, at: run.position.update) }
    if let bestUpdate { run.seek(to: Position(update: bestUpdate)) }
  }

  /// What became of the run in the end; nil when it was left where its training ended.
  public var sentence: String? {
    guard let rule, let lastUpdate, let bestUpdate else { return nil }
    let gain = rule.minimumDelta == 0 ? "" : " by more than \(rule.minimumDelta)"
    if hasStopped {
      return
        "Stopped early after \(lastUpdate.counted("update")): for \(rule.patience.counted("epoch")) the held-out loss "
        + "reached no new low\(gain). Back to the last one, after update \(bestUpdate)."
    }
    return bestUpdate == lastUpdate
      ? nil
      : "After update \(bestUpdate) the held-out loss reached no new low\(gain): back to there."
  }

  /// Takes the loss after one more epoch.
  mutating func observe(_ loss: Double, at update: Int) {
    guard let rule else { return }
    epochsSinceBest = isGain(loss, at: update) ? 0 : epochsSinceBest + 1
    hasStopped = epochsSinceBest >= rule.patience
  }

  private mutating func isGain(_ loss: Double, at update: Int) -> Bool {
    guard let rule, loss < bestLoss - rule.minimumDelta else { return false }
    (bestLoss, bestUpdate) = (loss, update)
    return true
  }
}

extension Run {
  /// Makes this many updates, or fewer where the recipe's early stopping ends the training; then goes back to its best.
  public mutating func trainToStop(updates: Int) {
    let end = min(Limits.updates, position.update + max(0, updates))
    var watch = EarlyStoppingMonitor(experiment.earlyStopping)
    watch.look(at: self)
    while position.update < end, divergence == nil, !watch.hasStopped {
      train(updates: min(end - position.update, watch.updatesToLook(of: self)))
      watch.look(at: self)
    }
    watch.finish(&self)
  }
}
