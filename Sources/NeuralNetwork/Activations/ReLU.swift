internal import CKernels

extension Activation {
  /// max(0, z).
  public static let relu = Activation(
    name: "relu", title: "ReLU", symbol: "⌐", asciiSymbol: "r",
    formula: "max(0, z)", derivativeFormula: "1 if z > 0, else 0",
    summary: "Passes what is positive and nothing else; a unit that is never positive is dead.",
    source: "Nair and Hinton 2010",
    function: { z, _ in z > 0 ? z : 0 }, derivative: { z, _, _ in z > 0 ? 1 : 0 },
    range: 0 ... .infinity, flatUpTo: 0, kinks: [0],
    kernel: dk_activation_relu)
}
