@testable import NeuralNetwork

extension Loss {
  /// Σ ln cosh(y − t) / (B K).
  public static let logCosh = Loss(
    name: "log_cosh", title: "log-cosh", formula: "Σ ln cosh(y − t) / (B K)",
    derivativeFormula: "tanh(y − t)", summary: "Like Huber, without an edge.",
    value: { y, t in Elementary.softplus(2 * (y - t)) - (y - t) - Elementary.log(2) },
    derivative: { y, t in Elementary.tanh(y - t) })
}
