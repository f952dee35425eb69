internal import CKernels

/// A whole update in one call, for recipes of which the kernels know every part.
///
/// Its bits are those of the single kernels called one after the other; only the way there is shorter.
struct FusedStep: ~Copyable {
  /// The blocks of numbers it works on: those of one network, or of several side by side in lanes.
  struct Blocks {
    let parameters, gradients: Arena.Pointer
    let moments: MomentPointers
    let z, a, delta: Arena.Pointer
    var lanes = 1
  }

  private let layers: UnsafeMutablePointer<dk_layer>
  private let plan: UnsafeMutablePointer<dk_plan>
  private let optimizer: UnsafeMutablePointer<dk_optimizer>
  /// The losses of the last updates that were made in one call.
  private let losses = UnsafeMutablePointer<Double>.allocate(capacity: Self.mostAtOnce)

  /// How many updates one call makes at most.
  private static let mostAtOnce = 64

  /// Nil when network, loss or optimizer need more than the one call can do.
  init?(_ plan: Plan, blocks: Blocks) {
    let (layers, loss) = (plan.network.layers, plan.experiment.loss)
    let kernels = layers.enumerated().compactMap { index, layer in
      layer.kernel(rowsAt: plan.starts[index], in: blocks)
    }
    let (experiment, clip) = (plan.experiment, plan.experiment.clipping.kernel)
    guard experiment == experiment.asOneCallTrainsIt, let lossKernel = loss.kernel,
      let optimizerKernel = plan.optimizerKernel, kernels.count == layers.count
    else { return nil }
    let kernelLayers = UnsafeMutablePointer<dk_layer>.allocate(capacity: layers.count)
    kernelLayers.initialize(from: kernels, count: kernels.count)
    self.layers = kernelLayers
    self.plan = allocated(
      dk_plan(
        layers: kernelLayers, layer_count: layers.count,
        parameter_count: plan.network.parameterCount, parameters: blocks.parameters,
        gradients: blocks.gradients, moments: blocks.moments.kernel, loss: lossKernel,
        loss_parameter: loss.kernelParameter, l1: experiment.l1, l2: experiment.l2, clip: clip.kind,
        clip_maximum: clip.maximum))
    optimizer = allocated(optimizerKernel)
  }

  deinit {
    layers.deallocate()
    plan.deallocate()
    optimizer.deallocate()
    losses.deallocate()
  }

  /// Works out a batch and makes the update, 0 for the first.
  /// - Returns: the loss of the batch before it, without and with penalties.
  func make(
    _ update: Int, rate: Double, _ inputs: Kernels.Input, _ targets: Kernels.Input, rows: Int
  ) -> Trainer.Losses {
    optimizer.pointee.learning_rate = rate
    let losses = dk_train_step(plan, optimizer, update + 1, inputs, targets, rows)
    return (losses.data, losses.objective)
  }

  /// The same again and again on one batch at one rate, `count` times or as often as one call makes; no further once a
  /// loss is not finite.
  /// - Returns: the losses with penalties, one for each update that was made, good until the next call.
  func make(
    _ update: Int, count: Int, rate: Double, _ inputs: Kernels.Input, _ targets: Kernels.Input,
    rows: Int
  ) -> UnsafeBufferPointer<Double> {
    optimizer.pointee.learning_rate = rate
    let made = dk_train_steps(
      plan, optimizer, update + 1, inputs, targets, rows, min(count, Self.mostAtOnce), losses)
    return UnsafeBufferPointer(start: losses, count: made)
  }

  /// The same for eight networks side by side, whose losses it leaves in `losses`.
  func runLanes(
    _ update: Int, rate: Double, _ inputs: Kernels.Input, _ targets: Kernels.Input, rows: Int,
    _ losses: Kernels.Output
  ) {
    optimizer.pointee.learning_rate = rate
    dk_train_lanes(plan, optimizer, update + 1, inputs, targets, rows, losses)
  }
}

private func allocated<Value>(_ value: Value) -> UnsafeMutablePointer<Value> {
  let pointer = UnsafeMutablePointer<Value>.allocate(capacity: 1)
  pointer.initialize(to: value)
  return pointer
}

extension Arena {
  /// What a plain update works on.
  var blocks: FusedStep.Blocks {
    FusedStep.Blocks(
      parameters: model, gradients: gradients, moments: moments, z: z, a: a, delta: delta)
  }
}

extension Layer {
  /// Whether it is nothing but weights, biases and an activation that the kernels know.
  var isFusable: Bool {
    let known = Layer(
      number: number, inputs: inputs, units: units, activation: activation, slope: slope,
      hasBiases: hasBiases, start: start, statistics: statistics)
    return self == known && activation.kernel != nil
  }

  /// The biases follow the weights, as the kernels want it; nil when there is more to the layer.
  fileprivate func kernel(rowsAt row: Int, in blocks: FusedStep.Blocks) -> dk_layer? {
    guard isFusable, let activation = activation.kernel else { return nil }
    let (start, row) = (start * blocks.lanes, row * blocks.lanes)
    return dk_layer(
      inputs: inputs, units: units, has_biases: hasBiases,
      activation: activation, slope: slope,
      parameters: blocks.parameters + start, gradients: blocks.gradients + start,
      preactivations: blocks.z + row, activations: blocks.a + row, deltas: blocks.delta + row)
  }
}

extension Experiment {
  /// The recipe with nothing in it but what the one call takes into account, and what does not concern an update.
  ///
  /// What is added to recipes is left out here, and so trained the long way, until the call knows it.
  fileprivate var asOneCallTrainsIt: Experiment {
    var known = Experiment(
      data: data, layers: layers, loss: loss, optimizer: optimizer, schedule: schedule, l1: l1,
      l2: l2, clipping: clipping, batches: batches, seed: seed, steps: steps,
      recordedSteps: recordedSteps, holdout: holdout, test: test, scaling: scaling,
      targetScaling: targetScaling, augmentation: augmentation, earlyStopping: earlyStopping)
    known.frozen = frozen
    return known
  }
}
