internal import CKernels

extension Loss {
  /// −Σ t ln y / B, for softmax outputs.
  ///
  /// The kernel works from z, so that small losses keep their digits and large ones stay finite.
  public static let categoricalCrossEntropy = Loss(
    name: "cce", title: "categorical cross-entropy",
    formula: "−Σ t ln y / B", derivativeFormula: "−t / y",
    summary: "For one of several classes: what the softmax output of the right class cost.",
    source: "Bridle 1990",
    value: { y, t in -weightedLogarithm(t, y) }, derivative: { y, t in -t / y },
    mean: .overSamples, output: .softmax, targets: .shares, isForClasses: true,
    aliases: ["categoricalcrossentropy", "sparsecategoricalcrossentropy", "nllloss"],
    kernel: dk_loss_cce)
}
