internal import CKernels

/// A whole update in one call, for networks without batch norm, residual layers and dropout.
///
/// Its bits are those of the single kernels called one after the other; only the way there is shorter.
final class PlainUpdate {
  private(set) var plan: dk_plan
  let arena: dk_arena
  private(set) var optimizer: dk_optimizer
  private let layers: UnsafeMutablePointer<dk_layer>

  /// Nil when the network or the loss needs more than the one call can do.
  init?(_ network: Network, _ experiment: Experiment, _ loss: Loss, _ arena: Arena, _ starts: [Int])
  {
    guard let lossKernel = loss.kernel, network.layers.allSatisfy(\.isPlain) else { return nil }
    let layers = UnsafeMutablePointer<dk_layer>.allocate(capacity: network.depth)
    for (index, layer) in network.layers.enumerated() {
      layers[index] = dk_layer(
        inputs: layer.inputs, units: layer.units, weights: layer.start,
        biases: layer.hasBiases ? layer.biasStart : -1, values: starts[index],
        activation: layer.activation.kernel ?? dk_activation_softmax, slope: layer.slope)
    }
    self.layers = layers
    let (clip, maximum) = experiment.clipping.kernel
    plan = dk_plan(
      layers: layers, layer_count: network.depth, parameter_count: network.parameterCount,
      loss: lossKernel, loss_parameter: Loss.huberEdge, l1: experiment.l1, l2: experiment.l2,
      clip: clip, clip_maximum: maximum)
    self.arena = dk_arena(
      parameters: arena.model, gradients: arena.gradients, moments: arena.moments.kernel,
      preactivations: arena.z, activations: arena.a, deltas: arena.delta)
    optimizer = experiment.optimizer.kernel
  }

  deinit { layers.deallocate() }
}

extension Layer {
  /// Whether it is nothing but weights, biases and an activation that the kernels know.
  fileprivate var isPlain: Bool { !hasBatchNorm && !hasDetour && activation != .step }
}

extension Activation {
  /// Its kernel; nil for softmax, which has kernels of its own, and for the step.
  var kernel: dk_activation? {
    switch self {
    case .linear: dk_activation_linear
    case .sigmoid: dk_activation_sigmoid
    case .tanh: dk_activation_tanh
    case .relu: dk_activation_relu
    case .leakyRelu: dk_activation_leaky_relu
    case .softmax, .step: nil
    }
  }
}

extension Loss {
  /// Huber's loss is quadratic up to this error and linear beyond.
  static let huberEdge = 1.0

  /// Its kernel; nil for the perceptron, whose step fires at z = 0 too.
  var kernel: dk_loss_kind? {
    switch self {
    case .meanSquaredError: dk_loss_mse
    case .halfMeanSquaredError: dk_loss_half_mse
    case .meanAbsoluteError: dk_loss_mae
    case .huber: dk_loss_huber
    case .binaryCrossEntropy: dk_loss_bce
    case .categoricalCrossEntropy: dk_loss_cce
    case .perceptron: nil
    }
  }
}

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

extension MomentPointers {
  var kernel: dk_moments {
    dk_moments(velocity: velocity, first_moment: first, second_moment: second)
  }
}

extension Clipping? {
  fileprivate var kernel: (dk_clip, Double) {
    switch self {
    case nil: (dk_clip_none, 0)
    case .norm(let maximum): (dk_clip_norm, maximum)
    case .value(let maximum): (dk_clip_value, maximum)
    }
  }
}
