import NeuralNetwork

extension Mistake {
  /// The whole gradient as a step, without the learning rate.
  static let forgottenRate = Mistake(name: "forgotten rate") { value, situation in
    guard let step = situation.run?.step else { return nil }
    var mistaken: Double?
    if case .change(let index)? = situation.quantity?.kind { mistaken = -step.gradient(index) }
    if let index = situation.movedParameter { mistaken = step.before(index) - step.gradient(index) }
    return situation.isLikely(value, if: mistaken)
      ? "The gradient is not the step yet: the learning rate is a factor of it." : nil
  }
}
