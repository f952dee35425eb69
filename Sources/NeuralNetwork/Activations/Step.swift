extension Activation {
  /// 1 if z ≥ 0, else 0.
  public static let step = Activation(
    name: "step", title: "step", symbol: "H", asciiSymbol: "H",
    formula: "1 if z ≥ 0, else 0", derivativeFormula: "0",
    summary: "Fires or does not; no error comes back through it.",
    source: "McCulloch and Pitts 1943",
    function: { z, _ in z >= 0 ? 1 : 0 }, derivative: { _, _, _ in 0 },
    range: 0...1, kinks: [0], isForClasses: true, passesErrors: false)
}
