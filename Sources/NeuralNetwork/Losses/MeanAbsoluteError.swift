internal import CKernels

extension Loss {
  /// Σ |y − t| / (B K); its derivative at y = t is 0.
  public static let meanAbsoluteError = Loss(
    name: "mae", title: "mean absolute error",
    formula: "Σ |y − t| / (B K)", derivativeFormula: "sign(y − t)",
    summary: "For numbers with outliers: every error pulls equally hard, however large.",
    source: "Laplace 1774",
    value: { y, t in abs(y - t) }, derivative: { y, t in sign(y - t) },
    kinks: { t in [t] }, aliases: ["meanabsoluteerror", "l1loss"],
    kernel: dk_loss_mae)
}
