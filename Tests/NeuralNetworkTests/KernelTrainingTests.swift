import CKernels
import Testing

/// A plain network with its arenas, to be trained by one call or kernel by kernel.
private struct Run {
  var layers: [dk_layer]
  var plan = dk_plan()
  var optimizer = dk_optimizer()
  var parameters: [Double]
  var gradients, velocity, first, second, z, a, deltas: [Double]

  init(sizes: [Int], activations: [dk_activation], biases: Bool, rows: Int, seed: Int) {
    var parameterCount = 0
    var valueCount = 0
    layers = []
    for (l, activation) in activations.enumerated() {
      let (inputs, units) = (sizes[l], sizes[l + 1])
      let weights = parameterCount
      parameterCount += inputs * units
      layers.append(
        dk_layer(
          inputs: inputs, units: units, weights: weights, biases: biases ? parameterCount : -1,
          values: valueCount, activation: activation, slope: 0.1))
      if biases { parameterCount += units }
      valueCount += rows * units
    }
    var numbers = KernelNumbers(seed: seed)
    parameters = numbers.numbers(parameterCount, scale: 0.7)
    let zeros = [Double](repeating: 0, count: parameterCount)
    (gradients, velocity, first, second) = (zeros, zeros, zeros, zeros)
    z = [Double](repeating: 0, count: valueCount)
    (a, deltas) = (z, z)
    plan.layer_count = layers.count
    plan.parameter_count = parameterCount
    optimizer.kind = dk_optimizer_sgd
    optimizer.learning_rate = 0.1
    optimizer.momentum = 0.9
    optimizer.beta1 = 0.9
    optimizer.beta2 = 0.999
    optimizer.epsilon = 1e-8
  }

