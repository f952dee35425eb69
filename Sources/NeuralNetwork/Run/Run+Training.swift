extension Run {
  /// The state after the updates made so far, before the changes that the journal has at this place.
  var state: State { previousStep?.trainer.state ?? keyframes.first.state }

  /// Goes to a whole number of updates, taking the step that was already looked at.
  mutating func move(to target: Int) {
    if target < position.update, losses.count > furthest?.count ?? 0 { furthest = losses }
    guard target > 0 else { return returnToStart() }
    guard target > position.update else { return replay(vacantTrainer(), to: target) }
    if let step = seenStep() {
      guard step.divergence == nil else { return stepCache.keep(step, as: \.step) }
      take(step)
    }
    if position.update < target { train(standingTrainer(), to: target) }
  }

  /// Goes on from a state that was reached in another way, by one more update.
  /// - Returns: false when that update cannot be made; then nothing has changed.
  mutating func goOn(from state: State, losses: LossHistory) -> Bool {
    let trainer = spareTrainer()
    trainer.load(state, timeline)
    trainer.read(timeline)
    let last = TrainingStep(by: trainer)
    guard last.divergence == nil else { return false }
    self.losses = losses
    take(last)
    position.phase = .whole
    return true
  }

  /// Forgets what was looked at: the run stands somewhere else now, or sees other things.
  mutating func leave(spare: consuming Trainer? = nil) {
    if isKnownUniquelyReferenced(&stepCache) {
      stepCache.clear(spare: spare)
    } else {
      stepCache = StepCache(spare: spare)
    }
  }

  /// The step that was looked at here.
  private mutating func seenStep() -> TrainingStep? {
    isKnownUniquelyReferenced(&stepCache) ? stepCache.takeStep() : stepCache.seen(\.step)
  }

  /// Trains up to an update, or as far as all numbers stay finite, and keeps the last step.
  private mutating func train(_ trainer: consuming Trainer, to target: Int) {
    if let failure = trainer.train(
      to: target - 1, timeline, curve: &losses, keyframes: &keyframes, log: &log)
    {
      return stop(trainer, before: failure)
    }
    trainer.read(timeline)
    let last = TrainingStep(by: trainer)
    if last.divergence == nil { take(last) } else { stop(last.trainer, before: last.update) }
  }

  /// Makes the update of a step; inline, so that the step is handed on and not copied.
  @inline(__always) private mutating func take(_ step: consuming TrainingStep) {
    losses.append(step.loss)
    if log.isDue(step.update) { log.record(step) }
    position.update = step.update + 1
    leave(spare: freedTrainer())
    previousStep = consume step
    if position.update % keyframes.interval == 0 {
      keyframes.insert(Keyframe(state: state, losses: losses))
    }
  }

  /// The run has met an update that cannot be made: it stands before it, and sees that.
  private mutating func stop(_ trainer: consuming Trainer, before update: Int) {
    if update > 0 { replay(trainer, to: update) } else { returnToStart() }
    _ = step
  }

  private mutating func replay(_ trainer: consuming Trainer, to target: Int) {
    trainer.load(restored(keyframes.nearest(to: target - 1)), timeline)
    train(trainer, to: target)
  }

  /// Stands at the beginning.
  private mutating func returnToStart() {
    position.update = restored(keyframes.first).update
    previousStep = nil
    leave()
  }

  private mutating func restored(_ keyframe: Keyframe) -> State {
    losses = keyframe.losses
    return keyframe.state
  }

  // MARK: Trainers

  /// A trainer that stands here and may be moved on.
  private mutating func standingTrainer() -> Trainer {
    if let own = freedTrainer() { return own }
    let trainer = vacantTrainer()
    trainer.stand(at: self)
    return trainer
  }

  /// A trainer that may be moved, wherever it stands.
  private mutating func vacantTrainer() -> Trainer {
    freedTrainer() ?? spareTrainer()
  }

  /// A trainer that nobody uses.
  private mutating func spareTrainer() -> Trainer {
    let spare = isKnownUniquelyReferenced(&stepCache) ? stepCache.takeSpare() : nil
    return spare ?? Trainer(plan)
  }

  /// The trainer of the last step, unless somebody else keeps that step.
  private mutating func freedTrainer() -> Trainer? {
    guard previousStep?.isHeldAlone() == true else { return nil }
    return previousStep.take()?.trainer
  }
}

extension Trainer {
  /// Goes to where a run stands.
  func stand(at run: Run) {
    if run.previousStep?.bring(self) == nil { load(run.keyframes.first.state, run.timeline) }
    read(run.timeline)
  }
}
