import NeuralNetwork

/// The gradient of one parameter as a product that can be checked with a calculator, for one sample of the batch.
struct ChainRule: Hashable {
  /// One factor: its name, its formula, its value, and whether the learner has walked that far.
  struct Factor: Hashable {
    let name: String
    let formula: String
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
  /// The product of the factors: what this one sample adds to the gradient.
  let product: Double
  /// The row of the batch that it is for.
  let sample: Int
  let sampleCount: Int
  let isKnown: Bool

  /// The product for a parameter in a step that the learner has walked through up to `phase`.
  init(_ parameter: ParameterIndex, in step: TrainingStep, sample: Int = 0, phase: Phase) {
    let writer = FactorWriter(step: step, sample: sample, phase: phase)
    factors = writer.factors(of: parameter)
    self.parameter = parameter
    gradient = step.gradient(parameter)
    product = factors.reduce(1) { $0 * $1.value }
    self.sample = sample
    sampleCount = step.inputs.rows
    isKnown = phase >= .backward(layer: parameter.layer)
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
