internal import CKernels

extension Loss {
  /// Σ (y − t)² / (B K).
  public static let meanSquaredError = Loss(
    name: "mse", title: "mean squared error",
    formula: "Σ (y − t)² / (B K)", derivativeFormula: "2 (y − t)",
    summary: "For numbers: an error twice as large counts four times.",
    source: "Legendre 1805",
    value: { y, t in (y - t) * (y - t) }, derivative: { y, t in 2 * (y - t) },
    curvature: 2, aliases: ["meansquarederror", "mseloss", "squarederror"],
    kernel: dk_loss_mse)
}
