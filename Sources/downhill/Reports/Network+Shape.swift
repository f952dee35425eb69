import NeuralNetwork

extension Network {
  /// The units of every layer, the inputs first: `2-4-1`.
  var shapeText: String { shape.map(String.init).joined(separator: "-") }
}
