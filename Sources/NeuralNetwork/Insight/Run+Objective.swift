extension Run {
  /// The objective of the present step if one parameter had other values: for each value what `step.loss` would be after
  /// `apply(.parameter(parameter, value))`.
  ///
  /// Batch and dropout masks are those of the step; a value that is not finite gives NaN. The run stays as it is, and
  /// whatever the number of values it is copied once.
  /// - Precondition: the network contains the parameter.
  public func objectives(_ parameter: ParameterIndex, at values: [Double]) -> [Double] {
    guard let offset = plan.network.offset(of: parameter) else {
      preconditionFailure("there is no \(parameter) in a network of shape \(plan.network.shape)")
    }
    let trainer = Trainer(plan)
    trainer.stand(at: self)
    trainer.loadBatch()
    return values.map { value in
      trainer.arena.model[offset] = value
      return value.isFinite ? trainer.objective() : .nan
    }
  }
}
