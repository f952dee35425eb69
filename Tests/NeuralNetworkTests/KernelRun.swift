import CKernels

/// A plain network with its numbers, to be trained by one call or kernel by kernel; or eight of them side by side.
struct KernelRun {
  /// Inputs, units and activation of each layer.
  let shape: [(inputs: Int, units: Int, activation: dk_activation)]
  let hasBiases: Bool
  let rows: Int
  /// How many networks each block holds, number beside number.
  private(set) var lanes = 1
  var plan = dk_plan()
  var optimizer = dk_optimizer.usual(dk_optimizer_sgd, learningRate: 0.1)
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
  }

  /// The layers one after the other in the plan's blocks.
  private func layers(_ plan: dk_plan, _ z: Block, _ a: Block, _ deltas: Block) -> [dk_layer] {
    var (start, row) = (0, 0)
    return shape.map { inputs, units, activation in
      defer { (start, row) = (start + units * (inputs + (hasBiases ? 1 : 0)), row + rows * units) }
      return dk_layer(
        inputs: inputs, units: units, has_biases: hasBiases, activation: activation, slope: 0.1,
        parameters: plan.parameters + start * lanes, gradients: plan.gradients + start * lanes,
        preactivations: place(row * lanes, in: z), activations: place(row * lanes, in: a),
        deltas: place(row * lanes, in: deltas))
    }
  }

  /// All numbers that an update may change.
  private var blocks: [[Double]] {
    get { [parameters, gradients, velocity, first, second, z, a, deltas] }
    set {
      (parameters, gradients) = (newValue[0], newValue[1])
      (velocity, first, second) = (newValue[2], newValue[3], newValue[4])
      (z, a, deltas) = (newValue[5], newValue[6], newValue[7])
    }
  }

  mutating func withPlan<R>(_ body: (inout dk_plan, inout dk_optimizer) -> R) -> R {
    var (plan, optimizer) = (plan, optimizer)
    let copies = blocks.map(copied)
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
    blocks = copies.map { Array($0) }
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

// MARK: - Eight side by side

extension KernelRun {
  /// Networks of one plan side by side.
  init(abreast runs: [KernelRun]) {
    self = runs[0]
    lanes = runs.count
    blocks = blocks.indices.map { block in abreast(runs.map { $0.blocks[block] }) }
  }

  /// One of the networks that are side by side.
  func lane(_ lane: Int) -> KernelRun {
    var run = self
    run.lanes = 1
    run.blocks = blocks.map { block in
      stride(from: lane, to: block.count, by: lanes).map { block[$0] }
    }
    return run
  }

  /// One update of all.
  /// - Returns: their losses.
  mutating func stepLanes(
    _ kernels: dk_kernels, t: Int, x: [Double], targets: [Double]
  ) -> [Double] {
    var losses = [Double](repeating: .nan, count: lanes)
    let rows = rows
    withPlan { plan, optimizer in
      kernels.train_lanes(&plan, &optimizer, t, x, targets, rows, &losses)
    }
    return losses
  }

  /// Whether all numbers are the same to the bit.
  func isSame(as other: KernelRun) -> Bool {
    zip(blocks, other.blocks).allSatisfy { sameBits($0, $1) }
  }
}

/// The numbers of several networks, all of one length, side by side.
func abreast(_ lanes: [[Double]]) -> [Double] {
  lanes[0].indices.flatMap { index in lanes.map { $0[index] } }
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

extension dk_optimizer {
  /// A rule with its usual settings, and without clipping.
  static func usual(_ kind: dk_optimizer_kind, learningRate: Double) -> dk_optimizer {
    var optimizer = dk_optimizer()
    optimizer.kind = kind
    optimizer.learning_rate = learningRate
    optimizer.momentum = 0.9
    optimizer.alpha = 0.99
    optimizer.beta1 = 0.9
    optimizer.beta2 = 0.999
    optimizer.epsilon = 1e-8
    optimizer.gradient_scale = 1
    optimizer.gradient_limit = .infinity
    return optimizer
  }
}
