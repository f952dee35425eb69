internal import CKernels

extension Activation {
  /// e^zⱼ / Σₖ e^zₖ, in the output layer only.
  public static let softmax = Activation(
    name: "softmax", title: "softmax", symbol: "Σ", asciiSymbol: "sm",
    formula: "e^zⱼ / Σₖ e^zₖ", derivativeFormula: "aⱼ (1 − aⱼ), and −aⱼ aₖ for zₖ",
    summary: "Shares that add up to 1, one for each class.",
    source: "Bridle 1990",
    function: { z, _ in Elementary.sigmoid(z) }, derivative: { _, a, _ in a * (1 - a) },
    range: 0...1, place: .outputLayer, isForClasses: true,
    kernel: dk_activation_softmax)
}
