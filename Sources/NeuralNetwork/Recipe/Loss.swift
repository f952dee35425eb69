/// What training makes small.
///
/// B samples in the batch, K outputs; y is an output, t its target.
public enum Loss: String, CaseIterable, Hashable, Sendable {
  /// Σ (y − t)² / (B K).
  case meanSquaredError = "mse"
  /// Σ (y − t)² / (2 B K).
  case halfMeanSquaredError = "half_mse"
  /// Σ |y − t| / (B K).
  case meanAbsoluteError = "mae"
  /// Σ h(y − t) / (B K), h(e) = e²/2 if |e| ≤ 1, else |e| − 1/2.
  case huber
  /// −Σ [t ln y + (1 − t) ln(1 − y)] / (B K), for sigmoid outputs.
  case binaryCrossEntropy = "bce"
  /// −Σ t ln y / B, for softmax outputs.
  case categoricalCrossEntropy = "cce"
  /// Σ max(0, −s z) / (B K), s = 2 t − 1, for step outputs.
  case perceptron
}

extension Loss {
  /// Huber's loss is quadratic up to this error and linear beyond.
  static let huberEdge = 1.0

  /// Everything there is to say about one loss.
  public struct Definition: Sendable {
    /// As a menu shows it.
    public let title: String
    /// The loss of a batch as a formula.
    public let formula: String
    /// The derivative of one output's share, ∂/∂y, as a formula.
    public let derivativeFormula: String
    /// One output's share before the mean is taken.
    ///
    /// For the perceptron loss y stands for z.
    public let value: @Sendable (_ y: Double, _ t: Double) -> Double
    /// ∂/∂y of one output's share.
    ///
    /// At a kink it is the value the engine uses.
    public let derivative: @Sendable (_ y: Double, _ t: Double) -> Double
    /// The only activation of the output layer that the loss goes with; nil: any.
    public let output: Activation?
  }

  /// The value and its derivative side by side.
  public var definition: Definition {
    switch self {
    case .meanSquaredError:
      Definition(
        title: "mean squared error", formula: "Σ (y − t)² / (B K)",
        derivativeFormula: "2 (y − t)",
        value: { y, t in (y - t) * (y - t) }, derivative: { y, t in 2 * (y - t) }, output: nil)
    case .halfMeanSquaredError:
      Definition(
        title: "half mean squared error", formula: "Σ (y − t)² / (2 B K)",
        derivativeFormula: "y − t",
        value: { y, t in (y - t) * (y - t) / 2 }, derivative: { y, t in y - t }, output: nil)
    case .meanAbsoluteError:
      Definition(
        title: "mean absolute error", formula: "Σ |y − t| / (B K)",
        derivativeFormula: "sign(y − t), 0 at y = t",
        value: { y, t in abs(y - t) }, derivative: { y, t in sign(y - t) }, output: nil)
    case .huber:
      Definition(
        title: "Huber", formula: "Σ h(y − t) / (B K), h(e) = e²/2 if |e| ≤ 1, else |e| − 1/2",
        derivativeFormula: "y − t within ±1, else its sign",
        value: { y, t in
          let error = abs(y - t)
          return error <= Self.huberEdge
            ? error * error / 2 : Self.huberEdge * (error - Self.huberEdge / 2)
        },
        derivative: { y, t in max(-Self.huberEdge, min(Self.huberEdge, y - t)) }, output: nil)
    case .binaryCrossEntropy:
      Definition(
        title: "binary cross-entropy", formula: "−Σ [t ln y + (1 − t) ln(1 − y)] / (B K)",
        derivativeFormula: "(y − t) / (y (1 − y))",
        value: { y, t in -(weighted(t, y) + weighted(1 - t, 1 - y)) },
        derivative: { y, t in (y - t) / (y * (1 - y)) }, output: .sigmoid)
    case .categoricalCrossEntropy:
      Definition(
        title: "categorical cross-entropy", formula: "−Σ t ln y / B", derivativeFormula: "−t / y",
        value: { y, t in -weighted(t, y) }, derivative: { y, t in -t / y }, output: .softmax)
    case .perceptron:
      Definition(
        title: "perceptron", formula: "Σ max(0, −s z) / (B K), s = 2 t − 1",
        derivativeFormula: "step(z) − t",
        value: { z, t in ((z >= 0 ? 1 : 0) - t) * z },
        derivative: { z, t in (z >= 0 ? 1 : 0) - t }, output: .step)
    }
  }

  /// What the sum over samples and outputs is divided by.
  public func divisor(rows: Int, outputs: Int) -> Double {
    self == .categoricalCrossEntropy ? Double(rows) : Double(rows * outputs)
  }
}

/// −1, 0 or 1.
@inline(__always) func sign(_ x: Double) -> Double { x > 0 ? 1 : (x < 0 ? -1 : 0) }

/// t ln y, and 0 where t is 0 whatever y.
private func weighted(_ t: Double, _ y: Double) -> Double { t == 0 ? 0 : t * Elementary.log(y) }
