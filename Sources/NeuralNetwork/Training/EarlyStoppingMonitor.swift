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
  /// The update at which it has looked last; nil before the first look.
  private(set) var lastLook: Int?
  /// The rule in force at the last look.
  private var rule: EarlyStopping?
  private var epochsSinceBest = 0
  private var lossAtLook = Double.infinity

  /// A watch that has seen nothing yet.
  public init(_ rule: EarlyStopping?) { self.rule = rule }

  /// Looks at a run, if it stands at the end of an epoch that was not looked at; past a stop the patience begins anew there.
  public mutating func look(at run: Run) {
    let update = run.position.update
    guard update > lastLook ?? -1, let (rule, loss) = run.atEndOfEpoch else { return }
    self.rule = rule
    if hasStopped { goOn() }
    observe(loss, at: update)
    (lastLook, lossAtLook) = (update, loss)
  }

  /// Whoever trains on after a stop has new patience from there.
  public mutating func goOn() {
    guard hasStopped, let lastLook else { return }
    (bestLoss, bestUpdate, epochsSinceBest, hasStopped) = (lossAtLook, lastLook, 0, false)
  }

  /// How many updates lie between a run and the next look, or the next change that may call for one.
  public func updatesToLook(of run: Run) -> Int {
    let (rule, place) = (run.activeExperiment.earlyStopping, run.position.update)
    let next = run.journal.next(after: place)
    let change = next == .max ? next : next - place
    return rule == nil ? change : min(change, max(1, run.update(ahead: .epoch) - place))
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
  /// The rule and the held-out loss that training has come here with, before the changes of this place unless it is the
  /// first; nil within an epoch and where no rule was in force.
  fileprivate var atEndOfEpoch: (EarlyStopping, Double)? {
    let update = position.update
    let plan = timeline.plan(at: max(0, update - 1))
    guard let rule = plan.experiment.earlyStopping, let heldOut,
      plan.update(atStartOf: plan.epoch(after: update)) == update
    else { return nil }
    let isChanged = update > 0 && journal.next(after: update - 1) == update
    let network = isChanged ? state.network : network
    return (rule, network.loss(plan.experiment.loss, plan.experiment.classWeights, on: heldOut))
  }

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
