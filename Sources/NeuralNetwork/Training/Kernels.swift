internal import CKernels

/// The few operations that all training is made of, in the engine's own terms.
///
/// Matrices are row after row, samples are rows, weights are [inputs][units]. The order of every sum is fixed by the
/// kernels, so that the same bits come out whatever the machine.
enum Kernels {
  typealias Input = UnsafePointer<Double>
  typealias Output = UnsafeMutablePointer<Double>

  /// The given rows of a matrix, one after the other.
  static func gather(_ source: Matrix, rows: UnsafeBufferPointer<Int>, into target: Output) {
    guard let indices = rows.baseAddress else { return }
    dk_gather(source.elements, indices, target, rows.count, source.columns)
  }

  /// z[s][j] = b[j] + Σᵢ x[s][i] w[i][j].
  static func affine(
    _ x: Input, _ w: Input, _ b: Input?, _ z: Output, rows: Int, inputs: Int, units: Int
  ) {
    dk_affine(x, w, b, z, rows, inputs, units)
  }

  /// dw[i][j] = Σₛ x[s][i] δ[s][j] and db[j] = Σₛ δ[s][j].
  static func weightGradient(
    _ x: Input, _ delta: Input, _ dw: Output, _ db: Output?, rows: Int, inputs: Int, units: Int
  ) {
    dk_weight_gradient(x, delta, dw, db, rows, inputs, units)
  }

  /// dx[s][i] = Σⱼ δ[s][j] w[i][j]: the error carried back through the weights.
  static func inputGradient(
    _ delta: Input, _ w: Input, _ dx: Output, rows: Int, inputs: Int, units: Int
  ) {
    dk_input_gradient(delta, w, dx, rows, inputs, units)
  }

  /// a = f(z); a may be z.
  static func activate(
    _ kind: Activation, slope: Double, _ z: Input, _ a: Output, rows: Int, units: Int
  ) {
    if kind.isRowwise {
      dk_softmax(z, a, rows, units)
    } else if let kernel = kind.kernel {
      dk_activate(kernel, slope, z, a, rows * units)
    } else {
      for index in 0..<rows * units { a[index] = kind.function(z[index], slope) }
    }
  }

  /// From ∂L/∂a to ∂L/∂z, in place.
  static func activationGradient(
    _ kind: Activation, slope: Double, _ z: Input, _ a: Input, _ delta: Output, rows: Int,
    units: Int
  ) {
    if kind.isRowwise {
      dk_softmax_gradient(a, delta, rows, units)
    } else if let kernel = kind.kernel {
      dk_activation_gradient(kernel, slope, z, a, delta, rows * units)
    } else {
      for index in 0..<rows * units { delta[index] *= kind.derivative(z[index], a[index], slope) }
    }
  }

  /// The loss of a batch, and in δ its derivative: by z for the losses worked out from z, by a for the others.
  static func loss(
    _ kind: Loss, _ classWeights: [Double]?, _ z: Input, _ a: Output, _ t: Input, _ delta: Output?,
    rows: Int, units: Int
  ) -> Double {
    guard let classWeights else {
      return loss(kind, z, a, t, delta, rows: rows, units: units)
    }
    // Row by row: each is a batch of its own, of which the class's weight and a share of 1 / rows are taken.
    var sum = 0.0
    for row in 0..<rows {
      let start = row * units
      let weight = classWeights[label(t + start, of: units)]
      let delta = delta.map { $0 + start }
      sum += weight * loss(kind, z + start, a + start, t + start, delta, rows: 1, units: units)
      guard let delta else { continue }
      for unit in 0..<units { delta[unit] *= weight / Double(rows) }
    }
    return sum / Double(rows)
  }

  /// The class that a row of targets marks, from 0.
  private static func label(_ targets: Input, of units: Int) -> Int {
    guard units > 1 else { return targets[0] > 0.5 ? 1 : 0 }
    return (0..<units).reduce(0) { targets[$1] > targets[$0] ? $1 : $0 }
  }

  private static func loss(
    _ kind: Loss, _ z: Input, _ a: Output, _ t: Input, _ delta: Output?, rows: Int, units: Int
  ) -> Double {
    if let kernel = kind.kernel {
      return dk_loss(kernel, kind.kernelParameter, z, a, t, delta, rows, units)
    }
    let values = kind.argument == .preActivation ? z : Input(a)
    let divisor = kind.divisor(rows: rows, outputs: units)
    var sum = 0.0
    for index in 0..<rows * units {
      sum += kind.value(values[index], t[index])
      delta?[index] = kind.derivative(values[index], t[index]) / divisor
    }
    return sum / divisor
  }

  /// λ₁ Σ|w| + λ₂/2 Σw²; its gradient is added to dw.
  static func penalty(_ w: Input, _ dw: Output?, l1: Double, l2: Double, count: Int) -> Double {
    dk_penalty(w, dw, l1, l2, count)
  }

  /// One update of `count` parameters, `time` = 1 in the first.
  ///
  /// Each gradient is scaled, then limited to ±limit, before the rule sees it.
  static func update(
    _ plan: Plan, rate: Double, time: Int, scale: Double, limit: Double,
    _ parameters: Output, _ gradients: Input, _ moments: MomentPointers, count: Int
  ) {
    guard var kernel = plan.optimizerKernel else {
      let optimizer = plan.experiment.optimizer
      return optimizer.rule.apply(
        optimizer,
        ParameterUpdate(
          rate: rate, time: time, count: count, parameters: parameters, gradients: gradients,
          moments: moments, scale: scale, limit: limit,
          coupledDecay: optimizer.rule.isDecoupled ? 0 : optimizer.weightDecay))
    }
    kernel.learning_rate = rate
    kernel.gradient_scale = scale
    kernel.gradient_limit = limit
    dk_update(&kernel, time, parameters, gradients, moments.kernel, count)
  }

  static func sumOfSquares(_ x: Input, _ count: Int) -> Double { dk_sum_of_squares(x, count) }

  static func allFinite(_ x: Input, _ count: Int) -> Bool { dk_all_finite(x, count) }
}

/// Where the optimizer's memory lies; nil where the rule keeps none.
struct MomentPointers {
  var velocity: UnsafeMutablePointer<Double>?
  var first: UnsafeMutablePointer<Double>?
  var second: UnsafeMutablePointer<Double>?

  /// The memory of the parameters from one on.
  func advanced(by start: Int) -> MomentPointers {
    MomentPointers(
      velocity: velocity.map { $0 + start }, first: first.map { $0 + start },
      second: second.map { $0 + start })
  }

  var kernel: dk_moments {
    dk_moments(velocity: velocity, first_moment: first, second_moment: second)
  }
}
