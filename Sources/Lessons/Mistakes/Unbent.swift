import NeuralNetwork

extension Mistake {
  /// What goes into an activation where what comes out is asked for, or the other way round.
  static let unbent = Mistake(name: "unbent") { value, situation in
    guard let quantity = situation.quantity, let run = situation.end,
      let (other, words) = quantity.otherSide(depth: run.depth)
    else { return nil }
    return situation.isLikely(value, if: other.value(in: run)) ? words : nil
  }
}

extension Quantity {
  /// What is on the other side of a unit's activation, and what to say to one who took it for this.
  fileprivate func otherSide(depth: Int) -> (Quantity, String)? {
    let (before, after) = ("That is z: now put it through f.", "That is f(z): z comes before f.")
    switch kind {
    case .activation(let layer, let unit):
      return (Quantity(.preActivation(layer: layer, unit: unit), sample: sample), before)
    case .output(let unit):
      return (Quantity(.preActivation(layer: depth, unit: unit), sample: sample), before)
    case .preActivation(let layer, let unit):
      return (Quantity(.activation(layer: layer, unit: unit), sample: sample), after)
    default: return nil
    }
  }
}
