import NeuralNetwork

extension Mistake {
  /// Percent where a share is meant, or the other way round where percent are asked for.
  static let percent = Mistake(name: "percent") { value, situation in
    if abs(situation.expected) <= 1, situation.isLikely(value, if: situation.expected * 100) {
      // With a rate of 0.01 the same number comes of a step without its rate.
      return situation.run.map { abs($0.learningRate - 0.01) < 1e-12 } == true
        ? "That is a hundred times as much: is it in percent, or without the learning rate, 0.01?"
        : "That is in percent: as a share it is a hundredth."
    }
    return situation.asksForPercent && situation.isLikely(value, if: situation.expected / 100)
      ? "That is a share: in percent it is a hundred times as much." : nil
  }
}
