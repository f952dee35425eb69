/// Refuses recipes that cannot be run or make no sense, before anything is computed.
struct RecipeCheck {
  let experiment: Experiment

  init(_ experiment: Experiment) { self.experiment = experiment }

  /// What can be seen without the data.
  func run() throws(ExperimentError) {
    try checkLayers()
    try Self.checkLoss(experiment.loss, output: experiment.layers.last?.activation)
    try checkOptimizer()
    try checkSchedule()
    try checkPenalties()
    try checkClipping()
    try checkTargetScaling()
    try checkSteps()
    try checkEarlyStopping()
    try checkFault()
  }

  /// Whether layers, data and batches fit together.
  func run(with data: Dataset) throws(ExperimentError) {
    try checkShapes(data)
    try checkTargets(data)
    try checkClassWeights(data)
    try checkBatches(data.count)
    try checkNormalizedBatches(data.count)
    try checkMasks(data.count)
    try checkAugmentation(inputs: data.inputs.columns)
  }

  /// Whether the whole is small enough.
  func run(with network: Network, rows: Int) throws(ExperimentError) {
    let values = network.shape.reduce(0, +)
    guard rows <= Limits.valuesPerUpdate / values else {
      throw ExperimentError(
        .batches,
        "\(rows) rows through \(values) units are more than \(Limits.valuesPerUpdate) values: "
          + "use fewer samples or a smaller network.")
    }
    try checkFrozen(network)
  }

  // MARK: Layers

  private func checkLayers() throws(ExperimentError) {
    let layers = experiment.layers
    guard (1...Limits.layers).contains(layers.count) else {
      throw ExperimentError(
        .data,
        "The network has \(layers.count.counted("layer")): give it from 1 to \(Limits.layers).")
    }
    for (index, layer) in layers.enumerated() {
      try checkLayer(layer, number: index + 1, isLast: index == layers.count - 1)
    }
  }

  private func checkLayer(
    _ layer: LayerRecipe, number: Int, isLast: Bool
  ) throws(ExperimentError) {
    func require(_ condition: Bool, _ sentence: String) throws(ExperimentError) {
      guard condition else { throw ExperimentError(.layer(number), sentence) }
    }
    try require(
      (1...Limits.unitsPerLayer).contains(layer.units),
      "Layer \(number) has \(layer.units.counted("unit")): give it from 1 to \(Limits.unitsPerLayer)."
    )
    try require(
      isLast || layer.activation.place == .anyLayer,
      "Layer \(number) is a hidden layer with \(layer.activation): use \(layer.activation) in the output layer only."
    )
    try require(
      layer.activation != .softmax || layer.units > 1,
      "Layer \(number) is a softmax of one unit, which is always 1: give it one for each class, or use sigmoid."
    )
    try require(
      !isLast || (layer.batchNorm == nil && !layer.isResidual && layer.dropout == nil),
      "Layer \(number) is the output layer: batch norm, residual and dropout belong in hidden ones."
    )
    try require(
      layer.slope.isFinite, "Layer \(number) has the slope \(layer.slope): use a finite one.")
    let rate = layer.dropout?.rate ?? 0
    try require(
      rate >= 0 && rate < 1,
      "Layer \(number) drops a share of \(rate): choose a rate from 0 up to but not including 1.")
    try checkBatchNorm(layer, number)
    try checkInitializer(layer, number)
  }

  private func checkBatchNorm(_ layer: LayerRecipe, _ number: Int) throws(ExperimentError) {
    guard let batchNorm = layer.batchNorm else { return }
    guard layer.explicit?.biases == nil else {
      throw ExperimentError(
        .layer(number),
        "Layer \(number) has batch norm and biases: leave the biases out, β is there.")
    }
    guard batchNorm.epsilon > 0, batchNorm.epsilon.isFinite else {
      throw ExperimentError(
        .layer(number),
        "Layer \(number) has batch norm with ε = \(batchNorm.epsilon): use one above 0.")
    }
    let lists = [
      ("gamma", batchNorm.gamma), ("beta", batchNorm.beta), ("mean", batchNorm.mean),
      ("variance", batchNorm.variance),
    ]
    for (name, values) in lists {
      guard let values else { continue }
      guard values.count == layer.units, values.allSatisfy(\.isFinite) else {
        throw ExperimentError(
          .layer(number),
          "Layer \(number) has \(layer.units.counted("unit")) but \(values.count.counted("number")) in \(name): "
            + "give one finite number a unit.")
      }
    }
    guard batchNorm.variance?.contains(where: { $0 < 0 }) != true else {
      throw ExperimentError(
        .layer(number), "Layer \(number) has a variance below 0: give one of 0 or above.")
    }
  }

  private func checkInitializer(_ layer: LayerRecipe, _ number: Int) throws(ExperimentError) {
    guard (layer.initializer.value ?? 0).isFinite else {
      throw ExperimentError(
        .layer(number), "Layer \(number) starts its weights from a number that is not finite.")
    }
  }

  // MARK: Shapes

  private func checkShapes(_ data: Dataset) throws(ExperimentError) {
    var inputs = data.inputs.columns
    var parameters = 0
    for (index, layer) in experiment.layers.enumerated() {
      try checkShape(layer, number: index + 1, inputs: inputs)
      parameters += layer.parameterCount(inputs: inputs)
      inputs = layer.units
    }
    guard inputs == data.targets.columns else {
      throw ExperimentError(
        .layer(experiment.layers.count),
        "The output layer has \(inputs.counted("unit")) but each target has \(data.targets.columns.counted("number")): "
          + "make them equal.")
    }
    guard parameters <= Limits.parameters else {
      throw ExperimentError(
        .data, "\(parameters) parameters are more than \(Limits.parameters): use smaller layers.")
    }
  }

  private func checkShape(
    _ layer: LayerRecipe, number: Int, inputs: Int
  ) throws(ExperimentError) {
    if layer.isResidual, layer.units != inputs {
      throw ExperimentError(
        .layer(number),
        "Layer \(number) is residual with \(layer.units.counted("unit")) but \(inputs.counted("input")): make them equal."
      )
    }
    guard let explicit = layer.explicit else { return }
    let rows = explicit.weights
    guard rows.count == layer.units else {
      throw ExperimentError(
        .layer(number),
        "Layer \(number) has \(layer.units.counted("unit")) but \(rows.count.counted("row")) of weights: "
          + "give one row a unit.")
    }
    for (unit, row) in rows.enumerated() where row.count != inputs {
      throw ExperimentError(
        .layer(number),
        "Unit \(unit + 1) of layer \(number) has \(row.count.counted("weight")) but \(inputs.counted("input")): "
          + "give one weight an input.")
    }
    if let biases = explicit.biases, biases.count != layer.units {
      throw ExperimentError(
        .layer(number),
        "Layer \(number) has \(layer.units.counted("unit")) but \(biases.count.counted("bias", plural: "biases")): give one a unit."
      )
    }
    guard (rows.flatMap { $0 } + (explicit.biases ?? [])).allSatisfy(\.isFinite) else {
      throw ExperimentError(
        .layer(number), "Layer \(number) has a weight or bias that is not a finite number.")
    }
  }
}
