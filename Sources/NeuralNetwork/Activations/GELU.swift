extension Activation {
  /// z Φ(z), with Φ the share of a normal distribution below z.
  public static let gelu = Activation(
    name: "gelu", title: "GELU", symbol: "G", asciiSymbol: "ge",
    formula: "z Φ(z)", derivativeFormula: "Φ(z) + z φ(z)",
    summary: "A smooth ReLU that dips below 0: the usual choice of transformers.",
    source: "Hendrycks and Gimpel 2016",
    function: { z, _ in z * Elementary.normalShare(below: z) },
    derivative: { z, _, _ in
      Elementary.normalShare(below: z) + z * Elementary.normalDensity(z)
    },
    range: -0.1700408 ... .infinity, flatUpTo: -39)
}
