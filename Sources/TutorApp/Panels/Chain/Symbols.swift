import NeuralNetwork

extension Network {
  /// Whether every layer has one unit, so that a layer's number says it all: w₂, a₁.
  private var isChain: Bool { layers.allSatisfy { $0.units == 1 } }

  /// a₂ where the layer has one unit, a₂[1] elsewhere.
  func symbol(_ letter: String, layer: Int, unit: Int) -> String {
    let name = depth == 1 && isChain ? letter : letter + subscripted(layer)
    return layers[layer - 1].units == 1 ? name : "\(name)[\(unit)]"
  }

  /// Whether the network is one unit, so that an input's number says which weight it is.
  private var isOneUnit: Bool { depth == 1 && isChain && inputCount > 1 }

  /// w₂ or b₁ in a chain of single units, w₂ of the second input of a unit alone; w₂[1,3] and b₂[1] elsewhere.
  func symbol(_ parameter: ParameterIndex) -> String {
    let number = depth == 1 ? "" : subscripted(parameter.layer)
    let isSingle = isChain && inputCount == 1
    return switch parameter.kind {
    case .weight(_, let input) where isOneUnit: "w" + subscripted(input)
    case .weight(let unit, let input): "w\(number)" + (isSingle ? "" : "[\(unit),\(input)]")
    case .bias(let unit): "b\(number)" + (isChain ? "" : "[\(unit)]")
    case .gamma(let unit): "γ\(number)[\(unit)]"
    case .beta(let unit): "β\(number)[\(unit)]"
    }
  }
}
