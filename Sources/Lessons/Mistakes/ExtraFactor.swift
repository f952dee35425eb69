import NeuralNetwork

extension Mistake {
  /// One factor too many in a gradient: one of the chain twice, or the learning rate.
  static let extraFactor = Mistake(name: "extra factor") { value, situation in
    guard let run = situation.run else { return nil }
    let rate = ChainFactor(name: "the learning rate", value: run.step.learningRate)
    let factor = ([rate] + ChainFactor.all(for: situation)).first {
      abs($0.value) != 1
        && situation.isLikely(value, if: situation.expected(gradientTimes: $0.value))
    }
    return factor.map { "There is a factor too many: \($0.name)." }
  }
}
