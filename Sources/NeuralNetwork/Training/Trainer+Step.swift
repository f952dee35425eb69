extension Trainer {
  /// How a step is worked out; both ways give the same bits.
  enum Way {
    /// As the textbook has it: for somebody who looks.
    case textbook
    /// As fast as the kernels can.
    case fast
  }

  /// Works the present step out whole, its update included, and keeps everything.
  func makeStep(_ way: Way) {
    copies.clear()
    loadBatch()
    arena.before.update(from: arena.model, count: plan.network.model.count)
    switch way {
    case .fast: makeUpdate()
    case .textbook: makeTextbookUpdate()
    }
    divergence = losses.objective.isFinite && isFinite ? nil : firstValueNotFinite
  }

  /// The objective of the present batch with one parameter moved, and what the layers made of it.
  func probe(_ offset: Int, by distance: Double) -> (loss: Double, passes: [LayerPass]) {
    let value = arena.model[offset]
    arena.model[offset] = value + distance
    defer { arena.model[offset] = value }
    let loss = backpropagate().objective
    return (loss, passes)
  }

  /// The rows of the batch out of a block of memory.
  func rows(of block: Kernels.Input, columns: Int) -> Matrix {
    let numbers = UnsafeBufferPointer(start: block, count: batch.count * columns)
    return Matrix(rows: batch.count, columns: columns, elements: Array(numbers))
  }

  /// What each layer worked out, from the first.
  var passes: [LayerPass] { layers.map(pass) }

  private func pass(of layer: Layer) -> LayerPass {
    func matrix(_ block: Arena.Pointer) -> Matrix {
      rows(of: block + plan.starts[layer.number - 1], columns: layer.units)
    }
    return LayerPass(
      preActivations: matrix(arena.z),
      normalized: layer.hasBatchNorm ? matrix(arena.u) : nil,
      unitOutputs: layer.hasSeparateOutput ? matrix(arena.f) : nil,
      dropoutScale: layer.dropoutRate > 0 ? matrix(arena.scale) : nil,
      activations: matrix(arena.a), deltas: matrix(arena.delta))
  }

  /// The first value of the last update that is not finite, from the forward pass to what the update made.
  private var firstValueNotFinite: Divergence? {
    func found(_ place: Divergence.Place, _ values: some Sequence<Double>) -> Divergence? {
      values.first { !$0.isFinite }.map { Divergence(update: update - 1, place: place, value: $0) }
    }
    let passes = passes
    for (index, pass) in passes.enumerated() {
      let place = Divergence.Place.forward(layer: index + 1)
      let values = [pass.preActivations, pass.normalized, pass.activations].compactMap { $0 }
      if let first = found(place, values.flatMap(\.elements)) { return first }
    }
    if let first = found(.loss, [losses.objective]) { return first }
    for (layer, pass) in zip(layers, passes).reversed() {
      let gradients = (layer.start..<layer.end).map { arena.gradients[$0] }
      if let first = found(.backward(layer: layer.number), pass.deltas.elements + gradients) {
        return first
      }
    }
    let after = state
    return layers.lazy.compactMap { found(.update(layer: $0.number), after.numbers(of: $0)) }.first
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

/// What one layer worked out in one step; rows are samples, columns are units.
struct LayerPass: Hashable, Sendable {
  /// The pre-activations z.
  var preActivations: Matrix
  /// u, with batch normalization.
  var normalized: Matrix?
  /// f(u), where residual or dropout make the final output something else.
  var unitOutputs: Matrix?
  /// 0 or 1/(1 − p), with dropout.
  var dropoutScale: Matrix?
  /// The final outputs a.
  var activations: Matrix
  /// The error terms δ = ∂objective/∂z.
  var deltas: Matrix
}
