extension Network {
  /// The parameter itself, or where the network lacks it the one at the nearest place: of the same kind if the layer has
  /// such, or else a weight.
  public func nearest(to index: ParameterIndex) -> ParameterIndex {
    let number = min(max(1, index.layer), depth)
    let layer = layers[number - 1]
    let moved = ParameterIndex(layer: number, kind: layer.nearest(to: index.kind))
    return contains(moved) ? moved : .weight(layer: number, unit: moved.unit, input: 1)
  }
}

extension Layer {
  /// The kind with units and inputs that the layer has.
  fileprivate func nearest(to kind: ParameterIndex.Kind) -> ParameterIndex.Kind {
    func inside(_ number: Int, _ count: Int) -> Int { min(max(1, number), count) }
    return switch kind {
    case .weight(let unit, let input):
      .weight(unit: inside(unit, units), input: inside(input, inputs))
    case .bias(let unit): .bias(unit: inside(unit, units))
    case .gamma(let unit): .gamma(unit: inside(unit, units))
    case .beta(let unit): .beta(unit: inside(unit, units))
    }
  }
}
