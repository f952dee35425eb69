extension Run {
  /// The objective of the present step if one parameter had other values: for each value what `step.loss` would be after
  /// `apply(.parameter(parameter, value))`.
  ///
  /// Batch and dropout masks are those of the step; a value that is not finite gives NaN. The run stays as it is, and
  /// whatever the number of values it is copied once.
  /// - Precondition: the network contains the parameter.
  public func objectives(_ parameter: ParameterIndex, at values: [Double]) -> [Double] {
    let offset = plan.network.checkedOffset(of: parameter)
    let trainer = trainerOfStep
    return values.map { value in
      trainer.arena.model[offset] = value
      return value.isFinite ? trainer.objective() : .nan
    }
  }

  /// A trainer of one's own that stands here, with the batch of the present step.
  var trainerOfStep: Trainer {
    let trainer = Trainer(plan)
    trainer.stand(at: self)
    trainer.loadBatch()
    return trainer
  }
}
