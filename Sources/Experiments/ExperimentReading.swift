import NeuralNetwork

/// What has been read of an experiment so far: the fields read into it in the order of their list.
package struct ExperimentReading {
  /// The keys that are given.
  let fields: YAMLFields
  /// The recipe; complete when `finish` is done.
  var experiment: Experiment
  /// What is said of all layers at once.
  var shorthand = LayerShorthand()
  /// What is to be done to the layers when they are known.
  private var layerChanges: [(inout Experiment) -> Void] = []
  /// The samples to learn from, where the file brings them.
  var given: GivenData?
  /// What inputs and classes of samples that are written out are called, where the file says.
  var inputNames, classNames: [String]?
  /// The parameters that the network begins with, where a file has them.
  var weights: WeightsFile?
  /// Whether only some keys of an experiment are given, to be put in place of others'.
  let isPartial: Bool

  var source: YAMLSource { fields.value.source }

  /// Reads the keys into a recipe: an empty one, or one of which they replace parts.
  package init(_ fields: YAMLFields, into base: Experiment? = nil, isPartial: Bool = false) {
    (self.fields, self.isPartial) = (fields, isPartial)
    experiment = base ?? Self.empty
    rejectContradictions()
    for field in ExperimentField.all {
      if let value = fields[field.name] { field.read(value, &self) }
    }
  }

  /// Says something of layers, whatever key brings them: it is done at once to those of a recipe that is there, else when all
  /// keys are read.
  mutating func changeLayers(_ change: @escaping (inout Experiment) -> Void) {
    if isPartial { change(&experiment) } else { layerChanges.append(change) }
  }

  /// The keys of an experiment, of which all are known; `extra` may stand among them.
  package static func fields(of value: YAMLValue, _ what: String, besides extra: [String] = [])
    -> YAMLFields?
  {
    YAMLValue(node: value.node.withUsualSpelling, source: value.source).fields(
      of: what, known: extra + ExperimentField.names, correction: ExperimentField.correction)
  }

  /// The learning rate of an experiment that gives none.
  static let usualRate = 0.1

  private static let empty = Experiment(
    data: .explicit(inputs: [], targets: []), layers: [], loss: .meanSquaredError,
    optimizer: Optimizer(.sgd, learningRate: usualRate))

  private func rejectContradictions() {
    for field in ExperimentField.all {
      for (other, reason) in field.excludes.sorted(by: { $0.key < $1.key }) {
        fields.reject(field.name, besides: other, because: reason)
      }
    }
  }

  /// Keys for all layers change nothing where every layer speaks for itself.
  private func rejectIdleKeys() {
    guard let layers = shorthand.written, !layers.isEmpty else { return }
    if layers.count > 1, layers.dropLast().allSatisfy({ $0.activation != nil }) {
      fields.reject("activation", because: "every hidden layer names its own")
    }
    if layers.allSatisfy({ $0.initializer != nil || $0.rest.explicit != nil }) {
      fields.reject("init", because: "every layer says how its weights start")
    }
  }

  /// Keys for the hidden layers say nothing where there is none; a learner on the way to more layers may leave them.
  private func noteIdleKeys() {
    func note(_ key: String, _ reason: String) {
      guard fields[key] != nil else { return }
      source.note(
        source.source.diagnostic(
          "'\(key)' has no effect: \(reason).", at: fields.position(of: key)))
    }
    if experiment.layers.count == 1 {
      for key in ["activation", "batch_norm", "dropout"] { note(key, "there is no hidden layer") }
    }
    if fields["residual"]?.scalarText == "true", experiment.residualPlaces.isEmpty {
      note("residual", "no hidden layer has as many units as the one before")
    }
    if case .size(let size, _) = experiment.batches, let count = experiment.data.count {
      if size > count { note("batch_size", "there are no more than \(count.counted("sample"))") }
      if size >= count { note("shuffle", "every update uses all samples") }
    }
  }

  /// The parts that follow from others where nothing is said of them.
  mutating func finish() throws(ExperimentError) {
    if demand.isCrossEntropy {
      experiment.loss = crossEntropy
    } else if fields["loss"] == nil {
      experiment.loss = defaultLoss
    }
    rejectIdleKeys()
    experiment.layers = try shorthand.layers(of: self)
    for change in layerChanges { change(&experiment) }
    noteIdleKeys()
    if let weights {
      let samples = try Dataset(experiment.data, seed: experiment.seed)
      weights.fill(&experiment.layers, inputs: samples.inputs.columns)
    }
  }

  // MARK: What is asked of the targets

  /// What loss and output layer ask of the targets, as far as the file says.
  var demand: TargetDemand {
    let last = fields["layers"]?.node.items?.last
    return TargetDemand(
      output: (last?["activation"] ?? fields["output"]?.node)?.text.flatMap(
        Activation.init(named:)),
      loss: fields["loss"]?.scalarText.flatMap { Loss(named: $0) ?? Loss.elsewhere($0) },
      units: (last?["units"]?.text).flatMap { Int($0) } ?? last?["weights"]?.items?.count,
      isCrossEntropy: fields["loss"]?.meansCrossEntropy == true)
  }

  /// The cross-entropy that goes with the output layer, or with the classes.
  private var crossEntropy: Loss {
    if defaultLoss.isForClasses { return defaultLoss }
    let columns = GivenData(recipe: experiment.data).units ?? 1
    return demand.output == .softmax || columns > 1 ? .categoricalCrossEntropy : .binaryCrossEntropy
  }

  private var defaultLoss: Loss {
    let output = demand.output
    return given?.kind?.defaultLoss(output: output) ?? experiment.data.defaultLoss(output: output)
  }
}
