import NeuralNetwork

/// Writes a weight layer out as a file has it.
enum LayerWriter {
  /// A layer as a file writes it out.
  static func node(_ layer: LayerRecipe) -> YAMLNode {
    let isUsual = layer.initializer == .xavier
    let hasWeights = layer.explicit != nil
    return .group([
      ("units", hasWeights ? nil : YAMLNode(layer.units)),
      ("weights", layer.explicit.map { YAMLNode($0.weights) }), ("biases", biases(layer)),
      ("activation", YAMLNode(layer.activation.name)),
      ("init", hasWeights || isUsual ? nil : YAMLNode(layer.initializer.name)),
      ("scale", hasWeights ? nil : layer.initializer.value.map { YAMLNode($0) }),
      ("slope", layer.slope == 0.01 ? nil : YAMLNode(layer.slope)),
      ("batch_norm", layer.batchNorm.map(node)),
      ("residual", layer.isResidual ? YAMLNode(true) : nil),
      ("dropout", layer.dropout.map(node)), ("trainable", node(layer.trainable)),
    ])
  }

  private static func node(_ trainable: ParameterParts) -> YAMLNode? {
    if trainable == .all { return nil }
    if trainable.isEmpty { return YAMLNode(false) }
    return .group(
      LayerParser.parts.filter { !trainable.contains($0.part) }.map { ($0.name, YAMLNode(false)) })
  }

  private static func biases(_ layer: LayerRecipe) -> YAMLNode? {
    if let explicit = layer.explicit { return explicit.biases.map { YAMLNode($0) } }
    let isUsual = layer.hasBiases == (layer.batchNorm == nil)
    return isUsual ? nil : YAMLNode(layer.hasBiases)
  }

  private static func node(_ batchNorm: BatchNormRecipe) -> YAMLNode {
    guard batchNorm != BatchNormRecipe() else { return YAMLNode(true) }
    return .group([
      ("gamma", batchNorm.gamma.map { YAMLNode($0) }),
      ("beta", batchNorm.beta.map { YAMLNode($0) }),
      ("mean", batchNorm.mean.map { YAMLNode($0) }),
      ("variance", batchNorm.variance.map { YAMLNode($0) }),
      ("eps", batchNorm.epsilon == 1e-5 ? nil : YAMLNode(batchNorm.epsilon)),
    ])
  }

  private static func node(_ dropout: DropoutRecipe) -> YAMLNode {
    guard let masks = dropout.masks else { return YAMLNode(dropout.rate) }
    return .group([
      ("rate", YAMLNode(dropout.rate)), ("masks", YAMLNode(masks.map { YAMLNode($0) })),
    ])
  }
}
