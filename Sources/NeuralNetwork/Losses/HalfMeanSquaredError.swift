internal import CKernels

extension Loss {
  /// Σ (y − t)² / (2 B K).
  public static let halfMeanSquaredError = Loss(
    name: "half_mse", title: "half mean squared error",
    formula: "Σ (y − t)² / (2 B K)", derivativeFormula: "y − t",
    summary:
      "Half the mean squared error, as many books write it: the 2 of the derivative cancels.",
    value: { y, t in (y - t) * (y - t) / 2 }, derivative: { y, t in y - t },
    curvature: 1,
    kernel: dk_loss_half_mse)
}
