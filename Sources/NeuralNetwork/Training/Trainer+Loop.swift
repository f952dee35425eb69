internal import CKernels

extension Trainer {
  /// Trains up to an update, or as far as all numbers stay finite; leaves keyframes and losses on the way.
  func train(to target: Int, losses: inout Curve, history: inout History) {
    while update < target {
      readJournal()
      let end = min(target, (update / history.interval + 1) * history.interval, nextEntry)
      let (start, curve) = (snapshot(), losses)
      guard run(to: end, &losses), isFinite else {
        load(start)
        losses = curve
        return creep(to: end, &losses)
      }
      if end % history.interval == 0 {
        history.insert(Keyframe(state: snapshot(), losses: losses))
      }
    }
    readJournal()
  }

  /// The update of the journal's next entry.
  private var nextEntry: Int {
    journal.entries.first { $0.update > update }?.update ?? Int.max
  }

  /// Trains under one set of settings.
  ///
  /// Stops at the first loss that is not finite.
  func run(to end: Int, _ losses: inout Curve) -> Bool {
    losses.reserveRoom()
    standing = nil
    if let plain = PlainUpdate(network, plan.experiment, settings.loss, arena, starts) {
      return run(plain, to: end, &losses)
    }
    while update < end {
      loadBatch()
      let loss = backpropagate().loss
      guard loss.isFinite else { return false }
      applyUpdate()
      losses.append(loss)
    }
    return true
  }

  /// The hot loop.
  private func run(_ plain: PlainUpdate, to end: Int, _ losses: inout Curve) -> Bool {
    var (kernelPlan, kernelArena, optimizer) = (plain.plan, plain.arena, plain.optimizer)
    let (schedule, rate) = (plan.experiment.schedule, settings.baseRate)
    let (inputs, targets) = (arena.inputs, arena.targets)
    let isSameBatch = plan.experiment.batches == .full && plan.experiment.augmentation == nil
    loadBatch()
    var (now, rows) = (update, batch.count)
    defer { update = now }
    while true {
      optimizer.learning_rate = schedule.rate(base: rate, update: now)
      let result = dk_train_step(
        &kernelPlan, &kernelArena, &optimizer, now + 1, inputs, targets, rows)
      guard result.loss.isFinite else { return false }
      losses.append(result.loss)
      now += 1
      if now == end { return true }
      if isSameBatch { continue }
      update = now
      loadBatch()
      rows = batch.count
    }
  }

  /// Update by update up to the last finite state.
  private func creep(to end: Int, _ losses: inout Curve) {
    while update < end {
      let (start, curve) = (snapshot(), losses)
      guard run(to: update + 1, &losses), isFinite else {
        load(start)
        losses = curve
        return
      }
    }
  }
}

extension Run {
  /// Goes to a whole number of updates: from here, from a keyframe, or with the step that is already there.
  mutating func move(to target: Int) {
    guard target > 0 else { return settle(history.nearest(to: 0)) }
    if target > position.update, step.divergence != nil { return }
    if target == position.update + 1 { return take(step) }
    if target <= position.update { restore(history.nearest(to: target - 1)) }
    let trainer = Trainer(plan, state, journal)
    trainer.train(to: target - 1, losses: &losses, history: &history)
    let last = trainer.capture()
    if last.divergence == nil { take(last, from: trainer) } else { stop(at: last) }
  }

  /// Makes the update of a step and works out the next one, with the trainer that stands after it if there is one.
  private mutating func take(_ last: TrainingStep, from trainer: Trainer? = nil) {
    previousStep = last
    losses.append(last.loss)
    state = State(update: last.update + 1, network: last.nextNetwork, moments: last.moments)
    if state.update % history.interval == 0 {
      history.insert(Keyframe(state: state, losses: losses))
    }
    position.update = state.update
    trainer?.readJournal()
    step = (trainer ?? Trainer(plan, state, journal)).capture()
  }

  /// Goes on from a state that was reached in another way, by one more update.
  /// - Returns: false when that update cannot be made; then nothing has changed.
  mutating func goOn(from state: State, losses: Curve) -> Bool {
    let trainer = Trainer(plan, state, journal)
    let last = trainer.capture()
    guard last.divergence == nil else { return false }
    self.losses = losses
    take(last, from: trainer)
    position.phase = .whole
    return true
  }

  /// The run has met a step that cannot be taken: it stays there.
  private mutating func stop(at failure: TrainingStep) {
    if failure.update > 0 {
      position.update = failure.update + 1
      move(to: failure.update)
    } else {
      settle(history.nearest(to: 0))
    }
  }

  /// Stands at the beginning.
  private mutating func settle(_ keyframe: Keyframe) {
    restore(keyframe)
    previousStep = nil
    position.update = keyframe.update
    step = Trainer(plan, state, journal).capture()
  }

  private mutating func restore(_ keyframe: Keyframe) {
    state = keyframe.state
    losses = keyframe.losses
  }
}
