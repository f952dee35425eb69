import NeuralNetwork

extension Quantity {
  /// The layer that a gradient goes back to; nil for what is none.
  var chainEnd: Int? {
    switch kind {
    case .gradient(let index), .change(let index), .parameter(let index): index.layer
    case .delta(let layer, _): layer
    default: nil
    }
  }
}

/// The numbers that are multiplied on the way back, for the first sample of a batch.
struct ChainFactor {
  let name: String
  let value: Double
  /// Of a slope the activation that it is the slope of.
  var activation: Double?

  /// Slopes and inputs of the layers from the last one to the end of a quantity's chain, and the weights between them.
  static func all(for situation: Situation) -> [ChainFactor] {
    guard let step = situation.run?.step, let layer = situation.quantity?.chainEnd,
      step.network.layers.indices.contains(layer - 1)
    else { return [] }
    return (layer...step.network.layers.count).flatMap { number -> [ChainFactor] in
      slopes(of: number, in: step)
        // A bias has no input.
        + (number == layer && situation.asksForBias ? [] : inputs(of: number, in: step))
        + (number > layer ? weights(of: number, in: step.network) : [])
    }
  }

  private static func slopes(of number: Int, in step: TrainingStep) -> [ChainFactor] {
    let layer = step.network.layers[number - 1]
    guard layer.activation != .softmax else { return [] }
    return step.preActivations(layer: number).row(0).map { z in
      let a = layer.activation.function(z, layer.slope)
      return ChainFactor(
        name: "the slope f′(z) of layer \(number)",
        value: layer.activation.derivative(z, a, layer.slope), activation: a)
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
