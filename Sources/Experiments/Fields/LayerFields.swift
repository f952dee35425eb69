import NeuralNetwork

extension ExperimentField {
  /// Why a short form of the layers cannot stand beside them.
  static let layersAreWritten = "'layers' writes every layer out"

  static let output = ExperimentField(
    "output", .choice(Activation.names),
    summary: "the function of output units", help: "The activation of the output layer",
    usual: "the one that goes with the loss, else linear", examples: ["linear"],
    parts: [.layer(0), .loss], excludes: ["layers": layersAreWritten],
    read: { value, reading in
      if let activation = value.choice(Activation.self, "activation") {
        reading.shorthand.output = activation
      }
    },
    write: { _ in nil },
    makeRoom: { root, value in
      guard var layers = root["layers"]?.items, !layers.isEmpty else { return false }
      layers[layers.count - 1]["activation"] = value
      root["layers"] = YAMLNode(layers)
      return true
    },
    value: { $0.layers.last.map { YAMLNode($0.activation.name) } })

  static let initializer = ExperimentField(
    "init", .choice(Initializer.names), summary: "how weights start",
    help:
      "How the weights of every layer start that does not say so itself: \(list(Initializer.names))",
    usual: "xavier", examples: ["he"], parts: [.layer(0)],
    read: { _, reading in
      if let initializer = LayerParser.initializer(reading.fields) {
        reading.shorthand.initializer = initializer
      }
    },
    write: { _ in nil },
    makeRoom: { root, _ in
      root["scale"] = nil
      root.changeLayers(hiddenOnly: false) { $0.forgetStart() }
      return false
    },
    value: { recipe in
      guard recipe.layers.allSatisfy({ $0.explicit == nil }) else { return nil }
      return recipe.common(\.initializer.name, in: recipe.layers[...]).map { YAMLNode($0) }
    },
    absence: { _ in "by layer" })

  static let scale = ExperimentField(
    "scale", .number(.any), summary: "the number that goes with init",
    help: "The number of `init: constant`, the deviation of normal, the bound of uniform",
    usual: "0 for constant, 0.1 for the others", examples: ["0.5"], parts: [.layer(0)],
    read: { value, reading in
      if reading.fields["init"] == nil, !reading.isPartial {
        value.diagnose("'scale' goes with 'init': constant, normal or uniform.")
      }
    },
    write: { _ in nil },
    // It goes with some ways to begin only.
    canBeChosen: false)

  static let layers = ExperimentField(
    "layers", .list(.group(LayerParser.settings)), summary: "every layer, written out",
    help:
      "In place of these, every layer: `{units: 8, activation: relu, init: he}` or `{weights: [[1, 2], [3, 4]], "
      + "biases: [0, 0], activation: tanh}`. Also `scale` of init, `biases: false`, `slope` of leaky_relu, `residual: true`, `dropout: 0.5` (or "
      + "`{rate, masks}`), `trainable: false` (or `{weights: false, biases: true}`) for what keeps its first values, `batch_norm: true` (or `{gamma, beta, mean, variance, eps}`)",
    usual: "`hidden` and `output` say it",
    examples: ["[{units: 4, activation: relu}, {units: 1, activation: sigmoid}]"],
    parts: [.layer(0)],
    read: { value, reading in
      reading.shorthand.written = LayerParser.layers(value)
    },
    write: { YAMLNode($0.layers.map(LayerWriter.node)) },
    makeRoom: { root, _ in
      for key in [
        "hidden", "activation", "output", "init", "scale", "batch_norm", "residual", "dropout",
        "weights",
      ] {
        root[key] = nil
      }
      return false
    },
    value: { _ in nil })
}

extension Experiment {
  /// What some layers have in common; nil where they differ, or there are none.
  func common<Value: Equatable>(
    _ part: KeyPath<LayerRecipe, Value>, in layers: ArraySlice<LayerRecipe>
  ) -> Value? {
    guard let first = layers.first?[keyPath: part] else { return nil }
    return layers.allSatisfy { $0[keyPath: part] == first } ? first : nil
  }
}

extension YAMLNode {
  /// Changes the layers that a document writes out.
  mutating func changeLayers(hiddenOnly: Bool, _ change: (inout YAMLNode) -> Void) {
    guard var layers = self["layers"]?.items else { return }
    for index in layers.indices.dropLast(hiddenOnly ? 1 : 0) { change(&layers[index]) }
    self["layers"] = YAMLNode(layers)
  }

  /// A layer without its written-out weights: as many units, biases where it had any.
  mutating func dropWeights() {
    guard let rows = self["weights"]?.items else { return }
    if self["units"] == nil { self["units"] = YAMLNode(rows.count) }
    let hasBiases = self["biases"]?.items != nil
    if hasBiases { self["biases"] = nil }
    if !hasBiases, self["biases"] == nil, self["batch_norm"] == nil {
      self["biases"] = YAMLNode(false)
    }
    self["weights"] = nil
  }

  /// A layer that does not say how its weights start.
  mutating func forgetStart() {
    dropWeights()
    (self["init"], self["scale"]) = (nil, nil)
  }
}
