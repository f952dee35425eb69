extension Activation {
  /// z if z > 0, else e^z − 1.
  public static let elu = Activation(
    name: "elu", title: "ELU", symbol: "e", asciiSymbol: "e",
    formula: "z if z > 0, else e^z − 1", derivativeFormula: "1 if z > 0, else a + 1",
    summary: "A ReLU that bends down to −1, so that its units do not die and average near 0.",
    source: "Clevert, Unterthiner and Hochreiter 2016",
    function: { z, _ in z > 0 ? z : Elementary.expMinusOne(z) },
    derivative: { z, a, _ in z > 0 ? 1 : a + 1 },
    range: -1 ... .infinity, flatUpTo: -38, kinks: [0])
}
