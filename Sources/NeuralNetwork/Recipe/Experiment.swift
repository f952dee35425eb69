/// The recipe of a training run: everything that decides its numbers, and nothing else.
///
/// A lesson's head, an experiment file and the keys of the sandbox all produce one; the same recipe
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

/// One weight layer of the recipe.
public struct LayerRecipe: Hashable, Sendable {
  /// How many units the layer has.
  public var units: Int
  /// The function of its units.
  public var activation: Activation
  /// The slope of leaky ReLU for negative z.
  public var slope: Double
  /// How its weights start.
  public var initializer: Initializer
  /// Written-out parameters; they take the initializer's place.
  public var explicit: ExplicitParameters?
  /// Whether each unit has a bias.
  ///
  /// Batch norm, and written-out weights without biases, leave them out anyway.
  public var hasBiases: Bool
  /// Batch normalization before the activation, in hidden layers only; nil: none.
  public var batchNorm: BatchNormRecipe?
  /// Adds the layer's input to its activation; needs as many units as inputs.
  public var isResidual: Bool
  /// Dropout after the activation, in hidden layers only; nil: none.
  public var dropout: DropoutRecipe?
  /// Which of its parameters training may change; the others keep their first values, and no penalty or decay touches them.
  public var trainable = ParameterParts.all

  /// A layer.
  ///
  /// Unless told otherwise: Xavier weights and biases of 0.
  public init(
    units: Int, activation: Activation, slope: Double = 0.01, initializer: Initializer = .xavier,
    explicit: ExplicitParameters? = nil, hasBiases: Bool = true,
    batchNorm: BatchNormRecipe? = nil, isResidual: Bool = false, dropout: DropoutRecipe? = nil,
    trainable: ParameterParts = .all
  ) {
    self.units = units
    self.activation = activation
    self.slope = slope
    self.initializer = initializer
    self.explicit = explicit
    self.hasBiases = hasBiases
    self.batchNorm = batchNorm
    self.isResidual = isResidual
    self.dropout = dropout
    self.trainable = trainable
  }
}

/// Weights as a book writes them: `weights[j][i]` leads from input i into unit j; one bias a unit, or none.
public struct ExplicitParameters: Hashable, Sendable {
  /// One row a unit, one number an input.
  public var weights: [[Double]]
  /// One number a unit; nil: the layer has no biases.
  public var biases: [Double]?

  /// Written-out weights, and biases if the layer has any.
  public init(weights: [[Double]], biases: [Double]? = nil) {
    self.weights = weights
    self.biases = biases
  }
}

/// Batch normalization between z and the activation: u = γ (z − mean) / √(variance + ε) + β.
public struct BatchNormRecipe: Hashable, Sendable {
  /// One γ a unit; nil starts at 1.
  public var gamma: [Double]?
  /// One β a unit; nil starts at 0.
  public var beta: [Double]?
  /// The running mean of z that inference begins with, one a unit; nil starts at 0.
  public var mean: [Double]?
  /// The running variance of z that inference begins with, one a unit; nil starts at 1.
  public var variance: [Double]?
  /// Added to the variance before the root is taken.
  public var epsilon: Double

  /// Batch normalization with its first γ and β, and the running figures that it begins with.
  public init(
    gamma: [Double]? = nil, beta: [Double]? = nil, mean: [Double]? = nil,
    variance: [Double]? = nil, epsilon: Double = 1e-5
  ) {
    self.gamma = gamma
    self.beta = beta
    self.mean = mean
    self.variance = variance
    self.epsilon = epsilon
  }
}

/// Dropout after the activation, in training steps only.
public struct DropoutRecipe: Hashable, Sendable {
  /// The share p of units that are dropped, from 0 up to but not including 1.
  public var rate: Double
  /// Written-out masks, `masks[step][row of the batch][unit]`, 0 dropped and 1 kept; nil draws them from the seed.
  ///
  /// After the last one comes the first again, and a mask with fewer rows than its batch starts over.
  public var masks: [[[Double]]]?

  /// Dropout of a share of the units.
  public init(rate: Double, masks: [[[Double]]]? = nil) {
    self.rate = rate
    self.masks = masks
  }
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
