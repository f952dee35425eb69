import NeuralNetwork

// What is said of all hidden layers at once.

extension ExperimentField {
  static let hidden = ExperimentField(
    "hidden",
    .either([.list(.integer(1...Limits.unitsPerLayer)), .integer(0...Limits.unitsPerLayer), .word]),
    summary: "units of each hidden layer",
    help: "The units of each hidden layer: `[8, 8]`, or `8x8`; `8` is one layer, `[]` or `0` none",
    usual: "required, unless `layers` is given", examples: ["[8, 3]", "[]"],
    parts: [.layer(0)], excludes: ["layers": layersAreWritten],
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
      if let wrong = activations.first(where: { $0.place != .anyLayer }) {
        return value.diagnose("\(wrong) is for the output layer only: write 'output: \(wrong)'.")
      }
      reading.shorthand.activations = activations
      let hidden = reading.experiment.layers.indices.dropLast()
      let count = reading.isPartial ? hidden.count : reading.shorthand.hidden?.count
      if let count, let problem = HiddenActivations.problem(activations, count) {
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

  static let dropout = ExperimentField(
    "dropout", .number(.rate), summary: "share of hidden units that a step drops",
    help:
      "The share of the units of every hidden layer that a training step leaves out, other ones at each step; "
      + "a layer may say so itself",
    usual: "0", examples: ["0.25"], parts: [.layer(0)], isLive: true,
    read: { value, reading in
      guard let rate = value.number("a rate") else { return }
      guard NumberRange.rate.contains(rate) else {
        return value.diagnose(
          "Expected a rate from 0 up to but not including 1, but found \(value.kind).")
      }
      // A file's layers may each give their own; an edit is about all of them.
      let isEdit = reading.isPartial
      reading.changeLayers { $0.setDropout(rate) { isEdit || $0.dropout == nil } }
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
}

extension Experiment {
  /// Gives hidden layers a rate of dropout.
  fileprivate mutating func setDropout(
    _ rate: Double, where isMeant: (LayerRecipe) -> Bool = { _ in true }
  ) {
    for index in layers.indices.dropLast() where isMeant(layers[index]) {
      layers[index].dropout = rate > 0 ? DropoutRecipe(rate: rate) : nil
    }
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
    let words = Self.words(value.scalarText ?? "")
    let units = words.compactMap { Double($0).flatMap { Int(exactly: $0) } }
    if units == [0] { return [] }
    guard !units.isEmpty, units.count == words.count, units.count < Limits.layers,
      units.allSatisfy(range.contains)
    else {
      return value.reject(
        "Expected a list of units, such as [8] or [8, 8], but found \(value.kind).")
    }
    return units
  }

  /// The parts of `8x8`, or of a row as other tools write it: `(8, 8)`.
  private static func words(_ text: String) -> [String] {
    let isRow = text.hasPrefix("(") && text.hasSuffix(")")
    let inside = isRow ? String(text.dropFirst().dropLast()) : text
    let words = inside.split(omittingEmptySubsequences: false) { $0 == "x" || $0 == "," }
    return words.map(\.trimmed).dropLast(isRow && words.last?.isEmpty == true ? 1 : 0)
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
