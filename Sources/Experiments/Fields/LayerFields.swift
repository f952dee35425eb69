import NeuralNetwork

extension ExperimentField {
  private static let written = "'layers' writes every layer out"

  static let hidden = ExperimentField(
    "hidden",
    .either([.list(.integer(1...Limits.unitsPerLayer)), .integer(0...Limits.unitsPerLayer), .word]),
    summary: "units of each hidden layer",
    help: "The units of each hidden layer: `[8, 8]`, or `8x8`; `8` is one layer, `[]` or `0` none",
    usual: "required, unless `layers` is given", examples: ["[8, 3]", "[]"],
    parts: [.layer(0)], excludes: ["layers": written],
    read: { value, reading in
      if let units = HiddenUnits.read(value) { reading.shorthand.hidden = units }
    },
    write: { _ in nil },
    makeRoom: { root, value in HiddenUnits.rewrite(&root, value) },
    value: { YAMLNode($0.layers.dropLast().map { YAMLNode($0.units) }) },
    canBeChosen: true)

  static let activation = ExperimentField(
    "activation", .either([.choice(Activation.names), .list(.choice(Activation.names))]),
    summary: "the function of hidden units",
    help:
      "The activation of every hidden layer that names none itself, or a list with one for each: \(list(Activation.names))",
    usual: "tanh", examples: ["relu"], parts: [.layer(0)],
    read: { value, reading in
      let activations =
        value.isList
        ? value.list("a list of activations", of: { $0.choice(Activation.self, "activation") })
        : value.choice(Activation.self, "activation").map { [$0] }
      guard let activations else { return }
      reading.shorthand.activations = activations
      let hidden = reading.experiment.layers.indices.dropLast()
      if reading.isPartial, let problem = HiddenActivations.problem(activations, hidden.count) {
        return value.diagnose(problem)
      }
      for index in hidden {
        reading.experiment.layers[index].activation = HiddenActivations.one(of: activations, index)
      }
    },
    write: { _ in nil },
    reset: { experiment in
      for index in experiment.layers.indices.dropLast() {
        experiment.layers[index].activation = .tanh
      }
    },
    makeRoom: { root, _ in
      root.changeLayers(hiddenOnly: true) { $0["activation"] = nil }
      return false
    },
    change: { experiment in
      experiment.common(\.activation, in: experiment.layers.dropLast()).map {
        .hiddenActivation($0)
      }
    },
    value: { experiment in
      let hidden = experiment.layers.dropLast()
      guard hidden.count > 0 else { return nil }
      return experiment.common(\.activation, in: hidden).map { YAMLNode($0.name) }
        ?? YAMLNode(hidden.map { YAMLNode($0.activation.name) })
    },
    absence: { _ in "no such layer" })

  static let output = ExperimentField(
    "output", .choice(Activation.names),
    summary: "the function of output units", help: "The activation of the output layer",
    usual: "the one that goes with the loss, else linear", examples: ["linear"],
    parts: [.layer(0), .loss], excludes: ["layers": written],
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

  static let dropout = ExperimentField(
    "dropout", .number(.rate), summary: "share of hidden units that a step drops",
    help:
      "The share of the units of every hidden layer that a training step leaves out, other ones at each step; "
      + "a layer may say so itself",
    usual: "0", examples: ["0.25"], parts: [.layer(0)], isLive: true,
    read: { value, reading in
      guard let rate = value.number("a rate") else { return }
      reading.shorthand.dropout = rate
      reading.experiment.setDropout(rate)
    },
    write: { _ in nil },
    reset: { $0.setDropout(0) },
    makeRoom: { root, _ in
      root.changeLayers(hiddenOnly: true) { $0["dropout"] = nil }
      return false
    },
    value: { recipe in
      recipe.common(\.dropout?.rate, in: recipe.layers.dropLast()).flatMap { $0 }.map {
        YAMLNode($0)
      }
    },
    absence: { recipe in
      recipe.layers.dropLast().contains { $0.dropout != nil } ? "by layer" : "0"
    })

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
    write: { YAMLNode($0.layers.map(LayerParser.node)) },
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
  fileprivate func common<Value: Equatable>(
    _ part: KeyPath<LayerRecipe, Value>, in layers: ArraySlice<LayerRecipe>
  ) -> Value? {
    guard let first = layers.first?[keyPath: part] else { return nil }
    return layers.allSatisfy { $0[keyPath: part] == first } ? first : nil
  }

  /// Gives every hidden layer a rate of dropout.
  fileprivate mutating func setDropout(_ rate: Double) {
    for index in layers.indices.dropLast() {
      layers[index].dropout = rate > 0 ? DropoutRecipe(rate: rate) : nil
    }
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
  fileprivate mutating func dropWeights() {
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

/// The units of the hidden layers, in all their spellings.
enum HiddenUnits {
  static func read(_ value: YAMLValue) -> [Int]? {
    let range = 1...Limits.unitsPerLayer
    if value.isList || value.isGroup {
      return value.list("a list of units, such as [8] or [8, 8]", atMost: Limits.layers - 1) {
        $0.integer(range, "a number of units")
      }
    }
    let words = value.scalarText?.split(separator: "x", omittingEmptySubsequences: false) ?? []
    let units = words.compactMap { Int($0) }
    if units == [0] { return [] }
    guard !units.isEmpty, units.count == words.count, units.count < Limits.layers,
      units.allSatisfy(range.contains)
    else {
      return value.reject(
        "Expected a list of units, such as [8] or [8, 8], but found \(value.kind).")
    }
    return units
  }

  /// Where a document writes its layers out: hidden layers like the first one, before the same output layer, all drawn
  /// anew.
  static func rewrite(_ root: inout YAMLNode, _ value: YAMLNode) -> Bool {
    guard let layers = root["layers"]?.items, var output = layers.last else { return false }
    let name = SourceText(name: "", text: "")
    guard let hidden = read(YAMLValue(node: value, source: YAMLSource(name))) else { return false }
    var pattern = layers.count > 1 ? layers[0] : .group([("activation", "tanh")])
    pattern.dropWeights()
    output.dropWeights()
    root["layers"] = YAMLNode(
      hidden.map { units in
        var layer = pattern
        layer["units"] = YAMLNode(units)
        return layer
      } + [output])
    return true
  }
}

/// Activations of the hidden layers: one for all, or one for each.
enum HiddenActivations {
  static func one(of activations: [Activation], _ layer: Int) -> Activation {
    activations[activations.count == 1 ? 0 : layer]
  }

  /// What is wrong with so many for the hidden layers; nil where nothing is.
  static func problem(_ activations: [Activation], _ layers: Int) -> String? {
    guard activations.count != 1, activations.count != layers else { return nil }
    return
      "There are \(activations.count.counted("activation")) for \(layers.counted("hidden layer")): "
      + "name one for all, or one for each."
  }
}
