internal import CKernels

extension Activation {
  /// z if z > 0, else slope · z.
  public static let leakyRelu = Activation(
    name: "leaky_relu", title: "leaky ReLU", symbol: "⌐ₗ", asciiSymbol: "lr",
    formula: "z if z > 0, else slope · z", derivativeFormula: "1 if z > 0, else slope",
    summary: "A ReLU that lets a little through below 0, so that no unit dies.",
    source: "Maas, Hannun and Ng 2013",
    function: { z, slope in z > 0 ? z : slope * z },
    derivative: { z, _, slope in z > 0 ? 1 : slope },
    kinks: [0], hasSlope: true,
    kernel: dk_activation_leaky_relu)
}
