import NeuralNetwork

/// What an optimizer makes of a gradient, part by part, until it is a step.
struct OptimizerPart: Sendable {
  /// Its symbol, as the formulas have it.
  let symbol: String
  /// What it is, in words.
  let meaning: String
  /// The larger, the longer it stays where room is short.
  let priority: Int
  /// Its value for a parameter; nil where the optimizer has no such part.
  let value: @Sendable (TrainingStep, ParameterIndex, Optimizer) -> Double?
}

extension OptimizerPart {
  /// Every part, in the order of the work.
  static let all: [OptimizerPart] = [
    gradient, velocity, first, second, correctedFirst, correctedSecond, root, step, effectiveRate,
  ]

  /// Those that an optimizer has.
  static func of(_ optimizer: Optimizer, in step: TrainingStep) -> [OptimizerPart] {
    guard let index = step.network.parameterIndices.first else { return [] }
    return all.filter {
      $0.value(step, index, optimizer) != nil || $0.symbol == effectiveRate.symbol
    }
  }

  /// What an optimizer remembers of past gradients.
  static func firstMoment(of optimizer: Optimizer) -> OptimizerPart {
    optimizer.rule.memory(optimizer).contains(.first) ? first : velocity
  }

  static let gradient = OptimizerPart(
    symbol: "g", meaning: "the gradient", priority: 8
  ) { step, index, _ in step.gradient(index) }

  static let velocity = OptimizerPart(
    symbol: "v", meaning: "the velocity: steps that add up", priority: 7
  ) { step, index, optimizer in
    let memory = optimizer.rule.memory(optimizer)
    return memory.contains(.velocity) && !memory.contains(.first) ? step.firstMoment(index) : nil
  }

  static let first = OptimizerPart(
    symbol: "m", meaning: "a running mean of gradients", priority: 6
  ) { step, index, optimizer in
    optimizer.rule.memory(optimizer).contains(.first) ? step.firstMoment(index) : nil
  }

  static let second = OptimizerPart(
    symbol: "s", meaning: "their squares, summed or averaged", priority: 5
  ) { step, index, _ in step.secondMoment(index) }

  static let correctedFirst = OptimizerPart(
    symbol: "m̂", meaning: "m, corrected for its start at 0", priority: 3
  ) { step, index, optimizer in
    optimizer.rule.corrected.contains(.first)
      ? step.firstMoment(index).map { $0 / step.weightSum(optimizer.beta1) } : nil
  }

  static let correctedSecond = OptimizerPart(
    symbol: "ŝ", meaning: "s, corrected for its start at 0", priority: 2
  ) { step, index, optimizer in
    optimizer.rule.corrected.contains(.second)
      ? step.secondMoment(index).map { $0 / step.weightSum(optimizer.beta2) } : nil
  }

  static let root = OptimizerPart(
    symbol: "√", meaning: "the root that the step is divided by", priority: 1
  ) { step, index, optimizer in
    let second = correctedSecond.value(step, index, optimizer) ?? step.secondMoment(index)
    let first = correctedFirst.value(step, index, optimizer) ?? step.firstMoment(index) ?? 0
    return second.map { optimizer.rule.radicand(optimizer, first, $0).squareRoot() }
  }

  static let step = OptimizerPart(
    symbol: "step", meaning: "what the update adds to the parameter", priority: 9
  ) { step, index, _ in step.change(index) }

  static let effectiveRate = OptimizerPart(
    symbol: "step/−g", meaning: "the rate that the parameter has of its own", priority: 4
  ) { step, index, _ in
    let (gradient, change) = (step.gradient(index), step.change(index))
    // Beside what is only rounding any step would be a huge one.
    return abs(gradient) <= 1e-9 * abs(change) ? nil : change / -gradient
  }
}

extension TrainingStep {
  /// 1 − βᵗ: the weights of all gradients so far together, in a mean that keeps β.
  func weightSum(_ beta: Double) -> Double {
    var power = beta
    for _ in 0..<min(update, 100_000) where power > 1e-17 { power *= beta }
    return 1 - power
  }
}
