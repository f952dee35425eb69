import NeuralNetwork

/// The gradient of one parameter as a product that can be checked with a calculator, for one sample.
struct ChainRule: Hashable {
  /// One factor: its name, its formula, its value, and whether the learner has walked that far.
  struct Factor: Hashable {
    let name: String
    let formula: String
    /// The formula without the numbers of layer and unit, which the name has, too.
    var shortFormula: String?
    let value: Double
    let isKnown: Bool
    /// The phase that finds it out; nil for what is known from the start.
    var phase: Phase?
    /// Whether it is ∂E/∂z of a loss that goes with the output's activation.
    var isLogit = false
    /// Whether it stands for several factors.
    var isMerged = false
  }

  let parameter: ParameterIndex
  /// From the loss back to the parameter.
  let factors: [Factor]
  /// ∂E/∂θ over the whole batch.
  let gradient: Double
  /// What the parts of all samples and the penalty come to: the gradient, but in an engine with a planted fault; nil where it
  /// is no sum of such parts.
  let sumOfParts: Double?
  /// What the penalties on weights add to it; nil where there are none.
  let penalty: Double?
  /// The product of the factors: what this one sample adds to the gradient, or would add if the batch held it.
  let product: Double
  /// The number of the sample in the data set, from 0.
  let sample: Int
  /// Whether the batch holds it.
  let isInBatch: Bool
  /// The numbers of the batch's samples.
  let batch: [Int]
  let isKnown: Bool

  /// The product for a parameter in a step that the learner has walked through up to `phase`.
  ///
  /// - Parameters:
  ///   - parameter: whose gradient it is.
  ///   - step: the batch's.
  ///   - way: the sample's; nil where the batch goes without the sample and no product stands for it.
  ///   - sample: its number in the data set, from 0.
  ///   - phase: how far the learner has walked.
  ///   - isAsked: whether the learner is to work the product out.
  init(
    _ parameter: ParameterIndex, in step: TrainingStep, by way: SampleStep?, of sample: Int,
    phase: Phase, isAsked: Bool = false
  ) {
    factors =
      way.map { FactorWriter(step: $0.step, sample: $0.row, phase: phase).factors(of: parameter) }
      ?? []
    self.parameter = parameter
    gradient = step.gradient(parameter)
    penalty = step.penaltyGradient(parameter)
    sumOfParts = step.contributions(to: parameter).map {
      $0.reduce(step.penaltyGradient(parameter) ?? 0, +)
    }
    product = factors.reduce(1) { $0 * $1.value }
    self.sample = sample
    isInBatch = way?.isInBatch ?? false
    batch = step.sampleIndices
    isKnown = phase >= .backward(layer: parameter.layer) && !isAsked
  }

  /// The product for a row of the step's batch.
  init(_ parameter: ParameterIndex, in step: TrainingStep, row: Int = 0, phase: Phase) {
    let sample = step.sampleIndices[row]
    self.init(
      parameter, in: step, by: SampleStep(sample, in: step, row: row), of: sample, phase: phase)
  }

  /// What the parts come to where the engine says something else.
  var contradiction: Double? {
    sumOfParts.flatMap { abs($0 - gradient) > 1e-6 * max(abs($0), abs(gradient)) ? $0 : nil }
  }

  /// The factors in at most `count` lines: those nearest to the loss become one, which is a derivative of E itself.
  func merged(to count: Int) -> [Factor] {
    guard factors.count > count, count > 0 else { return factors }
    let head = factors.prefix(factors.count - count + 1)
    let below = head.last?.name.split(separator: "/").last.map(String.init) ?? ""
    let product = Factor(
      name: "∂E/\(below)", formula: "\(head.count) factors in one",
      value: head.reduce(1) { $0 * $1.value }, isKnown: head.allSatisfy(\.isKnown), isMerged: true)
    return [product] + factors.suffix(count - 1)
  }
}

extension TrainingStep {
  /// What each sample of the batch adds to the gradient of a weight or a bias; nil for γ and β.
  func contributions(to parameter: ParameterIndex) -> [Double]? {
    let deltas = deltas(layer: parameter.layer).column(parameter.unit - 1)
    switch parameter.kind {
    case .weight(_, let input):
      return zip(deltas, activations(layer: parameter.layer - 1).column(input - 1)).map { $0 * $1 }
    case .bias: return deltas
    case .gamma, .beta: return nil
    }
  }
}
