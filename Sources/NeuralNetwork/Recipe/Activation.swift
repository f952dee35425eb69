/// The function f of a layer: a = f(z).
///
/// Files, messages and tests all read this one list.
public enum Activation: String, CaseIterable, Hashable, Sendable {
  /// z.
  case linear
  /// 1 / (1 + e^−z).
  case sigmoid
  /// tanh z.
  case tanh
  /// max(0, z).
  case relu
  /// z if z > 0, else slope · z.
  case leakyRelu = "leaky_relu"
  /// e^zⱼ / Σₖ e^zₖ, in the output layer only.
  case softmax
  /// 1 if z ≥ 0, else 0.
  case step
}

extension Activation {
  /// Everything there is to say about one activation.
  public struct Definition: Sendable {
    /// As a menu shows it.
    public let title: String
    /// What stands in the unit's circle.
    public let symbol: String
    /// f(z) as a formula.
    public let formula: String
    /// f′ as a formula of z or a.
    public let derivativeFormula: String
    /// f(z); the second argument is the slope of leaky ReLU.
    ///
    /// For softmax: the share against one rival at 0.
    public let function: @Sendable (_ z: Double, _ slope: Double) -> Double
    /// f′(z), given z, a = f(z) and the slope.
    ///
    /// At a kink it is the value the engine uses.
    public let derivative: @Sendable (_ z: Double, _ a: Double, _ slope: Double) -> Double
    /// The largest value of f′, or nil where f is not bounded on both sides and cannot saturate.
    public let steepest: Double?
    /// Where f′ jumps: a finite difference across this z proves nothing.
    public let kink: Double?
  }

  /// The function and its derivative side by side.
  public var definition: Definition {
    switch self {
    case .linear:
      Definition(
        title: "linear", symbol: "/", formula: "z", derivativeFormula: "1",
        function: { z, _ in z }, derivative: { _, _, _ in 1 }, steepest: nil, kink: nil)
    case .sigmoid:
      Definition(
        title: "sigmoid", symbol: "σ", formula: "1 / (1 + e^−z)", derivativeFormula: "a (1 − a)",
        function: { z, _ in Elementary.sigmoid(z) }, derivative: { _, a, _ in a * (1 - a) },
        steepest: 0.25, kink: nil)
    case .tanh:
      Definition(
        title: "tanh", symbol: "tanh", formula: "tanh z", derivativeFormula: "1 − a²",
        function: { z, _ in Elementary.tanh(z) }, derivative: { _, a, _ in 1 - a * a },
        steepest: 1, kink: nil)
    case .relu:
      Definition(
        title: "ReLU", symbol: "⌐", formula: "max(0, z)", derivativeFormula: "1 if z > 0, else 0",
        function: { z, _ in z > 0 ? z : 0 }, derivative: { z, _, _ in z > 0 ? 1 : 0 },
        steepest: nil, kink: 0)
    case .leakyRelu:
      Definition(
        title: "leaky ReLU", symbol: "⌐ₗ", formula: "z if z > 0, else slope · z",
        derivativeFormula: "1 if z > 0, else slope",
        function: { z, slope in z > 0 ? z : slope * z },
        derivative: { z, _, slope in z > 0 ? 1 : slope }, steepest: nil, kink: 0)
    case .softmax:
      Definition(
        title: "softmax", symbol: "Σ", formula: "e^zⱼ / Σₖ e^zₖ",
        derivativeFormula: "aⱼ (1 − aⱼ), and −aⱼ aₖ for zₖ",
        function: { z, _ in Elementary.sigmoid(z) }, derivative: { _, a, _ in a * (1 - a) },
        steepest: nil, kink: nil)
    case .step:
      Definition(
        title: "step", symbol: "⎍", formula: "1 if z ≥ 0, else 0", derivativeFormula: "0",
        function: { z, _ in z >= 0 ? 1 : 0 }, derivative: { _, _, _ in 0 }, steepest: nil, kink: 0)
    }
  }
}
