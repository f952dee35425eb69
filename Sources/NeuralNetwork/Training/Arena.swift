/// All the numbers that training works on, in one piece of memory that is allocated once.
///
/// Three blocks for every layer's rows of units share one layout: layer after layer, each [rows][units] with room for
/// the largest batch.
final class Arena {
  typealias Pointer = UnsafeMutablePointer<Double>

  /// Parameters, then running statistics.
  let model: Pointer
  let moments: MomentPointers
  /// ∂objective/∂θ in the layout of the parameters.
  let gradients: Pointer
  /// z, final a and δ of every layer.
  let z, a, delta: Pointer
  /// u of every layer with batch norm; f(u) where a is something else; the scale of dropout.
  let u, f, scale: Pointer
  /// Mean and 1/√(variance + ε) of the batch, in the layout of the running statistics.
  let batchStatistics: Pointer
  /// The error that goes round a residual layer.
  let detour: Pointer
  let inputs, targets: Pointer

  private let memory: Pointer

  init(_ network: Network, _ optimizer: Optimizer, rows: Int, targets targetCount: Int) {
    let (parameters, statistics) = (network.parameterCount, network.model.count)
    let shape = Arena.Shape(network, rows: rows)
    let kept = Moments(optimizer, network)
    let sizes =
      [statistics, kept.velocity.count, kept.first.count, kept.second.count, parameters]
      + [shape.values, shape.values, shape.values, shape.normalized, shape.separate, shape.dropped]
      + [statistics - parameters, shape.detour, rows * network.inputCount, rows * targetCount]
    memory = .allocate(capacity: max(1, sizes.reduce(0, +)))
    var next = memory
    let blocks = sizes.map { size in
      defer { next += size }
      return next
    }
    model = blocks[0]
    moments = MomentPointers(
      velocity: sizes[1] > 0 ? blocks[1] : nil, first: sizes[2] > 0 ? blocks[2] : nil,
      second: sizes[3] > 0 ? blocks[3] : nil)
    gradients = blocks[4]
    (z, a, delta) = (blocks[5], blocks[6], blocks[7])
    (u, f, scale) = (blocks[8], blocks[9], blocks[10])
    (batchStatistics, detour) = (blocks[11], blocks[12])
    (inputs, targets) = (blocks[13], blocks[14])
  }

  deinit { memory.deallocate() }

  /// How much room each kind of block needs: none where no layer uses it.
  private struct Shape {
    let values, normalized, separate, dropped, detour: Int

    init(_ network: Network, rows: Int) {
      let layers = network.layers
      values = rows * layers.reduce(0) { $0 + $1.units }
      normalized = layers.contains(where: \.hasBatchNorm) ? values : 0
      separate = layers.contains(where: \.hasDetour) ? values : 0
      dropped = layers.contains { $0.dropoutRate > 0 } ? values : 0
      detour = layers.contains(where: \.isResidual) ? rows * (layers.map(\.units).max() ?? 0) : 0
    }
  }
}

extension Layer {
  /// Whether the final output is something else than f(u).
  var hasDetour: Bool { isResidual || dropoutRate > 0 }
}
