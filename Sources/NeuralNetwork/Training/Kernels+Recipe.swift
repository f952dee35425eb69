internal import CKernels

extension Optimizer {
  /// The settings as the kernels read them, at the base rate and without clipping.
  var kernel: dk_optimizer {
    dk_optimizer(
      kind: rule.kernel, centered: isCentered, learning_rate: learningRate,
      weight_decay: weightDecay, momentum: momentum, alpha: alpha, beta1: beta1, beta2: beta2,
      epsilon: epsilon, learning_rate_decay: learningRateDecay, gradient_scale: 1,
      gradient_limit: .infinity)
  }
}

extension Optimizer.Rule {
  fileprivate var kernel: dk_optimizer_kind {
    switch self {
    case .sgd: dk_optimizer_sgd
    case .momentum: dk_optimizer_momentum
    case .nesterov: dk_optimizer_nesterov
    case .adagrad: dk_optimizer_adagrad
    case .rmsprop: dk_optimizer_rmsprop
    case .adam: dk_optimizer_adam
    case .adamw: dk_optimizer_adamw
    }
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
