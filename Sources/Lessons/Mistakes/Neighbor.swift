import NeuralNetwork

extension Mistake {
  /// The number of another unit, layer, parameter or sample.
  static let neighbor = Mistake(name: "neighbor") { value, situation in
    guard let quantity = situation.quantity, let run = situation.end else { return nil }
    let other = quantity.neighbors(in: run).first {
      situation.isLikely(value, if: $0.quantity.value(in: run))
    }
    return other.map { "That is the number of \($0.name)." }
  }
}
