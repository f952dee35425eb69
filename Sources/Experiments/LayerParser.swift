import NeuralNetwork

/// Reads one weight layer of an experiment.
enum LayerParser {
  /// What may be said of a layer.
  static let settings: [ValueForm.Key] = [
    .init("units", .integer(1...Limits.unitsPerLayer), "how many units"),
    .init("activation", .choice(Activation.names), "their function"),
    .init("weights", .list(.list(.number(.any))), "one row a unit, one number an input"),
    .init(
      "biases", .either([.flag, .list(.number(.any))]), "one a unit, or whether there are any"),
    .init("init", .choice(Initializer.names), "how the weights start"),
    .init("scale", .number(.any), "the number that goes with init"),
    .init("slope", .number(.any), "of leaky_relu for z below 0"),
    .init(
      "batch_norm",
      .either([
        .flag,
        .group([
          .init("gamma", .list(.number(.any)), "one a unit"),
          .init("beta", .list(.number(.any)), "one a unit"),
          .init("mean", .list(.number(.any)), "the running one to begin with, one a unit"),
          .init("variance", .list(.number(.any)), "the running one to begin with, one a unit"),
          .init("eps", .number(.positive), "added to the variance"),
        ]),
      ]), "batch normalization before the activation"),
    .init("residual", .flag, "adds the layer's input to its activation"),
    .init(
      "dropout",
      .either([
        .number(.rate),
        .group([
          .init("rate", .number(.rate), "the share that is dropped", isRequired: true),
          .init("masks", .list(.list(.list(.number(.any)))), "written-out masks"),
        ]),
      ]), "the share of units that a training step drops"),
    .init(
      "trainable",
      .either([.flag, .group(parts.map { .init($0.name, .flag, "whether training changes them") })]
      ),
      "whether training changes its parameters"),
  ]

  /// The parts of a layer's parameters by their names in files.
  static let parts: [(name: String, part: ParameterParts)] = [
    ("weights", .weights), ("biases", .biases), ("batch_norm", .normalization),
  ]

  /// All layers; nil after complaints.
  static func layers(_ value: YAMLValue) -> [LayerReading]? {
    let last = (value.node.items?.count ?? 0) - 1
    guard let items = value.items("a list of layers", atMost: Limits.layers) else { return nil }
    guard items.isEmpty || !items.allSatisfy({ $0.scalarText.flatMap(YAMLValue.number) != nil })
    else {
      return rejectUnits(items.compactMap(\.scalarText), value)
    }
    let layers = items.enumerated().map { layer($1, isLast: $0 == last) }
    let known = layers.compactMap { $0 }
    return known.count == layers.count ? known : nil
  }

  /// Refuses units in place of layers, and shows the key that takes them.
  private static func rejectUnits(_ units: [String], _ value: YAMLValue) -> [LayerReading]? {
    let hidden = units.count > 2 ? Array(units.dropFirst().dropLast()) : units
    return value.reject(
      "A layer is a group of keys, such as {units: 4, activation: tanh}. For units alone write the hidden layers: "
        + "'hidden: [\(hidden.joined(separator: ", "))]'.")
  }

  /// A layer; nil after complaints.
  private static func layer(_ value: YAMLValue, isLast: Bool) -> LayerReading? {
    guard let fields = value.fields(of: "A layer", known: settings.map(\.name)) else { return nil }
    var layer = LayerReading()
    if let name = fields["activation"] {
      guard let activation = name.choice(Activation.self, "activation") else { return nil }
      layer.activation = activation
    }
    let weights = fields["weights"]?.rows("rows of weights, one a unit")
    if fields["units"] != nil || fields["weights"] != nil || !isLast {
      guard let units = units(fields, weights: weights) else { return nil }
      layer.units = units
    }
    fields.reject("init", besides: "weights", because: "the weights are written out")
    layer.initializer = initializer(fields)
    readBiases(fields, weights: weights, into: &layer.rest)
    readExtras(fields, into: &layer.rest)
    if let activation = layer.activation, !activation.hasSlope {
      fields.reject("slope", because: "\(activation) has none; leaky_relu has")
    }
    return layer
  }

