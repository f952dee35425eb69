extension Loss {
  /// Σ max(0, 1 − s y) / (B K), s = 2 t − 1, for targets of 0 or 1.
  ///
  /// An output above 0 says yes; linear outputs go with it.
  public static let hinge = Loss(
    name: "hinge", title: "hinge",
    formula: "Σ max(0, 1 − s y) / (B K), s = 2 t − 1", derivativeFormula: "−s if s y < 1, else 0",
    derivativeCase: { y, t in (2 * t - 1) * y < 1 ? "−s" : "0" },
    summary: "For yes or no: costs nothing once an output is on the right side of 0 by 1.",
    source: "Cortes and Vapnik 1995",
    value: { y, t in max(0, 1 - (2 * t - 1) * y) },
    derivative: { y, t in (2 * t - 1) * y < 1 ? 1 - 2 * t : 0 },
    kinks: { t in [2 * t - 1] },
    targets: .labels, isForClasses: true, boundary: 0)
}
