internal import CKernels

extension Loss {
  /// Huber's loss is quadratic up to this error and linear beyond.
  static let huberEdge = 1.0

  /// Σ h(y − t) / (B K), h(e) = e²/2 if |e| ≤ 1, else |e| − 1/2.
  public static let huber = Loss(
    name: "huber", title: "Huber",
    formula: "Σ h(y − t) / (B K), h(e) = e²/2 if |e| ≤ 1, else |e| − 1/2",
    derivativeFormula: "y − t if |y − t| ≤ 1, else sign(y − t)",
    derivativeCase: { y, t in abs(y - t) <= huberEdge ? "y − t" : "sign(y − t)" },
    summary:
      "Squared for small errors, absolute for large ones: smooth, and patient with outliers.",
    source: "Huber 1964",
    value: { y, t in
      let error = abs(y - t)
      return error <= huberEdge ? error * error / 2 : huberEdge * (error - huberEdge / 2)
    },
    derivative: { y, t in max(-huberEdge, min(huberEdge, y - t)) },
    kinks: { t in [t - huberEdge, t + huberEdge] },
    aliases: ["huberloss", "smoothl1", "smoothl1loss"],
    kernel: dk_loss_huber, kernelParameter: huberEdge)
}
