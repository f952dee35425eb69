extension Trainer {
  /// Works the present step out whole, its update included, and keeps everything.
  ///
  /// The trainer then stands after it.
  func capture() -> TrainingStep {
    loadBatch()
    let before = snapshot()
    let rate = learningRate
    let (dataLoss, loss) = backpropagate()
    let passes = network.layers.map { pass(of: $0) }
    applyUpdate()
    let after = snapshot()
    return TrainingStep(
      update: before.update, sampleIndices: batch,
      inputs: rows(of: arena.inputs, columns: plan.dataset.inputs.columns),
      targets: rows(of: arena.targets, columns: plan.dataset.targets.columns),
      dataLoss: dataLoss, loss: loss,
      learningRate: rate, passes: passes, lossKind: settings.loss, network: before.network,
      nextNetwork: after.network, gradients: Array(gradients), moments: after.moments,
      divergence: divergence(update: before.update, loss, passes, after))
  }

  /// The objective of the present batch with one parameter moved, and what the layers made of it.
  func probe(_ offset: Int, by distance: Double) -> (loss: Double, passes: [LayerPass]) {
    let value = arena.model[offset]
    arena.model[offset] = value + distance
    defer { arena.model[offset] = value }
    let loss = backpropagate().loss
    return (loss, network.layers.map { pass(of: $0) })
  }

  private var gradients: UnsafeBufferPointer<Double> {
    UnsafeBufferPointer(start: arena.gradients, count: network.parameterCount)
  }

  /// The rows of the batch out of the arena.
  private func rows(of block: Arena.Pointer, columns: Int) -> Matrix {
    let numbers = UnsafeBufferPointer(start: block, count: batch.count * columns)
    return Matrix(rows: batch.count, columns: columns, elements: Array(numbers))
  }

  private func pass(of layer: Layer) -> LayerPass {
    func matrix(_ block: Arena.Pointer) -> Matrix {
      rows(of: block + starts[layer.number - 1], columns: layer.units)
    }
    return LayerPass(
      preActivations: matrix(arena.z),
      normalized: layer.hasBatchNorm ? matrix(arena.u) : nil,
      unitOutputs: layer.hasDetour ? matrix(arena.f) : nil,
      dropoutScale: layer.dropoutRate > 0 ? matrix(arena.scale) : nil,
      activations: matrix(arena.a), deltas: matrix(arena.delta))
  }

  /// The first value that is not finite; nil when the loss and all that the step leads to are finite.
  private func divergence(
    update: Int, _ loss: Double, _ passes: [LayerPass], _ after: State
  ) -> Divergence? {
    guard !loss.isFinite || !isFinite else { return nil }
    func found(_ place: Divergence.Place, _ values: some Sequence<Double>) -> Divergence? {
      values.first { !$0.isFinite }.map { Divergence(update: update, place: place, value: $0) }
    }
    for (index, pass) in passes.enumerated() {
      let place = Divergence.Place.forward(layer: index + 1)
      let values = [pass.preActivations, pass.normalized, pass.activations].compactMap { $0 }
      if let first = found(place, values.flatMap(\.elements)) { return first }
    }
    if let first = found(.loss, [loss]) { return first }
    for (index, pass) in passes.enumerated().reversed() {
      let layer = network.layers[index]
      let values = pass.deltas.elements + gradients[layer.start..<layer.end]
      if let first = found(.backward(layer: index + 1), values) { return first }
    }
    for layer in network.layers {
      let values = after.numbers(of: layer)
      if let first = found(.update(layer: layer.number), values) { return first }
    }
    return nil
  }
}

extension State {
  /// Parameters, moments and running statistics of one layer.
  fileprivate func numbers(of layer: Layer) -> [Double] {
    let range = layer.start..<layer.end
    let statistics =
      layer.statistics..<layer.statistics + (layer.hasBatchNorm ? 2 * layer.units : 0)
    let memories = [moments.velocity, moments.first, moments.second].filter { !$0.isEmpty }
    return network.model[range] + memories.flatMap { $0[range] } + network.model[statistics]
  }
}
