internal import CKernels

extension Activation {
  /// z.
  public static let linear = Activation(
    name: "linear", title: "linear", symbol: "/", asciiSymbol: "/",
    formula: "z", derivativeFormula: "1",
    summary: "Hands z on unchanged: for outputs that are numbers of any size.",
    function: { z, _ in z }, derivative: { _, _, _ in 1 },
    kernel: dk_activation_linear)
}
