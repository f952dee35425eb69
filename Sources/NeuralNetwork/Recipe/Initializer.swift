/// How the weights of a layer start; biases start at 0.
///
/// n_in and n_out are the layer's inputs and units.
public enum Initializer: Hashable, Sendable {
  /// Every weight 0.
  case zeros
  /// Every weight this number.
  case constant(Double)
  /// Normal with mean 0 and this deviation.
  case normal(deviation: Double)
  /// Uniform between −limit and limit.
  case uniform(limit: Double)
  /// Normal with deviation √(2 / (n_in + n_out)) (Glorot and Bengio 2010).
  case xavier
  /// Uniform with limit √(6 / (n_in + n_out)).
  case xavierUniform
  /// Normal with deviation √(2 / n_in) (He et al. 2015).
  case he
  /// Uniform with limit √(6 / n_in).
  case heUniform
  /// Rows (or columns, whichever are fewer) of length 1 at right angles (Saxe et al. 2014).
  case orthogonal

  /// Every one, in the order of a menu, with the usual constant, deviation or limit.
  public static let all: [Initializer] = [
    .zeros, .constant(0), .normal(deviation: 0.1), .uniform(limit: 0.1), .xavier, .xavierUniform,
    .he, .heUniform, .orthogonal,
  ]

  /// The names that files use, in the order of a menu.
  public static let names = all.map(\.name)

  /// The initializer of a name; `value` is the constant, deviation or limit of the three that have one.
  public init?(name: String, value: Double? = nil) {
    guard let usual = Self.all.first(where: { $0.name == name }) else { return nil }
    self = value.map(usual.with) ?? usual
  }

  /// The name that files use.
  public var name: String {
    switch self {
    case .zeros: "zeros"
    case .constant: "constant"
    case .normal: "normal"
    case .uniform: "uniform"
    case .xavier: "xavier"
    case .xavierUniform: "xavier_uniform"
    case .he: "he"
    case .heUniform: "he_uniform"
    case .orthogonal: "orthogonal"
    }
  }

  /// The constant, deviation or limit, where it is part of the recipe.
  public var value: Double? {
    switch self {
    case .constant(let value), .normal(let value), .uniform(let value): value
    default: nil
    }
  }

  /// The same with another constant, deviation or limit, where it has one.
  private func with(_ value: Double) -> Initializer {
    switch self {
    case .constant: .constant(value)
    case .normal: .normal(deviation: value)
    case .uniform: .uniform(limit: value)
    default: self
    }
  }

  /// Weights for a layer, `units` rows of `inputs` numbers.
  func weights(units: Int, inputs: Int, from stream: inout RandomStream) -> Matrix {
    if self == .orthogonal { return orthogonalMatrix(units, inputs, from: &stream) }
    var weights = Matrix(rows: units, columns: inputs)
    for index in weights.elements.indices {
      weights.elements[index] = weight(units, inputs, from: &stream)
    }
    return weights
  }

  private func weight(_ units: Int, _ inputs: Int, from stream: inout RandomStream) -> Double {
    let (fanIn, both) = (Double(inputs), Double(inputs + units))
    switch self {
    case .zeros, .orthogonal: return 0
    case .constant(let value): return value
    case .normal(let deviation): return deviation * stream.normal()
    case .uniform(let limit): return limit * (2 * stream.uniform() - 1)
    case .xavier: return (2 / both).squareRoot() * stream.normal()
    case .xavierUniform: return (6 / both).squareRoot() * (2 * stream.uniform() - 1)
    case .he: return (2 / fanIn).squareRoot() * stream.normal()
    case .heUniform: return (6 / fanIn).squareRoot() * (2 * stream.uniform() - 1)
    }
  }
}

/// A normal matrix whose shorter side is made orthonormal, vector after vector (modified Gram-Schmidt).
private func orthogonalMatrix(
  _ units: Int, _ inputs: Int, from stream: inout RandomStream
) -> Matrix {
  let (count, length) = (min(units, inputs), max(units, inputs))
  var vectors: [[Double]] = []
  while vectors.count < count {
    var vector = (0..<length).map { _ in stream.normal() }
    for other in vectors {
      let share = zip(vector, other).reduce(0) { $0 + $1.0 * $1.1 }
      for index in vector.indices { vector[index] -= share * other[index] }
    }
    let norm = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    // A vector almost within the span of the others is drawn again.
    if norm > 1e-6 { vectors.append(vector.map { $0 / norm }) }
  }
  var weights = Matrix(rows: units, columns: inputs)
  for unit in 0..<units {
    for input in 0..<inputs {
      weights[unit, input] = units <= inputs ? vectors[unit][input] : vectors[input][unit]
    }
  }
  return weights
}
