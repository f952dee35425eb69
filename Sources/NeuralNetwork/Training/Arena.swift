/// All the numbers that training works on, in one piece of memory that is allocated once.
///
/// The blocks for every layer's rows of units share one layout: layer after layer, each [rows][units] with room for the
/// largest batch.
final class Arena {
  typealias Pointer = UnsafeMutablePointer<Double>

  /// Parameters, then running statistics; the moments follow at once.
  let model: Pointer
  let moments: MomentPointers
  /// How many numbers live on from one update to the next: the model and the moments.
  let lastingCount: Int
  /// The model that the last whole step started from.
  let before: Pointer
  /// ∂objective/∂θ in the layout of the parameters.
  let gradients: Pointer
  /// z, final a and δ of every layer.
  let z, a, delta: Pointer
  /// u of every layer with batch norm; f(u) where a is something else; the scale of dropout.
  let u, f, scale: Pointer
  /// Mean and 1/√(variance + ε) of the batch, in the layout of the running statistics.
  let batchStatistics: Pointer
  /// The error that goes round a residual layer.
  let skip: Pointer
  /// Room for the samples of a batch; nil where batches are read in place.
  let copies: (inputs: Pointer, targets: Pointer)?

  private let memory: Pointer
  /// How large the blocks are.
  private let sizes: [Int]

  /// How large each block must be for a plan.
  private static func sizes(_ plan: Plan) -> [Int] {
    let (first, rows) = (plan.firstState, plan.largestBatch)
    let (model, parameters) = (first.network.model.count, first.network.parameterCount)
    let kept = [first.moments.velocity, first.moments.first, first.moments.second].map(\.count)
    let shape = Arena.Shape(first.network, rows: rows)
    let copiedRows = plan.readsInPlace ? 0 : rows
    return [model] + kept + [model, parameters]
      + [shape.values, shape.values, shape.values, shape.normalized, shape.separate, shape.dropped]
      + [model - parameters, shape.skip]
      + [plan.dataset.inputs, plan.dataset.targets].map { copiedRows * $0.columns }
  }

  /// Room for the samples of a batch that is not read in place.
  var batch: (inputs: Pointer, targets: Pointer) {
    guard let copies else { preconditionFailure("Plan.readsInPlace says that no batch is copied") }
    return copies
  }

  /// Whether there is room for a plan.
  func fits(_ plan: Plan) -> Bool { sizes == Self.sizes(plan) }

  init(_ plan: Plan) {
    sizes = Self.sizes(plan)
    let (model, kept) = (sizes[0], sizes[1...3])
    let count = max(1, sizes.reduce(0, +))
    memory = .allocate(capacity: count)
    // The system hands a page over when it is first touched, which takes longer than to work on it.
    memory.initialize(repeating: 0, count: count)
    var next = memory
    let blocks = sizes.map { size in
      defer { next += size }
      return next
    }
    self.model = blocks[0]
    moments = MomentPointers(
      velocity: sizes[1] > 0 ? blocks[1] : nil, first: sizes[2] > 0 ? blocks[2] : nil,
      second: sizes[3] > 0 ? blocks[3] : nil)
    lastingCount = model + kept.reduce(0, +)
    (before, gradients) = (blocks[4], blocks[5])
    (z, a, delta) = (blocks[6], blocks[7], blocks[8])
    (u, f, scale) = (blocks[9], blocks[10], blocks[11])
    (batchStatistics, skip) = (blocks[12], blocks[13])
    copies = plan.readsInPlace ? nil : (blocks[14], blocks[15])
  }

  deinit { memory.deallocate() }

  /// How much room each kind of block needs: none where no layer uses it.
  private struct Shape {
    let values, normalized, separate, dropped, skip: Int

    init(_ network: Network, rows: Int) {
      let layers = network.layers
      values = rows * layers.reduce(0) { $0 + $1.units }
      normalized = network.hasBatchNorm ? values : 0
      separate = layers.contains(where: \.hasSeparateOutput) ? values : 0
      dropped = layers.contains { $0.dropoutRate > 0 } ? values : 0
      skip = layers.contains(where: \.isResidual) ? rows * (layers.map(\.units).max() ?? 0) : 0
    }
  }
}

extension Layer {
  /// Whether the final output is something else than f(u).
  var hasSeparateOutput: Bool { isResidual || dropoutRate > 0 }
}
