extension Trainer {
  /// Works out every z, a, δ and gradient of the present batch.
  /// - Returns: the loss of the batch without and with penalties.
  func backpropagate() -> Losses {
    forward()
    let dataLoss = lossAndOutputDelta()
    for index in layers.indices.reversed() { backward(through: index) }
    return (dataLoss, dataLoss + penalties(into: arena.gradients))
  }

  /// The objective of the present batch, worked out without gradients.
  func objective() -> Double {
    forward()
    return lossAndOutputDelta() + penalties(into: nil)
  }

  // MARK: Forward

  /// z, u and a of every layer for the rows of the batch.
  func forward() {
    var input = inputs
    for (index, layer) in layers.enumerated() {
      let start = plan.starts[index]
      if layer.dropoutRate > 0 { drawMask(layer, start) }
      layer.forward(
        input, arena.model, into: rows(of: layer, start), count: batch.count,
        scale: layer.dropoutRate > 0 ? arena.scale + start : nil
      ) { normalize(layer, $0, into: $1) }
      input = Kernels.Input(arena.a + start)
    }
  }

  /// Where a layer's numbers lie: u apart from z with batch norm, f(u) apart from a when residual or dropout change it.
  private func rows(of layer: Layer, _ start: Int) -> LayerRows {
    LayerRows(
      z: arena.z + start, u: (layer.hasBatchNorm ? arena.u : arena.z) + start,
      f: (layer.hasSeparateOutput ? arena.f : arena.a) + start, a: arena.a + start)
  }

  /// 0 for each dropped unit and 1/(1 − p) for each kept one: written out, or drawn for this update and layer.
  private func drawMask(_ layer: Layer, _ start: Int) {
    let kept = 1 / (1 - layer.dropoutRate)
    let count = batch.count * layer.units
    if let masks = plan.experiment.layers[layer.number - 1].dropout?.masks {
      let mask = masks[update % masks.count]
      for index in 0..<count {
        let (row, unit) = index.quotientAndRemainder(dividingBy: layer.units)
        arena.scale[start + index] = mask[row % mask.count][unit] * kept
      }
      return
    }
    var stream = RandomStream(
      seed: plan.experiment.seed, purpose: .dropout, index: update * Limits.layers + layer.number)
    for index in 0..<count {
      arena.scale[start + index] = stream.uniform() < layer.dropoutRate ? 0 : kept
    }
  }

  // MARK: Loss

  /// The loss of the batch; leaves ∂L/∂z in δ of the output layer.
  private func lossAndOutputDelta() -> Double {
    let last = layers.count - 1
    let (layer, start) = (layers[last], plan.starts[last])
    let (z, a, delta) = (arena.z + start, arena.a + start, arena.delta + start)
    let loss = plan.experiment.loss
    let value = Kernels.loss(
      loss, plan.experiment.classWeights, z, a, targets, delta, rows: batch.count,
      units: layer.units)
    if !loss.isFromPreActivations {
      Kernels.activationGradient(
        layer.activation, slope: layer.slope, z, a, delta, rows: batch.count, units: layer.units)
    }
    return value
  }

  // MARK: Backward

  /// From ∂L/∂z of a layer to its gradients and to ∂L/∂z of the layer below.
  private func backward(through index: Int) {
    let (layer, delta) = (layers[index], arena.delta + plan.starts[index])
    let input = input(of: index)
    let weights = arena.model + layer.start
    Kernels.weightGradient(
      input, delta, arena.gradients + layer.start,
      layer.hasBiases ? arena.gradients + layer.biasStart : nil, rows: batch.count,
      inputs: layer.inputs, units: layer.units)
    if index > 0 {
      let below = arena.delta + plan.starts[index - 1]
      Kernels.inputGradient(
        delta, weights, below, rows: batch.count, inputs: layer.inputs, units: layer.units)
      if layer.isResidual { addDetour(to: below, count: batch.count * layer.inputs) }
      inputGradient(through: index - 1)
    }
  }

  /// The rows that go into a layer.
  func input(of index: Int) -> Kernels.Input {
    index == 0 ? inputs : Kernels.Input(arena.a + plan.starts[index - 1])
  }

  /// The penalties on all weights; adds their gradients to those of the loss.
  private func penalties(into gradients: Arena.Pointer?) -> Double {
    let (l1, l2) = (plan.experiment.l1, plan.experiment.l2)
    guard l1 != 0 || l2 != 0 else { return 0 }
    return plan.trainableWeights.reduce(0) { sum, range in
      sum
        + Kernels.penalty(
          arena.model + range.lowerBound, gradients.map { $0 + range.lowerBound }, l1: l1, l2: l2,
          count: range.count)
    }
  }

  /// Turns ∂L/∂a of a hidden layer into its ∂L/∂z, against the order of the forward pass.
  private func inputGradient(through index: Int) {
    let (layer, start) = (layers[index], plan.starts[index])
    let (delta, count) = (arena.delta + start, batch.count * layer.units)
    if layer.dropoutRate > 0 {
      for index in 0..<count { delta[index] *= arena.scale[start + index] }
    }
    if layer.isResidual { arena.skip.update(from: delta, count: count) }
    let rows = rows(of: layer, start)
    Kernels.activationGradient(
      layer.activation, slope: layer.slope, rows.u, rows.f, delta, rows: batch.count,
      units: layer.units)
    if layer.hasBatchNorm { normalizeBackward(layer, arena.z + start, delta) }
  }

  /// The residual path hands its error on unchanged.
  private func addDetour(to delta: Arena.Pointer, count: Int) {
    for index in 0..<count { delta[index] += arena.skip[index] }
  }
}
