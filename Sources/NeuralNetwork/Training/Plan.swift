internal import CKernels
import Synchronization

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
  /// Those of the weights alone, layer by layer, which penalties are about.
  let trainableWeights: [Range<Int>]
  /// η₀, and how the rate follows from it; nil: it stays.
  let baseRate: Double
  let schedule: Schedule?
  /// The optimizer as its kernel reads it; nil for a rule without a kernel.
  let optimizerKernel: dk_optimizer?
  /// Where the epochs of these batches begin to count: an update, and how many epochs were complete then.
  let firstUpdate, firstEpoch: Int
  /// λ_max of the cost for both mean squared errors, where the cost is quadratic.
  let dataCurvature: [Double: Double]?
  /// The samples by their inputs, once somebody has asked for them.
  private let knownAlike = Mutex<[[Int]]?>(nil)

  convenience init(_ experiment: Experiment) throws(ExperimentError) {
    try RecipeCheck(experiment).run()
    try self.init(experiment, experiment.sampleSets(), after: nil, at: 0)
  }

  /// The plan of the same run under another recipe, from an update on.
  /// - Throws: an `ExperimentError` when the run would have to begin anew, or when the recipe makes no sense.
  convenience init(
    _ old: Plan, becoming experiment: Experiment, isEdited: Bool = false, at update: Int
  ) throws(ExperimentError) {
    if let part = old.experiment.partThatRestarts(becoming: experiment, isEdited: isEdited) {
      throw ExperimentError(
        .change, "A run under way cannot change \(part): begin a new one with it.")
    }
    try RecipeCheck(experiment).run()
    let samples =
      experiment.data == old.experiment.data ? old.samples : try experiment.sampleSets()
    try self.init(experiment, samples, after: old, at: update)
  }

  /// A checked recipe on samples that were made already; what an old plan has alike is shared with it.
  private init(
    _ experiment: Experiment, _ samples: SampleSets, after old: Plan?, at update: Int
  ) throws(ExperimentError) {
    let fitted = samples.training
    try RecipeCheck(experiment).run(with: fitted)
    self.experiment = experiment
    self.samples = samples
    dataset = fitted
    let network = Network(
      experiment, inputCount: fitted.inputs.columns, model: old?.network.model)
    firstState = State(
      update: 0, network: network,
      moments: old?.moments(for: experiment) ?? Moments(experiment.optimizer, network))
    baseRate = experiment.optimizer.learningRate
    schedule = experiment.schedule == .constant ? nil : experiment.schedule
    optimizerKernel = experiment.optimizer.kernel
    trainableRanges = network.trainableRanges
    trainableWeights = network.layers.flatMap(\.trainableWeights)
    if let old, old.deals(experiment.batches, samples: fitted.count) {
      (batches, firstUpdate, firstEpoch) = (old.batches, old.firstUpdate, old.firstEpoch)
    } else {
      batches = Batches(experiment.batches, samples: fitted.count)
      (firstUpdate, firstEpoch) = (update, old?.epoch(after: update) ?? 0)
    }
    (largestBatch, updatesPerEpoch) = (batches.largest, batches.count)
    starts = Self.starts(network.layers, rows: largestBatch)
    try RecipeCheck(experiment).run(with: network, rows: max(largestBatch, fitted.count))
    dataCurvature =
      old?.curvature(for: experiment) ?? Self.dataCurvature(experiment, network, fitted)
  }

  /// The same for a look at some samples in other batches, without dropout and augmentation.
  init(_ plan: Plan, lookingAt batches: BatchRecipe) {
    var recipe = plan.experiment
    recipe.batches = batches
    recipe.augmentation = nil
    for index in recipe.layers.indices { recipe.layers[index].dropout = nil }
    experiment = recipe
    (dataset, samples, dataCurvature) = (plan.dataset, plan.samples, plan.dataCurvature)
    let hasDropout = plan.network.layers.contains { $0.dropoutRate > 0 }
    let network =
      hasDropout ? Network(recipe, inputCount: plan.dataset.inputs.columns) : plan.network
    firstState = State(update: 0, network: network, moments: plan.firstState.moments)
    (baseRate, schedule, optimizerKernel) = (plan.baseRate, plan.schedule, plan.optimizerKernel)
    trainableRanges = network.trainableRanges
    trainableWeights = network.layers.flatMap(\.trainableWeights)
    (firstUpdate, firstEpoch) = (0, 0)
    self.batches = Batches(batches, samples: plan.dataset.count)
    (largestBatch, updatesPerEpoch) = (self.batches.largest, self.batches.count)
    starts = Self.starts(network.layers, rows: largestBatch)
  }

  /// Whether batches of a recipe are those that it has.
  func deals(_ recipe: BatchRecipe, samples: Int) -> Bool {
    experiment.batches == recipe && dataset.count == samples
  }

  /// The network at update 0.
  var network: Network { firstState.network }

  /// All samples in groups that have the same inputs; none where no two have, or it would take too long to find out.
  var alikeSamples: [[Int]] {
    knownAlike.withLock { known in
      let groups = known ?? Self.groups(of: dataset.inputs)
      known = groups
      return groups
    }
  }

  private static func groups(of inputs: Matrix) -> [[Int]] {
    guard inputs.elements.count <= 1 << 18 else { return [] }
    let groups = Dictionary(grouping: 0..<inputs.rows) { Array(inputs.row($0)) }
    return groups.count < inputs.rows ? groups.values.sorted { $0[0] < $1[0] } : []
  }

  /// Whether all updates work on the same batch.
  var hasOneBatch: Bool { batches.areOne && experiment.augmentation == nil }

  /// Whether batches are read where the samples lie, so that none is copied.
  var readsInPlace: Bool { batches.areStretches && experiment.augmentation == nil }

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
