/// Something that is wrong with a training run, with the figures that show it.
public enum TrainingProblem: Hashable, Sendable {
  /// A ReLU unit whose z is above 0 for no sample of the data set: it puts out 0 and learns nothing.
  case deadUnit(layer: Int, unit: Int, largestPreActivation: Double)
  /// A sigmoid or tanh unit that is flat (f′ below 1 % of its maximum) on at least 95 % of the samples.
  case saturatedUnit(layer: Int, unit: Int, share: Double)
  /// A layer whose weight gradient is so small that it hardly learns; `ratio` is to the output layer's.
  case vanishing(layer: Int, norm: Double, ratio: Double)
  /// A layer whose weight gradient is so large that a step throws it far away.
  case exploding(layer: Int, norm: Double)
  /// A learning rate at or beyond 2/λ_max, where gradient descent on a quadratic cost stops converging.
  case unstableLearningRate(rate: Double, limit: Double)
  /// Every gradient is exactly 0 although the loss is not: nothing will ever move again.
  case deadNetwork(loss: Double)
  /// A value that is not finite.
  case divergence(Divergence)
}

extension TrainingProblem {
  /// A layer's weight gradient below this norm counts as vanishing.
  public static let vanishingNorm = 1e-5
  /// A layer's weight gradient above this norm counts as exploding.
  public static let explodingNorm = 1e2
  /// A unit is flat on a sample where f′ is below this share of its maximum.
  public static let flatShare = 0.01
  /// A unit is saturated when it is flat on at least this share of the samples.
  public static let saturatedShare = 0.95

  /// What is wrong and how it shows, for the learner.
  public var sentence: String {
    switch self {
    case .deadUnit(let layer, let unit, let largest):
      "Unit \(unit) of layer \(layer) is dead: its largest z over all samples is "
        + "\(Decimal.short(largest)), so ReLU puts out 0 everywhere and no gradient reaches it."
    case .saturatedUnit(let layer, let unit, let share):
      "Unit \(unit) of layer \(layer) is saturated: on \(Decimal.short(100 * share)) % of the samples its slope is "
        + "below 1 % of the steepest, so hardly any gradient passes."
    case .vanishing(let layer, let norm, let ratio):
      "The gradient vanishes in layer \(layer): its norm is \(Decimal.short(norm)), "
        + "\(Decimal.short(ratio)) times the output layer's."
    case .exploding(let layer, let norm):
      "The gradient explodes in layer \(layer): its norm is \(Decimal.short(norm))."
    case .unstableLearningRate(let rate, let limit):
      "The learning rate \(Decimal.short(rate)) is not below \(Decimal.short(limit)), the limit 2/λ for this cost, "
        + "whose steepest curvature is λ = \(Decimal.short(2 / limit)): each step overshoots at least as far as it was off."
    case .deadNetwork(let loss):
      "The network is dead: the loss stays at \(Decimal.short(loss)) because every gradient is exactly 0."
    case .divergence(let divergence): divergence.sentence
    }
  }
}
