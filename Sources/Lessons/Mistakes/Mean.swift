import NeuralNetwork

extension Mistake {
  /// A sum over the samples where their mean is meant, or the other way round.
  static let mean = Mistake(name: "mean") { value, situation in
    guard let run = situation.run, run.step.sampleCount > 1 else { return nil }
    let count = Double(run.step.sampleCount)
    if situation.isLikely(value, if: situation.expected * count) {
      return "That is the sum over the \(Int(count)) samples: divide by their number."
    }
    return situation.isLikely(value, if: situation.expected / count)
      ? "That is divided by the \(Int(count)) samples once too often." : nil
  }
}
