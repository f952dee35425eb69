@testable import NeuralNetwork

extension Activation {
  /// z / (1 + |z|).
  public static let softsign = Activation(
    name: "softsign", title: "softsign", symbol: "ss", asciiSymbol: "ss",
    formula: "z / (1 + |z|)", derivativeFormula: "(1 − |a|)²",
    summary: "From −1 to 1, and slow to flatten.", source: "Bergstra et al. 2009",
    function: { z, _ in z / (1 + abs(z)) }, derivative: { _, a, _ in (1 - abs(a)) * (1 - abs(a)) },
    range: -1...1, steepest: 1)
}
