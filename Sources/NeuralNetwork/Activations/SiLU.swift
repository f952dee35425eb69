extension Activation {
  /// z σ(z).
  public static let silu = Activation(
    name: "silu", title: "SiLU", symbol: "zσ", asciiSymbol: "si",
    formula: "z σ(z)", derivativeFormula: "σ(z) + a (1 − σ(z))",
    summary: "A smooth ReLU that dips below 0; also called swish.",
    source: "Elfwing, Uchibe and Doya 2018",
    function: { z, _ in z * Elementary.sigmoid(z) },
    derivative: { z, a, _ in
      let share = Elementary.sigmoid(z)
      return share + a * (1 - share)
    },
    range: -0.2784646 ... .infinity, flatUpTo: -746)
}
