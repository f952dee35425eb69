import NeuralNetwork

extension Mistake {
  /// A step along the gradient, not against it.
  static let uphill = Mistake(name: "uphill") { value, situation in
    guard let index = situation.movedParameter, let step = situation.run?.step else { return nil }
    let mistaken = step.before(index) - step.change(index)
    return situation.isLikely(value, if: mistaken)
      ? "That step goes uphill: the gradient points to where the loss grows." : nil
  }
}
