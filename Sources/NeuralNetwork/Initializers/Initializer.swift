/// How the weights of a layer start; biases start at 0.
///
/// n_in and n_out are the layer's inputs and units. To add one, write a file that ends in its record, and put the record into `all`.
public struct Initializer: ListedRecord {
  /// The layer whose weights are drawn.
  struct Shape {
    let inputs, units: Int
    /// The number that goes with constant, normal and uniform.
    let value: Double
  }

  /// The name that files use.
  public let name: String
  /// As a menu shows it.
  public let title: String
  /// What the weights are, as a formula.
  public let formula: String
  /// What it is good for, in a sentence.
  public let summary: String
  /// Where it was first described; nil where that is nobody's.
  public internal(set) var source: String?
  /// The constant, deviation or limit, where it is part of the recipe.
  public internal(set) var value: Double?
  /// The weights, `units` rows of `inputs` numbers.
  let draw: @Sendable (Shape, inout RandomStream) -> Matrix
}

extension Initializer {
  /// Every one, in the order of a menu, with the usual constant, deviation or limit.
  public static let all: [Initializer] = [
    .zeros, .constant(0), .normal(deviation: 0.1), .uniform(limit: 0.1), .xavier, .xavierUniform,
    .he, .heUniform, .orthogonal,
  ]

  /// The initializer of a name; `value` is the constant, deviation or limit of the three that have one.
  public init?(name: String, value: Double? = nil) {
    self.init(named: name)
    if self.value != nil, let value { self.value = value }
  }

  /// Weights for a layer, `units` rows of `inputs` numbers.
  func weights(units: Int, inputs: Int, from stream: inout RandomStream) -> Matrix {
    draw(Shape(inputs: inputs, units: units, value: value ?? 0), &stream)
  }

  /// One draw for each weight, unit by unit.
  static func each(
    _ weight: @escaping @Sendable (Shape, inout RandomStream) -> Double
  ) -> @Sendable (Shape, inout RandomStream) -> Matrix {
    { shape, stream in
      var weights = Matrix(rows: shape.units, columns: shape.inputs)
      for index in weights.elements.indices { weights.elements[index] = weight(shape, &stream) }
      return weights
    }
  }

  /// Of one kind and with the same value.
  public static func == (left: Initializer, right: Initializer) -> Bool {
    left.name == right.name && left.value == right.value
  }

  /// Kind and value, as in ==.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(value)
  }
}

extension Initializer.Shape {
  /// n_in.
  var fanIn: Double { Double(inputs) }
  /// n_in + n_out.
  var fanBoth: Double { Double(inputs + units) }
}

extension RandomStream {
  /// A number from (−1, 1).
  mutating func symmetric() -> Double { 2 * uniform() - 1 }
}
