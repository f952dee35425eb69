internal import CKernels

extension Loss {
  /// −Σ [t ln y + (1 − t) ln(1 − y)] / (B K), for sigmoid outputs.
  ///
  /// The kernel works from z, so that small losses keep their digits and large ones stay finite.
  public static let binaryCrossEntropy = Loss(
    name: "bce", title: "binary cross-entropy",
    formula: "−Σ [t ln y + (1 − t) ln(1 − y)] / (B K)", derivativeFormula: "(y − t) / (y (1 − y))",
    summary: "For yes or no: the less a sigmoid output believed what was true, the more it costs.",
    source: "Good 1952",
    value: { y, t in -(weightedLogarithm(t, y) + weightedLogarithm(1 - t, 1 - y)) },
    derivative: { y, t in (y - t) / (y * (1 - y)) },
    output: .sigmoid, targets: .shares, isForClasses: true,
    aliases: ["binarycrossentropy", "bceloss", "bcewithlogits", "bcewithlogitsloss"],
    kernel: dk_loss_bce)
}