  mutating func withArena<R>(_ body: (inout dk_plan, dk_arena, inout dk_optimizer) -> R) -> R {
    var (plan, optimizer) = (plan, optimizer)
    return layers.withUnsafeBufferPointer { layers in
      parameters.withUnsafeMutableBufferPointer { parameters in
        gradients.withUnsafeMutableBufferPointer { gradients in
          velocity.withUnsafeMutableBufferPointer { velocity in
            first.withUnsafeMutableBufferPointer { first in
              second.withUnsafeMutableBufferPointer { second in
                z.withUnsafeMutableBufferPointer { z in
                  a.withUnsafeMutableBufferPointer { a in
                    deltas.withUnsafeMutableBufferPointer { deltas in
                      plan.layers = layers.baseAddress
                      let moments = dk_moments(
                        velocity: velocity.baseAddress, first_moment: first.baseAddress,
                        second_moment: second.baseAddress)
                      let arena = dk_arena(
                        parameters: parameters.baseAddress, gradients: gradients.baseAddress,
                        moments: moments, preactivations: z.baseAddress,
                        activations: a.baseAddress, deltas: deltas.baseAddress)
                      return body(&plan, arena, &optimizer)
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  /// The update spelled out in single kernels.
  mutating func layeredStep(t: Int, x: [Double], targets: [Double], rows: Int) -> dk_step_result {
    withArena { plan, arena, optimizer in
      guard let layers = plan.layers, let parameters = arena.parameters,
        let gradients = arena.gradients, let z = arena.preactivations, let a = arena.activations,
        let deltas = arena.deltas
      else { return dk_step_result() }
      let last = plan.layer_count - 1
      return x.withUnsafeBufferPointer { x in
        func input(_ l: Int) -> UnsafePointer<Double>? {
          l == 0 ? x.baseAddress : UnsafePointer(a + layers[l - 1].values)
        }
        for l in 0...last {
          let layer = layers[l]
          let b = layer.biases < 0 ? nil : parameters + layer.biases
          dk_affine(
            input(l), parameters + layer.weights, b, z + layer.values, rows, layer.inputs,
            layer.units)
          if layer.activation == dk_activation_softmax {
            dk_softmax(z + layer.values, a + layer.values, rows, layer.units)
          } else {
            dk_activate(
              layer.activation, layer.slope, z + layer.values, a + layer.values,
              rows * layer.units)
          }
        }
        let output = layers[last]
        var result = dk_step_result()
        result.data_loss = dk_loss(
          plan.loss, plan.loss_parameter, z + output.values, a + output.values, targets,
          deltas + output.values, rows, output.units)
        if plan.loss != dk_loss_bce && plan.loss != dk_loss_cce {
          if output.activation == dk_activation_softmax {
            dk_softmax_gradient(a + output.values, deltas + output.values, rows, output.units)
          } else {
            dk_activation_gradient(
              output.activation, output.slope, z + output.values, a + output.values,
              deltas + output.values, rows * output.units)
          }
        }
        for l in (0...last).reversed() {
          let layer = layers[l]
          dk_weight_gradient(
            input(l), deltas + layer.values, gradients + layer.weights,
            layer.biases < 0 ? nil : gradients + layer.biases, rows, layer.inputs, layer.units)
          guard l > 0 else { continue }
          let below = layers[l - 1]
          dk_input_gradient(
            deltas + layer.values, parameters + layer.weights, deltas + below.values, rows,
            layer.inputs, layer.units)
          dk_activation_gradient(
            below.activation, below.slope, z + below.values, a + below.values,
            deltas + below.values, rows * below.units)
        }
        var penalty = 0.0
        for l in 0...last where plan.l1 != 0 || plan.l2 != 0 {
          let layer = layers[l]
          penalty += dk_penalty(
            parameters + layer.weights, gradients + layer.weights, plan.l1, plan.l2,
            layer.inputs * layer.units)
        }
        result.loss = result.data_loss + penalty
        result.gradient_norm = .nan
        optimizer.gradient_scale = 1
        optimizer.gradient_limit = plan.clip == dk_clip_value ? plan.clip_maximum : .infinity
        if plan.clip == dk_clip_norm {
          result.gradient_norm = dk_sum_of_squares(gradients, plan.parameter_count).squareRoot()
          optimizer.gradient_scale = min(1, plan.clip_maximum / (result.gradient_norm + 1e-6))
        }
        dk_update(&optimizer, t, parameters, gradients, arena.moments, plan.parameter_count)
        return result
      }
    }
  }

  mutating func step(
    _ kernels: dk_kernels, t: Int, x: [Double], targets: [Double], rows: Int
  ) -> dk_step_result {
    withArena { plan, arena, optimizer in
      withUnsafePointer(to: arena) {
        kernels.train_step(&plan, $0, &optimizer, t, x, targets, rows)
      }
    }
  }
}

private func same(_ one: Run, _ other: Run) -> Bool {
  sameBits(one.parameters, other.parameters) && sameBits(one.gradients, other.gradients)
    && sameBits(one.velocity, other.velocity) && sameBits(one.first, other.first)
    && sameBits(one.second, other.second) && sameBits(one.z, other.z) && sameBits(one.a, other.a)
    && sameBits(one.deltas, other.deltas)
}

private func same(_ one: dk_step_result, _ other: dk_step_result) -> Bool {
  sameBits(
    [one.data_loss, one.loss, one.gradient_norm],
    [other.data_loss, other.loss, other.gradient_norm])
}

private let (linear, sigmoid, tanh, relu, leaky, softmax) = (
  dk_activation_linear, dk_activation_sigmoid, dk_activation_tanh, dk_activation_relu,
  dk_activation_leaky_relu, dk_activation_softmax
)

@Suite struct KernelTrainingTests {
  private struct Case {
    let sizes: [Int]
    let activations: [dk_activation]
    let loss: dk_loss_kind
    var rows = 4
  }

  private let cases = [
    Case(sizes: [1, 1, 1], activations: [sigmoid, sigmoid], loss: dk_loss_mse, rows: 1),
    Case(sizes: [1, 1, 1], activations: [tanh, sigmoid], loss: dk_loss_bce, rows: 1),
    Case(sizes: [1, 1, 1, 1], activations: [leaky, sigmoid, tanh], loss: dk_loss_huber, rows: 1),
    Case(sizes: [1, 1, 1], activations: [sigmoid, linear], loss: dk_loss_mae, rows: 1),
    Case(sizes: [1, 1], activations: [linear], loss: dk_loss_half_mse, rows: 1),
    Case(sizes: [1, 1, 1], activations: [tanh, linear], loss: dk_loss_mse, rows: 3),
    Case(sizes: [2, 2, 1], activations: [relu, sigmoid], loss: dk_loss_bce),
    Case(sizes: [2, 4, 2, 1], activations: [tanh, tanh, tanh], loss: dk_loss_half_mse, rows: 10),
    Case(sizes: [3, 5, 7, 3], activations: [leaky, sigmoid, softmax], loss: dk_loss_cce, rows: 6),
    Case(sizes: [2, 9, 2], activations: [tanh, softmax], loss: dk_loss_mse, rows: 5),
    Case(sizes: [4, 33, 1], activations: [relu, linear], loss: dk_loss_huber, rows: 17),
    Case(sizes: [4, 2], activations: [linear], loss: dk_loss_mse, rows: 3),
    Case(sizes: [3, 6, 2], activations: [linear, tanh], loss: dk_loss_mae, rows: 8),
    Case(
      sizes: [64, 140, 130, 10], activations: [relu, relu, softmax], loss: dk_loss_cce, rows: 20),
  ]

  @Test func `one call gives the bits of the single kernels, in every variant`() {
    let optimizers = [
      dk_optimizer_sgd, dk_optimizer_momentum, dk_optimizer_nesterov, dk_optimizer_adagrad,
      dk_optimizer_adam, dk_optimizer_adamw, dk_optimizer_sgd,
    ]
    for (number, each) in cases.enumerated() {
      var numbers = KernelNumbers(seed: 20 + number)
      let x = numbers.numbers(each.rows * each.sizes[0])
      let units = each.sizes[each.sizes.count - 1]
      let targets = (0..<each.rows * units).map { $0 % units == $0 / units % units ? 1.0 : 0 }
      for setting in optimizers.indices {
        var layered = Run(
          sizes: each.sizes, activations: each.activations, biases: ![3, 6].contains(setting),
          rows: each.rows,
          seed: number)
        layered.plan.loss = each.loss
        layered.plan.loss_parameter = 0.5
        layered.optimizer.kind = optimizers[setting]
        layered.optimizer.weight_decay = setting == 1 ? 0.01 : 0
        if (3...5).contains(setting) { (layered.plan.l1, layered.plan.l2) = (0.001, 0.01) }
        layered.plan.clip = [dk_clip_none, dk_clip_norm, dk_clip_value][setting % 3]
        layered.plan.clip_maximum = 0.05
        let start = layered
        var results: [dk_step_result] = []
        for t in 1...3 {
          results.append(layered.layeredStep(t: t, x: x, targets: targets, rows: each.rows))
        }
        for kernels in kernelVariants {
          var whole = start
          for t in 1...3 {
            let result = whole.step(kernels, t: t, x: x, targets: targets, rows: each.rows)
            #expect(same(result, results[t - 1]), "\(each.sizes) setting \(setting) step \(t)")
          }
          #expect(
            same(whole, layered),
            "\(each.sizes) setting \(setting) \(String(cString: kernels.name))")
        }
        #expect(layered.parameters != start.parameters)
      }
    }
  }

  @Test func `forward and evaluate agree with the step, and evaluate leaves the gradients alone`() {
    var run = Run(sizes: [3, 5, 2], activations: [tanh, softmax], biases: true, rows: 4, seed: 1)
    run.plan.loss = dk_loss_cce
    run.plan.l2 = 0.1
    var numbers = KernelNumbers(seed: 2)
    let x = numbers.numbers(12)
    let targets = [1.0, 0, 0, 1, 1, 0, 0, 1]
    for kernels in kernelVariants {
      var (forward, evaluated, stepped) = (run, run, run)
      forward.withArena { plan, arena, _ in
        withUnsafePointer(to: arena) { kernels.forward(&plan, $0, x, 4) }
      }
      let value = evaluated.withArena { plan, arena, _ in
        withUnsafePointer(to: arena) { kernels.evaluate(&plan, $0, x, targets, 4) }
      }
      let result = stepped.step(kernels, t: 1, x: x, targets: targets, rows: 4)
      #expect(same(value, result))
      #expect(value.loss > value.data_loss)
      #expect(sameBits(forward.a, stepped.a) && sameBits(evaluated.a, stepped.a))
      #expect(sameBits(forward.z, stepped.z))
      #expect(evaluated.gradients == run.gradients && evaluated.deltas == run.deltas)
    }
  }

  @Test func `a training run learns XOR`() {
    var run = Run(sizes: [2, 4, 1], activations: [tanh, sigmoid], biases: true, rows: 4, seed: 5)
    run.plan.loss = dk_loss_bce
    run.optimizer.kind = dk_optimizer_adam
    let x = [0.0, 0, 0, 1, 1, 0, 1, 1]
    var last = 1.0
    for t in 1...500 {
      last = run.withArena { plan, arena, optimizer in
        withUnsafePointer(to: arena) {
          dk_train_step(&plan, $0, &optimizer, t, x, [0, 1, 1, 0], 4).loss
        }
      }
    }
    #expect(last < 0.01)
  }
}
