extension TrainingStep {
  /// The same step from the same parameters where every row of the batch is one sample (from 0); what the optimizer remembers
  /// begins anew.
  ///
  /// Nil where a row is not the sample's alone: with batch norm it depends on the others, with dropout and augmentation on chance.
  /// - Precondition: the data set has the sample.
  public func filled(with sample: Int) -> TrainingStep? {
    let plan = trainer.plan
    let isOwn = trainer.layers.allSatisfy { !$0.hasBatchNorm && $0.dropoutRate == 0 }
    guard isOwn, plan.experiment.augmentation == nil else { return nil }
    let own = Trainer(
      Plan(plan, lookingAt: .explicit([Array(repeating: sample, count: sampleCount)])))
    own.load(State(update: update, network: network, moments: plan.firstState.moments))
    return TrainingStep(by: own)
  }
}
