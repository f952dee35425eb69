import Synchronization

/// What was looked at of the place where a run stands: worked out at the first look, and shared by all copies of the run
/// that stand there.
///
/// It decides no number: a run that was looked at goes where one goes that was not. Whoever holds it alone may change it
/// without the lock.
final class StepCache: @unchecked Sendable {
  private let lock = Mutex(())
  private var step: TrainingStep?
  private var figures: SampleFigures?
  /// A trainer that nobody else holds, for the next step.
  private var spare: Trainer?

  init(spare: consuming Trainer? = nil) { self.spare = spare }

  // MARK: For all who stand here

  /// The step that starts from where a run stands.
  func step(of run: borrowing Run) -> TrainingStep {
    lock.withLock { _ in workOut(run) }
  }

  /// The step, if somebody has looked at it.
  var seenStep: TrainingStep? { lock.withLock { _ in step } }

  /// Keeps a step that starts here.
  func keep(_ step: TrainingStep) { lock.withLock { _ in self.step = step } }

  /// What a walk over all samples found here, if somebody has made it.
  var seenFigures: SampleFigures? { lock.withLock { _ in figures } }

  /// Keeps what a walk has found here.
  func keep(_ figures: SampleFigures) { lock.withLock { _ in self.figures = figures } }

  private func workOut(_ run: borrowing Run) -> TrainingStep {
    if let step { return step }
    let trainer = spare.take() ?? Trainer(run.plan)
    trainer.stand(at: run)
    let new = TrainingStep(by: trainer, .textbook)
    step = new
    return new
  }

  // MARK: For one who stands here alone

  /// Hands out the step, if it was looked at.
  func takeStep() -> TrainingStep? { step.take() }

  /// Hands out the trainer that is left over, if there is one.
  func takeSpare() -> Trainer? { spare.take() }

  /// Forgets what was seen, because the run has moved.
  func clear(spare: consuming Trainer?) {
    (step, figures) = (nil, nil)
    if let spare { self.spare = spare }
  }
}
