import NeuralNetwork
import Platform

extension Mistake {
  /// A decimal logarithm where the natural one is meant.
  static let logarithm = Mistake(name: "logarithm") { value, situation in
    let isOfLogarithms = [.binaryCrossEntropy, .categoricalCrossEntropy].contains(
      situation.run?.experiment.loss)
    // A number that is no loss has no logarithm in it; one so large is no loss of these kinds.
    guard isOfLogarithms, abs(situation.expected) < 50 else { return nil }
    return situation.isLikely(value, if: situation.expected / log(10))
      ? "That is the decimal logarithm: the natural one is meant, ln." : nil
  }
}
