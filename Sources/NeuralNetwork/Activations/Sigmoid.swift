internal import CKernels

extension Activation {
  /// 1 / (1 + e^−z).
  public static let sigmoid = Activation(
    name: "sigmoid", title: "sigmoid", symbol: "σ", asciiSymbol: "s",
    formula: "1 / (1 + e^−z)", derivativeFormula: "a (1 − a)",
    summary: "From 0 to 1, to be read as a probability; it flattens where z is far from 0.",
    function: { z, _ in Elementary.sigmoid(z) }, derivative: { _, a, _ in a * (1 - a) },
    range: 0...1, steepest: 0.25, isForClasses: true,
    kernel: dk_activation_sigmoid)
}
