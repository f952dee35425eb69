extension Loss {
  /// Σ max(0, −s z) / (B K), s = 2 t − 1, for step outputs.
  ///
  /// It has no kernel: a step fires at z = 0 too.
  public static let perceptron = Loss(
    name: "perceptron", title: "perceptron",
    formula: "Σ max(0, −s z) / (B K), s = 2 t − 1", derivativeFormula: "step(z) − t",
    summary: "How far z is on the wrong side; its gradient is the perceptron rule.",
    source: "Rosenblatt 1958",
    value: { z, t in ((z >= 0 ? 1 : 0) - t) * z },
    derivative: { z, t in (z >= 0 ? 1 : 0) - t },
    argument: .preActivation, output: .step, targets: .labels, isForClasses: true)
}
