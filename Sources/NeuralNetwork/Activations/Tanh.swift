internal import CKernels

extension Activation {
  /// tanh z.
  public static let tanh = Activation(
    name: "tanh", title: "tanh", symbol: "th", asciiSymbol: "th",
    formula: "tanh z", derivativeFormula: "1 − a²",
    summary: "From −1 to 1 with slope 1 at 0; it flattens where z is far from 0.",
    function: { z, _ in Elementary.tanh(z) }, derivative: { _, a, _ in 1 - a * a },
    range: -1...1, steepest: 1,
    kernel: dk_activation_tanh)
}
