extension Trainer {
  /// Trains up to an update; leaves keyframes and losses on the way.
  /// - Returns: nil, or the update that cannot be made because a number would not be finite. Then the trainer and the
  ///   losses stand somewhere else.
  func train(
    to target: Int, _ journal: Journal, curve: inout LossHistory, history: inout KeyframeCache
  ) -> Int? {
    while update < target {
      read(journal)
      let start = update
      let end = min(
        target, (start / history.interval + 1) * history.interval, journal.next(after: start))
      guard run(to: end, &curve), isFinite else {
        return firstFailure(from: history.nearest(to: start), journal)
      }
      if end % history.interval == 0 {
        history.insert(Keyframe(state: state, losses: curve))
      }
    }
    return nil
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
    let (schedule, base) = (plan.experiment.schedule, settings.baseRate)
    let (inputs, targets, rows) = (arena.inputs, arena.targets, batch.count)
    for now in update..<end {
      let rate = schedule.rate(base: base, update: now)
      let loss = plain.make(now, rate: rate, inputs, targets, rows: rows).objective
      guard loss.isFinite else { return false }
      curve.append(loss)
    }
    update = end
    return true
  }

  /// Works out the batch that is loaded and makes the update.
  func makeUpdate() {
    let made = plain?.make(
      update, rate: learningRate(at: update), arena.inputs, arena.targets, rows: batch.count)
    if let made {
      losses = made
      update += 1
    } else {
      losses = backpropagate()
      applyUpdate()
    }
  }

  /// The first update after a keyframe that cannot be made: there is one.
  private func firstFailure(from keyframe: Keyframe, _ journal: Journal) -> Int {
    var curve = LossHistory()
    load(keyframe.state)
    while true {
      read(journal)
      let start = update
      guard run(to: start + 1, &curve), isFinite else { return start }
    }
  }
}
