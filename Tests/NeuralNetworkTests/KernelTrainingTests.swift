import CKernels
import Testing

/// A plain network with its numbers, to be trained by one call or kernel by kernel.
private struct Run {
  /// Inputs, units and activation of each layer.
  let shape: [(inputs: Int, units: Int, activation: dk_activation)]
  let hasBiases: Bool
  let rows: Int
  var plan = dk_plan()
  var optimizer = dk_optimizer()
  var parameters: [Double]
  var gradients, velocity, first, second, z, a, deltas: [Double]

  init(sizes: [Int], activations: [dk_activation], biases: Bool, rows: Int, seed: Int) {
    shape = activations.indices.map { (sizes[$0], sizes[$0 + 1], activations[$0]) }
    (hasBiases, self.rows) = (biases, rows)
    plan.layer_count = shape.count
    plan.parameter_count = shape.reduce(0) { $0 + $1.units * ($1.inputs + (biases ? 1 : 0)) }
    var numbers = KernelNumbers(seed: seed)
    parameters = numbers.numbers(plan.parameter_count, scale: 0.7)
    let zeros = [Double](repeating: 0, count: plan.parameter_count)
    (gradients, velocity, first, second) = (zeros, zeros, zeros, zeros)
    z = [Double](repeating: 0, count: shape.reduce(0) { $0 + rows * $1.units })
    (a, deltas) = (z, z)
    optimizer.kind = dk_optimizer_sgd
    optimizer.learning_rate = 0.1
    optimizer.momentum = 0.9
    optimizer.beta1 = 0.9
    optimizer.beta2 = 0.999
    optimizer.epsilon = 1e-8
  }

  /// The layers one after the other in the plan's blocks.
  private func layers(_ plan: dk_plan, _ z: Block, _ a: Block, _ deltas: Block) -> [dk_layer] {
    var (start, row) = (0, 0)
    return shape.map { inputs, units, activation in
      defer { (start, row) = (start + units * (inputs + (hasBiases ? 1 : 0)), row + rows * units) }
      return dk_layer(
        inputs: inputs, units: units, has_biases: hasBiases, activation: activation, slope: 0.1,
        parameters: plan.parameters + start, gradients: plan.gradients + start,
        preactivations: place(row, in: z), activations: place(row, in: a),
        deltas: place(row, in: deltas))
    }
  }

  mutating func withPlan<R>(_ body: (inout dk_plan, inout dk_optimizer) -> R) -> R {
    var (plan, optimizer) = (plan, optimizer)
    let copies = [parameters, gradients, velocity, first, second, z, a, deltas].map(copied)
    defer { for copy in copies { copy.deallocate() } }
    (plan.parameters, plan.gradients) = (copies[0].baseAddress, copies[1].baseAddress)
    plan.moments = dk_moments(
      velocity: copies[2].baseAddress, first_moment: copies[3].baseAddress,
      second_moment: copies[4].baseAddress)
    let layers = layers(plan, copies[5], copies[6], copies[7])
    let result = layers.withUnsafeBufferPointer {
      plan.layers = $0.baseAddress
      return body(&plan, &optimizer)
    }
    (parameters, gradients, velocity) = (Array(copies[0]), Array(copies[1]), Array(copies[2]))
    (first, second) = (Array(copies[3]), Array(copies[4]))
    (z, a, deltas) = (Array(copies[5]), Array(copies[6]), Array(copies[7]))
    return result
  }

  /// The update spelled out in single kernels.
  mutating func layeredStep(t: Int, x: [Double], targets: [Double]) -> dk_losses {
    let rows = rows
    return withPlan { plan, optimizer in
      let layers = Array(UnsafeBufferPointer(start: plan.layers, count: plan.layer_count))
      return x.withUnsafeBufferPointer { x in
        let inputs = [x.baseAddress] + layers.dropLast().map { UnsafePointer($0.activations) }
        for (layer, input) in zip(layers, inputs) { forward(layer, input, rows) }
        var losses = dk_losses()
        losses.data = loss(plan, layers[layers.count - 1], targets, rows)
        for l in layers.indices.reversed() {
          let below = l > 0 ? layers[l - 1] : nil
          backward(layers[l], inputs[l], below, rows)
        }
        losses.objective = losses.data + penalties(plan, layers)
        optimizer.gradient_scale = 1
        optimizer.gradient_limit = plan.clip == dk_clip_value ? plan.clip_maximum : .infinity
        if plan.clip == dk_clip_norm {
          let norm = dk_sum_of_squares(plan.gradients, plan.parameter_count).squareRoot()
          optimizer.gradient_scale = min(1, plan.clip_maximum / (norm + 1e-6))
        }
        dk_update(
          &optimizer, t, plan.parameters, plan.gradients, plan.moments, plan.parameter_count)
        return losses
      }
    }
  }

