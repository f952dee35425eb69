import NeuralNetwork

extension Mistake {
  /// The weights after the update where those before it carry the error back.
  static let updatedWeight = Mistake(name: "updated weight") { value, situation in
    guard let run = situation.run, let quantity = situation.quantity, quantity.isOfAGradient else {
      return nil
    }
    var later = run
    later.train(updates: 1)
    return situation.isLikely(value, if: quantity.value(in: later))
      ? "That is with the new weights: the error goes back through the old ones." : nil
  }
}

extension Quantity {
  fileprivate var isOfAGradient: Bool {
    switch kind {
    case .gradient, .delta: true
    default: false
    }
  }
}
