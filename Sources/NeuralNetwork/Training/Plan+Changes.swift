extension Plan {
  /// η of an update, from 0, after the schedule.
  @inline(__always) func learningRate(at update: Int) -> Double {
    schedule?.rate(base: baseRate, update: update) ?? baseRate
  }

  /// Whether no schedule changes η from update to update.
  var hasOneRate: Bool { schedule == nil }

  /// How many epochs are complete after some updates.
  func epoch(after update: Int) -> Int { firstEpoch + (update - firstUpdate) / updatesPerEpoch }

  /// Which batch of its epoch an update works on.
  func batchNumber(of update: Int) -> Int { (update - firstUpdate) % updatesPerEpoch }

  /// The update that an epoch begins with.
  func update(atStartOf epoch: Int) -> Int {
    firstUpdate + (epoch - firstEpoch) * updatesPerEpoch
  }

  /// The first moments of another recipe of the run, where they are the same.
  func moments(for other: Experiment) -> Moments? {
    other.optimizer.remembers(whatWasKeptFor: experiment.optimizer) ? firstState.moments : nil
  }

  /// The curvature for another recipe of the run that differs in its rate at most.
  func curvature(for other: Experiment) -> [Double: Double]? {
    var same = other
    same.optimizer.learningRate = experiment.optimizer.learningRate
    return same == experiment ? dataCurvature : nil
  }
}
