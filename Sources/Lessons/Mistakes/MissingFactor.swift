import NeuralNetwork

extension Mistake {
  /// One factor of the chain left out of a gradient.
  static let missingFactor = Mistake(name: "missing factor") { value, situation in
    guard let step = situation.run?.step, let top = situation.quantity?.chainEnd else { return nil }
    let factor = ChainFactor.all(in: step, above: top).first {
      $0.value != 0 && situation.isLikely(value, if: situation.expected / $0.value)
    }
    return factor.map { "A factor of the chain is missing: \($0.name)." }
  }
}

extension Quantity {
  /// The layer that a gradient goes back to; nil for what is none.
  fileprivate var chainEnd: Int? {
    switch kind {
    case .gradient(let index), .change(let index): index.layer
    case .delta(let layer, _): layer
    case .parameter(let index): index.layer
    default: nil
    }
  }
}

/// The numbers that are multiplied on the way back, for the first sample of a batch.
private struct ChainFactor {
  let name: String
  let value: Double

  /// Slopes and inputs of the layers from the last one to `layer`, and the weights between them.
  static func all(in step: TrainingStep, above layer: Int) -> [ChainFactor] {
    let network = step.network
    guard network.layers.indices.contains(layer - 1) else { return [] }
    return (layer...network.layers.count).flatMap { number -> [ChainFactor] in
      slopes(of: number, in: step) + inputs(of: number, in: step)
        + (number > layer ? weights(of: number, in: network) : [])
    }
  }

  private static func slopes(of number: Int, in step: TrainingStep) -> [ChainFactor] {
    let layer = step.network.layers[number - 1]
    guard layer.activation != .softmax else { return [] }
    return step.preActivations(layer: number).row(0).map { z in
      let a = layer.activation.function(z, layer.slope)
      return ChainFactor(
        name: "the slope f′(z) of layer \(number)",
        value: layer.activation.derivative(z, a, layer.slope))
    }
  }

  private static func inputs(of number: Int, in step: TrainingStep) -> [ChainFactor] {
    let row = number == 1 ? step.inputs.row(0) : step.activations(layer: number - 1).row(0)
    return row.map { ChainFactor(name: "the input that the weight stands at", value: $0) }
  }

  private static func weights(of number: Int, in network: Network) -> [ChainFactor] {
    network.parameterIndices.filter { $0.layer == number && $0.isWeight }.map {
      ChainFactor(name: "the weight \($0)", value: network[$0])
    }
  }
}

extension ParameterIndex {
  fileprivate var isWeight: Bool { if case .weight = kind { true } else { false } }
}
