import NeuralNetwork

/// Reads one weight layer of an experiment.
enum LayerParser {
  static let keys = [
    "weights", "biases", "units", "init", "scale", "activation", "slope", "batch_norm", "residual",
    "dropout", "trainable",
  ]

  /// A layer; nil after complaints.
  static func layer(_ value: YAMLValue) -> LayerRecipe? {
    guard let fields = value.fields(of: "A layer", known: keys) else { return nil }
    let activation = fields.required("activation", in: "A layer")?
      .choice(Activation.self, "activation")
    let weights = fields["weights"]?.rows("rows of weights, one a unit")
    guard let activation, let units = units(fields, weights: weights) else { return nil }
    fields.reject("init", besides: "weights", because: "the weights are written out")
    var layer = LayerRecipe(units: units, activation: activation)
    if let initializer = initializer(fields) { layer.initializer = initializer }
    readBiases(fields, weights: weights, into: &layer)
    readExtras(fields, into: &layer)
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
    if let parts = fields["trainable"].flatMap(trainable) { layer.trainable = parts }
  }

  /// What training may change of a layer: all, nothing, or not its weights or its biases.
  private static func trainable(_ value: YAMLValue) -> ParameterParts? {
    if !value.isMapping { return value.flag().map { $0 ? .all : [] } }
    let fields = value.fields(of: "'trainable'", known: ["weights", "biases"])
    return fields.map { fields in
      var parts = ParameterParts.all
      if fields["weights"]?.flag() == false { parts.remove(.weights) }
      if fields["biases"]?.flag() == false { parts.remove(.biases) }
      return parts
    }
  }

  private static func batchNorm(_ value: YAMLValue) -> BatchNormRecipe? {
    if !value.isMapping { return value.flag() == true ? BatchNormRecipe() : nil }
    guard let fields = value.fields(of: "'batch_norm'", known: ["gamma", "beta", "eps"]) else {
      return nil
    }
    return BatchNormRecipe(
      gamma: fields["gamma"]?.numbers(), beta: fields["beta"]?.numbers(),
      epsilon: fields["eps"]?.number() ?? 1e-5)
  }

  private static func dropout(_ value: YAMLValue) -> DropoutRecipe? {
    if !value.isMapping { return value.number("a rate").map { DropoutRecipe(rate: $0) } }
    let fields = value.fields(of: "'dropout'", known: ["rate", "masks"])
    guard let fields, let rate = fields.required("rate", in: "'dropout'")?.number() else {
      return nil
    }
    return DropoutRecipe(rate: rate, masks: fields["masks"]?.list("a list of masks") { $0.rows() })
  }
}
