import NeuralNetwork

/// What keeps deep networks trainable, said of all hidden layers at once.
extension ExperimentField {
  private static let written = "'layers' writes every layer out"

  static let batchNorm = ExperimentField(
    "batch_norm", .flag, summary: "normalizes z over the batch",
    help:
      "Whether every hidden layer has batch normalization before its activation, which takes the place of its biases",
    usual: "false", examples: ["true"], parts: [.layer(0)], excludes: ["layers": written],
    read: { value, reading in
      if value.flag() == true { reading.changeLayers { $0.normalizeHiddenLayers() } }
    },
    write: { _ in nil },
    makeRoom: { root, value in
      root.writeHiddenLayers { layer, _ in
        layer["batch_norm"] = value.text == "true" ? value : nil
        if layer["biases"]?.items != nil { layer["biases"] = nil }
      }
    },
    value: { recipe in
      let hidden = recipe.layers.dropLast()
      let isNormal = !hidden.isEmpty && hidden.allSatisfy { $0.batchNorm != nil }
      return isNormal ? YAMLNode(true) : nil
    },
    absence: { $0.layers.contains { $0.batchNorm != nil } ? "by layer" : "false" })

  static let residual = ExperimentField(
    "residual", .flag, summary: "layers add their input",
    help:
      "Whether every hidden layer adds its input to its activation; those do from the second on that have as many units "
      + "as the layer before",
    usual: "false", examples: ["true"], parts: [.layer(0)], excludes: ["layers": written],
    read: { value, reading in
      if value.flag() == true { reading.changeLayers { $0.addInputs() } }
    },
    write: { _ in nil },
    makeRoom: { root, value in
      root.writeHiddenLayers { layer, before in
        let isAsWide = layer.units != nil && layer.units == before?.units
        layer["residual"] = isAsWide && value.text == "true" ? value : nil
      }
    },
    value: { recipe in
      let places = recipe.residualPlaces
      let isResidual = !places.isEmpty && places.allSatisfy { recipe.layers[$0].isResidual }
      return isResidual ? YAMLNode(true) : nil
    },
    absence: { $0.layers.contains(where: \.isResidual) ? "by layer" : "false" })
}

extension Experiment {
  /// The hidden layers from the second on that have as many units as the one before, from 0.
  var residualPlaces: [Int] {
    layers.indices.dropLast().dropFirst().filter { layers[$0].units == layers[$0 - 1].units }
  }

  fileprivate mutating func addInputs() {
    for index in residualPlaces { layers[index].isResidual = true }
  }

  fileprivate mutating func normalizeHiddenLayers() {
    for index in layers.indices.dropLast() {
      layers[index].batchNorm = BatchNormRecipe()
      layers[index].hasBiases = false
    }
  }
}

extension YAMLNode {
  /// How many units a written-out layer has.
  fileprivate var units: Int? {
    self["units"]?.text.flatMap { Int($0) } ?? self["weights"]?.items?.count
  }

  /// Changes the hidden layers that a document writes out, each with the one before; false where it writes none.
  fileprivate mutating func writeHiddenLayers(
    _ change: (inout YAMLNode, _ before: YAMLNode?) -> Void
  ) -> Bool {
    guard var layers = self["layers"]?.items, !layers.isEmpty else { return false }
    for index in layers.indices.dropLast() {
      change(&layers[index], index > 0 ? layers[index - 1] : nil)
    }
    self["layers"] = YAMLNode(layers)
    return true
  }
}
