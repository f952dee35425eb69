/// The place of one parameter in a network.
///
/// Everything counts from 1, as in a book.
public struct ParameterIndex: Hashable, Sendable, CustomStringConvertible {
  /// What kind of parameter it is, and which one.
  public enum Kind: Hashable, Sendable {
    /// The weight that leads from an input (a unit of the layer before) into a unit.
    case weight(unit: Int, input: Int)
    /// What is added to the weighted sum of a unit.
    case bias(unit: Int)
    /// The scale of batch normalization.
    case gamma(unit: Int)
    /// The shift of batch normalization.
    case beta(unit: Int)
  }

  /// The weight layer, from 1.
  public var layer: Int
  /// What kind of parameter it is, and which one.
  public var kind: Kind

  /// The parameter of a layer.
  public init(layer: Int, kind: Kind) {
    self.layer = layer
    self.kind = kind
  }

  /// The weight from an input into a unit.
  public static func weight(layer: Int, unit: Int, input: Int) -> ParameterIndex {
    ParameterIndex(layer: layer, kind: .weight(unit: unit, input: input))
  }

  /// The bias of a unit.
  public static func bias(layer: Int, unit: Int) -> ParameterIndex {
    ParameterIndex(layer: layer, kind: .bias(unit: unit))
  }

  /// The unit the parameter belongs to, from 1.
  public var unit: Int {
    switch kind {
    case .weight(let unit, _), .bias(let unit), .gamma(let unit), .beta(let unit): unit
    }
  }

  /// The name that lessons use: `layer1.w[1,2]` is the weight into unit 1 from input 2.
  public var description: String {
    switch kind {
    case .weight(let unit, let input): "layer\(layer).w[\(unit),\(input)]"
    case .bias(let unit): "layer\(layer).b[\(unit)]"
    case .gamma(let unit): "layer\(layer).gamma[\(unit)]"
    case .beta(let unit): "layer\(layer).beta[\(unit)]"
    }
  }
}
