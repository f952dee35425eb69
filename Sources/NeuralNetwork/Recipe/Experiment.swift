/// The recipe of a training run: everything that decides its numbers, and nothing else.
///
/// A lesson's head, an experiment file and the keys of the playground all produce one; the same recipe
/// gives the same bits.
public struct Experiment: Hashable, Sendable {
  /// Where the samples come from.
  public var data: DataRecipe
  /// The weight layers, from the first hidden layer to the output layer.
  public var layers: [LayerRecipe]
  /// What training minimizes.
  public var loss: Loss
  /// How an update follows from the gradient, and the base learning rate.
  public var optimizer: Optimizer
  /// How the learning rate follows from the base rate.
  public var schedule: Schedule
  /// λ₁ of the penalty λ₁ Σ|w| over all weights (not biases).
  public var l1: Double
  /// λ₂ of the penalty λ₂/2 Σw² over all weights (not biases).
  public var l2: Double
  /// What training leaves as it is, beside what layers say for themselves.
  public var frozen: [FrozenPart] = []
  /// How the gradient is limited; nil: not at all.
  public var clipping: Clipping?
  /// Which samples each update uses.
  public var batches: BatchRecipe
  /// Keys every draw: initial parameters, generated data, order of samples, dropout, augmentation.
  public var seed: UInt64
  /// How many updates a headless run makes unless told otherwise.
  public var steps: Int?
  /// The updates (from 0) that a trace records in full.
  public var recordedSteps: [Int]
  /// Samples that training never sees, to decide by while one goes on trying; nil: none.
  public var holdout: Holdout?
  /// Samples that nothing is decided by: they are looked at once, in the end; nil: none.
  public var test: Holdout?
  /// How the inputs are scaled, by the figures of the training samples; nil: not at all.
  public var scaling: Scaling?
  /// How the targets are scaled for training, by the figures of the training samples; nil: not at all.
  ///
  /// Losses are then those of scaled targets; `Run.outputs(of:on:)` speaks in the original unit.
  public var targetScaling: Scaling?
  /// What the loss of a sample of each class is multiplied by; nil: all alike.
  public var classWeights: [Double]?
  /// How the inputs of each batch are moved; nil: not at all.
  public var augmentation: Augmentation?
  /// When a headless run ends before its time; nil: never.
  public var earlyStopping: EarlyStopping?
  /// A mistake in the engine, for a lesson to find; nil: none.
  public var fault: Fault?

  /// Whether large weights cost something beside the loss of samples.
  public var hasPenalty: Bool { l1 > 0 || l2 > 0 }

  /// A recipe.
  ///
  /// Unless told otherwise: constant rate, no penalty, no clipping, full batch, seed 1.
  public init(
    data: DataRecipe, layers: [LayerRecipe], loss: Loss, optimizer: Optimizer,
    schedule: Schedule = .constant, l1: Double = 0, l2: Double = 0, clipping: Clipping? = nil,
    batches: BatchRecipe = .full, seed: UInt64 = 1, steps: Int? = nil, recordedSteps: [Int] = [],
    holdout: Holdout? = nil, test: Holdout? = nil, scaling: Scaling? = nil,
    targetScaling: Scaling? = nil, classWeights: [Double]? = nil,
    augmentation: Augmentation? = nil, earlyStopping: EarlyStopping? = nil, fault: Fault? = nil
  ) {
    self.data = data
    self.layers = layers
    self.loss = loss
    self.optimizer = optimizer
    self.schedule = schedule
    self.l1 = l1
    self.l2 = l2
    self.clipping = clipping
    self.batches = batches
    self.seed = seed
    self.steps = steps
    self.recordedSteps = recordedSteps
    self.holdout = holdout
    self.test = test
    self.scaling = scaling
    self.targetScaling = targetScaling
    self.classWeights = classWeights
    self.augmentation = augmentation
    self.earlyStopping = earlyStopping
    self.fault = fault
  }
}

extension Experiment {
  /// η of an update, from 0, after the schedule.
  func learningRate(at update: Int) -> Double {
    schedule.rate(base: optimizer.learningRate, update: update)
  }

  /// How many updates a headless run makes unless it is asked for others: `steps`, or 1000.
  public var usualUpdates: Int { steps ?? 1000 }
}

/// Where the samples come from.
public enum DataRecipe: Hashable, Sendable {
  /// Written out: N rows of inputs and N rows of targets.
  case explicit(inputs: [[Double]], targets: [[Double]])
  /// Samples that are at hand, as a file has them.
  case samples(Dataset)
  /// A named data set, made from the experiment's seed.
  case named(NamedDataset, DatasetOptions = DatasetOptions())
}

/// Which samples each update uses.
public enum BatchRecipe: Hashable, Sendable {
  /// All samples, in order, at every update.
  case full
  /// Mini-batches of `size` (the last one may be smaller), shuffled anew each epoch from (seed, epoch) unless told not to.
  case size(Int, isShuffled: Bool = true)
  /// Sample indices written out for each update; the last list's place is followed by the first again.
  case explicit([[Int]])
}

/// Limits the gradient before the optimizer sees it.
public enum Clipping: Hashable, Sendable {
  /// g · min(1, max / (‖g‖ + 1e-6)), the norm over all parameters together.
  case norm(Double)
  /// Each component limited to [−max, max].
  case value(Double)
}
