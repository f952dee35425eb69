/// What the objective's slope is over all samples that a run learns from, and never over a batch alone.
extension Run {
  /// ∂objective/∂θ in the layout of the parameters.
  ///
  /// Where an update works on part of the samples it takes a walk through all of them, as the diagnoses do.
  var objectiveGradients: [Double] {
    isBatchWhole ? step.gradients : sampleFigures.spoiledGradients ?? sampleFigures.gradients
  }

  /// That of one parameter.
  func objectiveGradient(_ index: ParameterIndex) -> Double {
    isBatchWhole
      ? step.gradient(index) : objectiveGradients[plan.network.checkedOffset(of: index)]
  }

  /// What a difference quotient says that the slope along one parameter is.
  func numericGradient(_ index: ParameterIndex) -> Double {
    guard !isBatchWhole else { return GradientCheck.check(index, in: self).numerical }
    let (walk, offset) = (SampleWalk(self), plan.network.checkedOffset(of: index))
    let h = GradientCheck.usualStep
    let (above, below) = (
      walk.objective(moving: offset, by: h), walk.objective(moving: offset, by: -h)
    )
    return (above - below) / (2 * h)
  }
}
