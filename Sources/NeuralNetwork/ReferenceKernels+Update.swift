/// Where the optimizer's memory lies; nil where the rule keeps none.
struct MomentPointers {
  var velocity: UnsafeMutablePointer<Double>?
  var first: UnsafeMutablePointer<Double>?
  var second: UnsafeMutablePointer<Double>?
}

extension ReferenceKernels {
  /// One update of `count` parameters, `time` = 1 in the first.
  ///
  /// Each gradient is scaled, then limited to ±limit, before the rule sees it.
  static func update(
    _ optimizer: Optimizer, rate: Double, time: Int, scale: Double, limit: Double,
    _ parameters: Output, _ gradients: Input, _ moments: MomentPointers, count: Int
  ) {
    let decay = optimizer.weightDecay
    for index in 0..<count {
      var g = max(-limit, min(limit, gradients[index] * scale))
      if optimizer.rule == .adamw {
        parameters[index] -= rate * decay * parameters[index]
      } else if decay != 0 {
        g += decay * parameters[index]
      }
      parameters[index] -= step(optimizer, rate, time, g, moments, index)
    }
  }

  /// How far one parameter moves down.
  private static func step(
    _ optimizer: Optimizer, _ rate: Double, _ time: Int, _ g: Double, _ moments: MomentPointers,
    _ index: Int
  ) -> Double {
    switch optimizer.rule {
    case .sgd: return rate * g
    case .momentum, .nesterov:
      guard let v = moments.velocity else { return 0 }
      v[index] = optimizer.momentum * v[index] + g
      return rate * (optimizer.rule == .momentum ? v[index] : g + optimizer.momentum * v[index])
    case .adagrad:
      guard let s = moments.second else { return 0 }
      s[index] += g * g
      let slowed = rate / (1 + Double(time - 1) * optimizer.learningRateDecay)
      return slowed * g / (s[index].squareRoot() + optimizer.epsilon)
    case .rmsprop: return rmsprop(optimizer, rate, g, moments, index)
    case .adam, .adamw: return adam(optimizer, rate, time, g, moments, index)
    }
  }

  private static func rmsprop(
    _ optimizer: Optimizer, _ rate: Double, _ g: Double, _ moments: MomentPointers, _ index: Int
  ) -> Double {
    guard let s = moments.second else { return 0 }
    let alpha = optimizer.alpha
    s[index] = alpha * s[index] + (1 - alpha) * g * g
    var variance = s[index]
    if let mean = moments.first {
      mean[index] = alpha * mean[index] + (1 - alpha) * g
      variance = max(0, variance - mean[index] * mean[index])
    }
    let direction = g / (variance.squareRoot() + optimizer.epsilon)
    guard let b = moments.velocity else { return rate * direction }
    b[index] = optimizer.momentum * b[index] + direction
    return rate * b[index]
  }

  private static func adam(
    _ optimizer: Optimizer, _ rate: Double, _ time: Int, _ g: Double, _ moments: MomentPointers,
    _ index: Int
  ) -> Double {
    guard let m = moments.first, let s = moments.second else { return 0 }
    m[index] = optimizer.beta1 * m[index] + (1 - optimizer.beta1) * g
    s[index] = optimizer.beta2 * s[index] + (1 - optimizer.beta2) * g * g
    let mean = m[index] / (1 - Elementary.power(optimizer.beta1, time))
    let variance = s[index] / (1 - Elementary.power(optimizer.beta2, time))
    return rate * mean / (variance.squareRoot() + optimizer.epsilon)
  }
}