  /// How weights start: `init` with its `scale`.
  static func initializer(_ fields: YAMLFields) -> Initializer? {
    guard let value = fields["init"] else {
      fields["scale"]?.diagnose("'scale' goes with 'init': constant, normal or uniform.")
      return nil
    }
    let name = value.name(among: Initializer.names, "initialization")
    let scale = fields["scale"]?.number()
    guard let name, let initializer = Initializer(name: name, value: scale) else { return nil }
    if initializer.value == nil, scale != nil {
      fields["scale"]?.diagnose("'\(name)' sets its own scale: leave 'scale' out.")
    }
    return initializer
  }

  private static func units(_ fields: YAMLFields, weights: [[Double]]?) -> Int? {
    if let units = fields["units"] {
      return units.integer(1...Limits.unitsPerLayer, "a number of units")
    }
    guard let value = fields["weights"] else {
      return fields.value.reject("A layer needs 'weights', written out, or 'units'.")
    }
    guard let weights else { return nil }
    return weights.isEmpty ? value.reject("Give one row of weights a unit.") : weights.count
  }

  private static func readBiases(
    _ fields: YAMLFields, weights: [[Double]]?, into layer: inout LayerRecipe
  ) {
    let list = fields["biases"].flatMap { $0.isList ? $0.numbers("a list of biases") : nil }
    let flag = fields["biases"].flatMap { $0.isList ? nil : $0.flag() }
    layer.explicit = weights.map { ExplicitParameters(weights: $0, biases: list) }
    layer.hasBiases = flag ?? (list != nil || (weights == nil && fields["batch_norm"] == nil))
    if weights == nil, list != nil {
      fields["biases"]?.diagnose("Biases written out need weights written out.")
    }
  }

  private static func readExtras(_ fields: YAMLFields, into layer: inout LayerRecipe) {
    if let slope = fields["slope"]?.number() { layer.slope = slope }
    if let flag = fields["residual"]?.flag() { layer.isResidual = flag }
    layer.batchNorm = fields["batch_norm"].flatMap(batchNorm)
    layer.dropout = fields["dropout"].flatMap(dropout)
    layer.trainable = fields["trainable"].flatMap(trainable) ?? .all
  }

  /// `true`, `false`, or a group of them; what is not said is trained.
  private static func trainable(_ value: YAMLValue) -> ParameterParts? {
    if !value.isGroup { return value.flag().map { $0 ? .all : [] } }
    guard let fields = value.fields(of: "'trainable'", known: parts.map(\.name)) else { return nil }
    return parts.reduce(into: .all) { trained, part in
      if fields[part.name]?.flag() == false { trained.remove(part.part) }
    }
  }

  private static func batchNorm(_ value: YAMLValue) -> BatchNormRecipe? {
    if !value.isGroup { return value.flag() == true ? BatchNormRecipe() : nil }
    let known = ["gamma", "beta", "mean", "variance", "eps"]
    guard let fields = value.fields(of: "'batch_norm'", known: known) else { return nil }
    return BatchNormRecipe(
      gamma: fields["gamma"]?.numbers(), beta: fields["beta"]?.numbers(),
      mean: fields["mean"]?.numbers(), variance: fields["variance"]?.numbers(),
      epsilon: fields["eps"]?.number() ?? 1e-5)
  }

  private static func dropout(_ value: YAMLValue) -> DropoutRecipe? {
    if !value.isGroup { return value.number("a rate").map { DropoutRecipe(rate: $0) } }
    let fields = value.fields(of: "'dropout'", known: ["rate", "masks"])
    guard let fields, let rate = fields.required("rate", in: "'dropout'")?.number() else {
      return nil
    }
    return DropoutRecipe(rate: rate, masks: fields["masks"]?.list("a list of masks") { $0.rows() })
  }
}
