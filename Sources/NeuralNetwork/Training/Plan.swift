/// A checked recipe, worked out as far as it can be before any training: the data, the shape, the
/// first state.
///
/// It never changes, so all copies of a run share one.
final class Plan: Sendable {
  let experiment: Experiment
  /// The samples to learn from.
  let dataset: Dataset
  /// All samples, those kept apart among them.
  let samples: SampleSets
  /// The network at update 0, and what the optimizer remembers then.
  let firstState: State
  /// Which samples each update works on.
  let batches: Batches
  /// The most rows that a batch has.
  let largestBatch: Int
  /// Updates in one pass over the data, or over the written-out batches.
  let updatesPerEpoch: Int
  /// Where each layer's rows begin in z, a and δ, whose rows have room for the largest batch.
  let starts: [Int]
  /// The stretches of the flat array that training may change.
  let trainableRanges: [Range<Int>]
  /// λ_max of the cost for both mean squared errors, where the cost is quadratic.
  let dataCurvature: (full: Double, half: Double)?

  init(_ experiment: Experiment) throws(ExperimentError) {
    try RecipeCheck(experiment).run()
    samples = try experiment.sampleSets()
    let fitted = samples.training
    try RecipeCheck(experiment).run(with: fitted)
    self.experiment = experiment
    dataset = fitted
    let network = Network(experiment, inputCount: fitted.inputs.columns)
    firstState = State(
      update: 0, network: network, moments: Moments(experiment.optimizer, network))
    trainableRanges = network.trainableRanges
    batches = Batches(experiment.batches, samples: fitted.count)
    (largestBatch, updatesPerEpoch) = (batches.largest, batches.count)
    starts = Self.starts(network.layers, rows: largestBatch)
    try RecipeCheck(experiment).run(with: network, rows: max(largestBatch, fitted.count))
    dataCurvature = Self.dataCurvature(experiment, network, fitted)
  }

  /// The network at update 0.
  var network: Network { firstState.network }

  /// Whether all updates work on the same batch.
  var hasOneBatch: Bool { batches.areOne && experiment.augmentation == nil }

  private static func starts(_ layers: [Layer], rows: Int) -> [Int] {
    var next = 0
    return layers.map { layer in
      defer { next += rows * layer.units }
      return next
    }
  }
}

extension Experiment {
  /// Whether a run can be made of the recipe: all is checked, and no memory of training is had.
  /// - Throws: what `Run` rejects.
  public func check() throws(ExperimentError) { _ = try Plan(self) }
}
