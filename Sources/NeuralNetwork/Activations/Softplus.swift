extension Activation {
  /// ln(1 + e^z).
  public static let softplus = Activation(
    name: "softplus", title: "softplus", symbol: "s₊", asciiSymbol: "s+",
    formula: "ln(1 + e^z)", derivativeFormula: "σ(z)",
    summary: "A ReLU with its corner rounded off: always positive.",
    source: "Dugas et al. 2001",
    function: { z, _ in Elementary.softplus(z) },
    derivative: { z, _, _ in Elementary.sigmoid(z) },
    range: 0 ... .infinity, flatUpTo: -746)
}
