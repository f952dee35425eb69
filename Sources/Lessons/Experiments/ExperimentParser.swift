import NeuralNetwork

/// Reads the keys of an experiment, or of a part of one.
struct ExperimentParser {
  /// The keys that an experiment may have.
  static let keys = [
    "data", "inputs", "targets", "layers", "hidden", "activation", "output", "init", "scale",
    "loss",
    "optimizer", "learning_rate", "schedule", "l1", "l2", "clip", "batches", "batch_size",
    "shuffle",
    "seed", "steps", "record_steps", "holdout", "test", "scaling", "class_weights",
    "augment", "early_stopping", "fault",
  ]

  let fields: YAMLFields

  /// The parts that the file gives.
  func patch() -> ExperimentPatch {
    var patch = ExperimentPatch()
    rejectContradictions()
    patch.layers = fields["layers"]?.list("a list of layers", atMost: Limits.layers) {
      LayerParser.layer($0)
    }
    patch.hidden = fields["hidden"]?.list("a list of units", atMost: Limits.layers - 1) {
      $0.integer(1...Limits.unitsPerLayer, "a number of units")
    }
    patch.activation = fields["activation"]?.choice(Activation.self, "activation")
    patch.output = fields["output"]?.choice(Activation.self, "activation")
    patch.initializer = LayerParser.initializer(fields)
    readTraining(into: &patch)
    readBatches(into: &patch)
    readScaling(into: &patch)
    patch.classWeights = fields["class_weights"]?.numbers("a list of weights, one a class")
    readData(into: &patch)
    return patch
  }

  private func readData(into patch: inout ExperimentPatch) {
    let output = patch.layers?.last?.activation ?? patch.output
    let demand = TargetDemand(
      output: output, loss: patch.loss, units: patch.layers?.last?.units)
    let data = DataParser(fields: fields, demand: demand).data()
    patch.data = data?.recipe
    patch.usualLoss = data?.kind?.usualLoss(output: output)
    patch.classNames = data?.kind?.classNames
    patch.holdout = holdout("holdout", demand, like: data)
    patch.test = holdout("test", demand, like: data)
  }

  /// Samples that are kept apart; their classes are those of the samples to learn from.
  private func holdout(_ key: String, _ demand: TargetDemand, like data: GivenData?) -> Holdout? {
    var demand = demand
    demand.units = demand.units ?? data?.units
    return fields[key].flatMap { DataParser.holdout($0, of: key, demand, like: data?.kind) }
  }

  /// A scaling of the inputs, or one for inputs and targets each.
  private func readScaling(into patch: inout ExperimentPatch) {
    guard let value = fields["scaling"] else { return }
    guard value.isMapping else {
      return patch.scaling = value.choice(Scaling.self, "scaling")
    }
    let parts = value.fields(of: "'scaling'", known: ["inputs", "targets"])
    patch.scaling = parts?["inputs"]?.choice(Scaling.self, "scaling")
    patch.targetScaling = parts?["targets"]?.choice(Scaling.self, "scaling")
  }

  private func readTraining(into patch: inout ExperimentPatch) {
    patch.loss = fields["loss"]?.choice(Loss.self, "loss")
    readOptimizer(into: &patch)
    patch.schedule = fields["schedule"].flatMap(TrainingParser.schedule)
    patch.l1 = fields["l1"]?.number()
    patch.l2 = fields["l2"]?.number()
    patch.clipping = fields["clip"].flatMap(TrainingParser.clipping)
    patch.seed = fields["seed"]?.integer(0...(1 << 53), "a seed").map(UInt64.init)
    patch.steps = fields["steps"]?.integer(0...Limits.updates, "a number of updates")
    patch.augmentation = fields["augment"].flatMap(TrainingParser.augmentation)
    patch.earlyStopping = fields["early_stopping"].flatMap(TrainingParser.earlyStopping)
    patch.fault = fields["fault"].flatMap(fault)
    patch.recordedSteps = fields["record_steps"]?.list("a list of updates", atMost: 10_000) {
      $0.integer(0...Limits.updates, "an update")
    }
  }

  /// A mistake in the engine, which nobody but a lesson about mistakes may ask for.
  private func fault(_ value: YAMLValue) -> Fault? {
    guard value.source.mayPlantFaults else {
      return value.reject(
        "A fault can be planted only by a lesson that says 'faulty: true' in its head.")
    }
    return value.choice(Fault.self, "fault")
  }

  private func readOptimizer(into patch: inout ExperimentPatch) {
    patch.learningRate = fields["learning_rate"]?.number("a learning rate")
    guard let value = fields["optimizer"] else { return }
    let reading = TrainingParser.optimizer(value)
    patch.optimizer = reading?.optimizer
    patch.learningRate = patch.learningRate ?? reading?.learningRate
  }

  private func readBatches(into patch: inout ExperimentPatch) {
    patch.shuffle = fields["shuffle"]?.flag()
    if let value = fields["batches"] {
      if value.scalarText == "full" { return patch.batches = .full }
      let lists = value.list("'full', or a list of sample indices for each update") { batch in
        batch.list("a list of sample indices") {
          $0.integer(0...Limits.dataValues, "a sample index")
        }
      }
      patch.batches = lists.map { .explicit($0) }
    }
    if let size = fields["batch_size"]?.integer(1...Limits.dataValues, "a batch size") {
      patch.batches = .size(size)
    }
  }

  private func rejectContradictions() {
    fields.reject("inputs", besides: "data", because: "a named data set brings its own inputs")
    fields.reject("targets", besides: "data", because: "a named data set brings its own targets")
    fields.reject("hidden", besides: "layers", because: "'layers' writes every layer out")
    fields.reject("output", besides: "layers", because: "'layers' writes every layer out")
    fields.reject("batch_size", besides: "batches", because: "'batches' writes every batch out")
    if fields["optimizer"]?.member("lr") != nil {
      fields.reject(
        "learning_rate", besides: "optimizer", because: "the optimizer has 'lr' already")
    }
  }
}
