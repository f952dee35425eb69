internal import CKernels

extension Optimizer {
  /// The settings as the kernels read them, at the base rate and without clipping; nil for a rule without a kernel.
  var kernel: dk_optimizer? {
    guard let kind = rule.kernel else { return nil }
    return dk_optimizer(
      kind: kind, centered: isCentered, learning_rate: learningRate,
      weight_decay: weightDecay, momentum: momentum, alpha: alpha, beta1: beta1, beta2: beta2,
      epsilon: epsilon, learning_rate_decay: learningRateDecay, gradient_scale: 1,
      gradient_limit: .infinity)
  }
}

extension Clipping? {
  /// Which clipping the kernels do, and its threshold.
  var kernel: (kind: dk_clip, maximum: Double) {
    switch self {
    case nil: (dk_clip_none, 0)
    case .norm(let maximum): (dk_clip_norm, maximum)
    case .value(let maximum): (dk_clip_value, maximum)
    }
  }
}
