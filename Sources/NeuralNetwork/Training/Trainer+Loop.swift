extension Trainer {
  /// Trains up to an update; leaves keyframes and losses on the way.
  /// - Returns: nil, or the update that cannot be made because a number would not be finite. Then the trainer and the
  ///   losses stand somewhere else.
  func train(
    to target: Int, _ timeline: borrowing Timeline, curve: inout LossHistory,
    keyframes: inout KeyframeCache,
    log: inout ObservationLog
  ) -> Int? {
    while update < target {
      read(timeline)
      let start = update
      let end = min(
        target, (start / keyframes.interval + 1) * keyframes.interval,
        timeline.journal.next(after: start),
        log.next(after: start))
      let isSound = log.isDue(start) ? observe(&curve, &log) : run(to: end, &curve)
      guard isSound, isFinite else {
        return firstFailure(from: keyframes.nearest(to: start), timeline)
      }
      if update % keyframes.interval == 0 {
        keyframes.insert(Keyframe(state: state, losses: curve))
      }
    }
    return nil
  }

  /// Makes one update and keeps what was asked for of it.
  private func observe(_ curve: inout LossHistory, _ log: inout ObservationLog) -> Bool {
    makeStep(.fast)
    guard divergence == nil else { return false }
    curve.append(losses.objective)
    log.record(TrainingStep(heldBy: self))
    return true
  }

  /// Trains under one set of settings.
  ///
  /// Stops at the first loss that is not finite.
  func run(to end: Int, _ curve: inout LossHistory) -> Bool {
    if plan.hasOneBatch {
      loadBatch()
      switch plain {
      case .some(let plain): return run(plain, to: end, &curve)
      case nil: break
      }
    }
    while update < end {
      loadBatch()
      makeUpdate()
      guard losses.objective.isFinite else { return false }
      curve.append(losses.objective)
    }
    return true
  }

  /// The same for a batch that stays: nothing is looked up twice.
  private func run(_ plain: borrowing FusedStep, to end: Int, _ curve: inout LossHistory) -> Bool {
    let plan = plan
    let (inputs, targets, rows) = (inputs, targets, batch.count)
    while update < end {
      let losses = plain.make(
        update, count: plan.hasOneRate ? end - update : 1, rate: plan.learningRate(at: update),
        inputs, targets, rows: rows)
      // Only the last one may not be finite: no update is made after it.
      guard losses[losses.count - 1].isFinite else { return false }
      curve.append(contentsOf: losses)
      update += losses.count
    }
    return true
  }

  /// Works out the batch that is loaded and makes the update.
  func makeUpdate() {
    let made = plain?.make(
      update, rate: learningRate(at: update), inputs, targets, rows: batch.count)
    if let made {
      losses = made
      update += 1
    } else {
      makeTextbookUpdate()
    }
  }

  /// The same as the textbook has it, with the mistake that a lesson may have planted.
  func makeTextbookUpdate() {
    losses = backpropagate()
    plan.experiment.fault?.spoilGradients(self)
    applyUpdate()
  }

  /// The first update after a keyframe that cannot be made: there is one.
  private func firstFailure(from keyframe: Keyframe, _ timeline: borrowing Timeline) -> Int {
    var curve = LossHistory()
    load(keyframe.state, timeline)
    while true {
      read(timeline)
      let start = update
      guard run(to: start + 1, &curve), isFinite else { return start }
    }
  }
}
