extension Run {
  /// Goes forward.
  ///
  /// By phase: to the next phase, and from the last one to the start of the next step. By update or
  /// epoch: to the whole step after it. A run that has diverged stays at its last finite state.
  public mutating func advance(by stride: StepSize, count: Int = 1) {
    guard count > 0 else { return }
    switch stride {
    case .phase: for _ in 0..<count { advancePhase() }
    case .update, .epoch: seek(to: Position(update: update(ahead: stride, count: count)))
    }
  }

  /// The update that so many updates or epochs lead to.
  package func update(ahead stride: StepSize, count: Int = 1) -> Int {
    guard stride == .epoch else { return sum(position.update, count) }
    let end = activePlan.update(atStartOf: min(sum(epoch, count), Limits.updates))
    return max(position.update, min(Limits.updates, end))
  }

  /// Goes back, at most to the start.
  ///
  /// By phase: to the phase before. By update: to the whole step before this one. By epoch: to the
  /// epoch boundary before this place.
  public mutating func rewind(by stride: StepSize, count: Int = 1) {
    guard count > 0 else { return }
    let count = min(count, Limits.updates)
    switch stride {
    case .phase:
      for _ in 0..<count {
        guard position > Position(update: 0, phase: .start) else { return }
        rewindPhase()
      }
    case .update, .epoch: rewind(to: update(back: stride, count: count))
    }
  }

  /// The update that lies so many updates or epochs back.
  package func update(back stride: StepSize, count: Int = 1) -> Int {
    let count = min(count, Limits.updates)
    return stride == .epoch ? startOfEpoch(before: count) : position.update - count
  }

  /// From which update on an earlier one is trained anew.
  package func updateBeforeReplay(to update: Int) -> Int {
    keyframes.nearest(to: update - 1).update
  }

  /// Makes this many updates as fast as the machine can; leaves the whole step after the last one.
  public mutating func train(updates: Int) {
    advance(by: .update, count: updates)
  }

  /// Goes to a position: forward by training, backward by replay from the nearest keyframe.
  ///
  /// Every bit of the state is what it was, or will be, there. Stops where the run diverges; places
  /// before the start mean the start.
  public mutating func seek(to target: Position) {
    let update = min(Limits.updates, max(0, target.update))
    if update != position.update { move(to: update) }
    let phase = position.update == update ? clamped(target.phase) : .whole
    position.phase = target.update < 0 ? .start : phase
  }

  /// Writes a change down at the present update and forgets everything recorded for later ones.
  ///
  /// The phase stays.
  /// - Returns: nil, or why the change was rejected; then the run is as it was.
  @discardableResult
  public mutating func apply(_ change: Change) -> ExperimentError? {
    do {
      try check(change)
      try timeline.record(change, at: position.update)
    } catch { return error }
    keyframes.forget(after: position.update)
    log.forget(from: position.update)
    furthest = nil
    leave()
    return nil
  }

  /// Goes to the beginning and forgets every change: the numbers are the recipe's again, now and later.
  public mutating func forgetChanges() {
    seek(to: Position(update: 0))
    timeline = Timeline(plan)
    keyframes.forget(after: 0)
    log.forget(from: 0)
    furthest = nil
    leave()
  }

  /// Why a change cannot be made; nil when it can.
  public func rejection(of change: Change) -> ExperimentError? {
    do {
      try check(change)
      var trial = timeline
      try trial.record(change, at: position.update)
      return nil
    } catch { return error }
  }

  private func check(_ change: Change) throws(ExperimentError) {
    switch change {
    case .learningRate(let rate): try RecipeCheck.checkRate(rate, part: .change)
    case .hiddenActivation(let activation):
      guard activation.place == .anyLayer else {
        throw ExperimentError(.change, "Softmax belongs in the output layer only.")
      }
    case .loss, .recipe: return
    case .samples(let edit): _ = try activeExperiment.applying(edit)
    case .parameter(let index, let value):
      guard plan.network.contains(index) else {
        throw ExperimentError(
          .change, "There is no \(index) in a network of shape \(plan.network.shape).")
      }
      guard value.isFinite else {
        throw ExperimentError(.change, "\(index) cannot become \(value): use a finite number.")
      }
    }
  }

  /// The update at which the epoch began that lies so many beginnings before the present place.
  private func startOfEpoch(before count: Int) -> Int {
    var plan = activePlan
    let begun = plan.epoch(after: position.update + plan.updatesPerEpoch - 1)
    while begun - count < plan.firstEpoch, plan.firstUpdate > 0 {
      plan = timeline.plan(before: plan.firstUpdate)
    }
    return plan.update(atStartOf: begun - count)
  }

  private mutating func advancePhase() {
    let phases = Phase.all(depth: depth)
    if let next = phases.first(where: { $0 > position.phase }) {
      position.phase = next
    } else {
      seek(to: Position(update: position.update + 1, phase: .start))
    }
  }

  private mutating func rewindPhase() {
    if let last = Phase.all(depth: depth).last(where: { $0 < position.phase }) {
      position.phase = last
    } else {
      rewind(to: position.update - 1)
    }
  }

  private mutating func rewind(to update: Int) {
    seek(to: Position(update: update, phase: .whole))
  }

  private func sum(_ left: Int, _ right: Int) -> Int {
    min(Limits.updates, left + min(right, Limits.updates))
  }

  /// The phase of that name in a network of this depth.
  private func clamped(_ phase: Phase) -> Phase {
    switch phase {
    case .forward(let layer): .forward(layer: max(1, min(layer, depth)))
    case .backward(let layer): .backward(layer: max(1, min(layer, depth)))
    case .start, .loss: phase
    }
  }
}
