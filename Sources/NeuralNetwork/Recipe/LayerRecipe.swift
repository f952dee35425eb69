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