  mutating func step(
    _ kernels: dk_kernels, t: Int, x: [Double], targets: [Double]
  ) -> dk_losses {
    let rows = rows
    return withPlan { plan, optimizer in
      kernels.train_step(&plan, &optimizer, t, x, targets, rows)
    }
  }
}

private typealias Block = UnsafeMutableBufferPointer<Double>

private func copied(_ numbers: [Double]) -> Block {
  let copy = Block.allocate(capacity: numbers.count)
  _ = copy.initialize(from: numbers)
  return copy
}

private func place(_ index: Int, in block: Block) -> UnsafeMutablePointer<Double>? {
  block.baseAddress.map { $0 + index }
}

private func biases(
  of layer: dk_layer, in block: UnsafeMutablePointer<Double>
) -> UnsafeMutablePointer<Double>? {
  layer.has_biases ? block + layer.inputs * layer.units : nil
}

private func forward(_ layer: dk_layer, _ input: UnsafePointer<Double>?, _ rows: Int) {
  let (z, a) = (layer.preactivations, layer.activations)
  dk_affine(
    input, layer.parameters, biases(of: layer, in: layer.parameters), z, rows, layer.inputs,
    layer.units)
  if layer.activation == dk_activation_softmax {
    dk_softmax(z, a, rows, layer.units)
  } else {
    dk_activate(layer.activation, layer.slope, z, a, rows * layer.units)
  }
}

private func loss(_ plan: dk_plan, _ output: dk_layer, _ targets: [Double], _ rows: Int) -> Double {
  let (z, a, delta) = (output.preactivations, output.activations, output.deltas)
  let value = dk_loss(
    plan.loss, plan.loss_parameter, z, a, targets, delta, rows, output.units)
  guard plan.loss != dk_loss_bce, plan.loss != dk_loss_cce else { return value }
  if output.activation == dk_activation_softmax {
    dk_softmax_gradient(a, delta, rows, output.units)
  } else {
    dk_activation_gradient(output.activation, output.slope, z, a, delta, rows * output.units)
  }
  return value
}

private func backward(
  _ layer: dk_layer, _ input: UnsafePointer<Double>?, _ below: dk_layer?, _ rows: Int
) {
  dk_weight_gradient(
    input, layer.deltas, layer.gradients, biases(of: layer, in: layer.gradients), rows,
    layer.inputs,
    layer.units)
  guard let below else { return }
  dk_input_gradient(layer.deltas, layer.parameters, below.deltas, rows, layer.inputs, layer.units)
  dk_activation_gradient(
    below.activation, below.slope, below.preactivations, below.activations, below.deltas,
    rows * below.units)
}

private func penalties(_ plan: dk_plan, _ layers: [dk_layer]) -> Double {
  guard plan.l1 != 0 || plan.l2 != 0 else { return 0 }
  return layers.reduce(0) {
    $0
      + dk_penalty(
        $1.parameters, $1.gradients, plan.l1, plan.l2, $1.inputs * $1.units)
  }
}

private func same(_ one: Run, _ other: Run) -> Bool {
  sameBits(one.parameters, other.parameters) && sameBits(one.gradients, other.gradients)
    && sameBits(one.velocity, other.velocity) && sameBits(one.first, other.first)
    && sameBits(one.second, other.second) && sameBits(one.z, other.z) && sameBits(one.a, other.a)
    && sameBits(one.deltas, other.deltas)
}

private func same(_ one: dk_losses, _ other: dk_losses) -> Bool {
  sameBits([one.data, one.objective], [other.data, other.objective])
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
        var results: [dk_losses] = []
        for t in 1...3 {
          results.append(layered.layeredStep(t: t, x: x, targets: targets))
        }
        for kernels in kernelVariants {
          var whole = start
          for t in 1...3 {
            let result = whole.step(kernels, t: t, x: x, targets: targets)
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

  @Test func `a training run learns XOR`() {
    var run = Run(sizes: [2, 4, 1], activations: [tanh, sigmoid], biases: true, rows: 4, seed: 5)
    run.plan.loss = dk_loss_bce
    run.optimizer.kind = dk_optimizer_adam
    let x = [0.0, 0, 0, 1, 1, 0, 1, 1]
    var last = 1.0
    for t in 1...500 {
      last = run.withPlan { plan, optimizer in
        dk_train_step(&plan, &optimizer, t, x, [0, 1, 1, 0], 4).objective
      }
    }
    #expect(last < 0.01)
  }
}
