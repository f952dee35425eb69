import Synchronization

/// What was looked at of the place where a run stands: worked out at the first look, and shared by all copies of the run
/// that stand there.
///
/// It decides no number: a run that was looked at goes where one goes that was not. Whoever holds it alone may change it
/// without the lock.
final class StepCache: @unchecked Sendable {
  /// What may be looked at.
  struct Sights {
    /// The step that starts here.
    var step: TrainingStep?
    /// What a walk forward and back over all samples finds.
    var figures: SampleFigures?
    /// How good the network is on the samples that it learns from.
    var scores: Scores?

    /// Whether nothing was looked at.
    var isEmpty: Bool { step == nil && figures == nil && scores == nil }
  }

  private let lock = Mutex(())
  private var seen = Sights()
  /// A trainer that nobody else holds, for the next step.
  private var spare: Trainer?

  init(spare: consuming Trainer? = nil) { self.spare = spare }

  // MARK: For all who stand here

  /// The step that starts from where a run stands.
  func step(of run: borrowing Run) -> TrainingStep {
    lock.withLock { _ in workOut(run) }
  }

  /// What somebody has looked at; nil where nobody has.
  func seen<Sight: Sendable>(_ sight: KeyPath<Sights, Sight?>) -> Sight? {
    lock.withLock { _ in seen[keyPath: sight] }
  }

  /// Keeps what was looked at.
  func keep<Sight: Sendable>(_ value: Sight, as sight: WritableKeyPath<Sights, Sight?>) {
    lock.withLock { _ in seen[keyPath: sight] = value }
  }

  /// What is to be looked at: worked out by the first who asks.
  func look<Sight: Sendable>(
    at sight: WritableKeyPath<Sights, Sight?>, _ workOut: () -> Sight
  ) -> Sight {
    if let known = seen(sight) { return known }
    let value = workOut()
    keep(value, as: sight)
    return value
  }

  private func workOut(_ run: borrowing Run) -> TrainingStep {
    if let step = seen.step { return step }
    let trainer = spare.take() ?? Trainer(run.plan)
    trainer.stand(at: run)
    let new = TrainingStep(by: trainer, .textbook)
    seen.step = new
    return new
  }

  // MARK: For one who stands here alone

  /// Hands out the step, if it was looked at.
  func takeStep() -> TrainingStep? { seen.step.take() }

  /// Hands out the trainer that is left over, if there is one.
  func takeSpare() -> Trainer? { spare.take() }

  /// Forgets what was seen, because the run has moved.
  func clear(spare: consuming Trainer?) {
    // Training makes nothing to be looked at, update by update.
    if !seen.isEmpty { seen = Sights() }
    if let spare { self.spare = spare }
  }
}
