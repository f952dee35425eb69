/// The loops of training over one arena.
///
/// It lives as long as one call needs it; what lives on is a `State`.
final class Trainer {
  let plan: Plan
  let journal: Journal
  let arena: Arena
  /// The layers, with the activations in force.
  private(set) var network: Network
  /// Updates made so far.
  var update: Int
  /// The journal's say at the present update.
  private(set) var settings: Settings
  /// Which samples are in the arena's batch.
  private(set) var batch: [Int] = []
  /// The order of the samples in an epoch.
  private var order: [Int] = []
  private var orderEpoch = -1
  /// The numbers that live on, while they are at hand outside the arena too: large networks are slow to copy.
  var standing: State?
  /// Where each layer's rows begin in z, a and δ.
  let starts: [Int]

  init(_ plan: Plan, _ state: State, _ journal: Journal) {
    self.plan = plan
    self.journal = journal
    network = state.network
    update = state.update
    settings = Settings(plan.experiment, journal, update: state.update)
    let rows = plan.largestBatch
    arena = Arena(
      network, plan.experiment.optimizer, rows: rows, targets: plan.dataset.targets.columns)
    var start = 0
    starts = network.layers.map { layer in
      defer { start += rows * layer.units }
      return start
    }
    load(state)
    readJournal()
  }

  // MARK: State

  /// The numbers that live on.
  func snapshot() -> State {
    if let standing, standing.network.layers == network.layers { return standing }
    var network = network
    network.model = numbers(arena.model, network.model.count)
    let state = State(update: update, network: network, moments: moments)
    standing = state
    return state
  }

  private var moments: Moments {
    let count = network.parameterCount
    return Moments(
      velocity: arena.moments.velocity.map { numbers($0, count) } ?? [],
      first: arena.moments.first.map { numbers($0, count) } ?? [],
      second: arena.moments.second.map { numbers($0, count) } ?? [])
  }

  func load(_ state: State) {
    standing = state
    update = state.update
    copy(state.network.model, to: arena.model)
    copy(state.moments.velocity, to: arena.moments.velocity)
    copy(state.moments.first, to: arena.moments.first)
    copy(state.moments.second, to: arena.moments.second)
  }

  /// Takes over what the journal says about the present update.
  func readJournal() {
    settings = Settings(plan.experiment, journal, update: update)
    for index in network.layers.indices.dropLast() {
      network.layers[index].activation =
        settings.hiddenActivation ?? plan.network.layers[index].activation
    }
    for entry in journal.entries where entry.update == update {
      guard case .parameter(let index, let value) = entry.change else { continue }
      guard let offset = network.offset(of: index) else { continue }
      standing = nil
      arena.model[offset] = value
    }
  }

  /// Whether all that lives on is finite.
  var isFinite: Bool {
    let count = network.parameterCount
    return Kernels.allFinite(arena.model, network.model.count)
      && [arena.moments.velocity, arena.moments.first, arena.moments.second]
        .allSatisfy { $0.map { Kernels.allFinite($0, count) } ?? true }
  }

  // MARK: Batch

  /// Puts the present update's batch into the arena.
  func loadBatch() {
    gatherBatch()
    if let augmentation = plan.experiment.augmentation { augment(augmentation) }
  }

  private func gatherBatch() {
    switch plan.experiment.batches {
    case .full:
      if batch.isEmpty { gather(Array(0..<plan.dataset.count)[...]) }
    case .explicit(let lists): gather(lists[update % lists.count][...])
    case .size(let size, let isShuffled):
      let first = update % plan.updatesPerEpoch * size
      arrange(epoch: update / plan.updatesPerEpoch, isShuffled)
      gather(order[first..<min(first + size, order.count)])
    }
  }

  /// Puts the samples in the order of an epoch.
  private func arrange(epoch: Int, _ isShuffled: Bool) {
    guard orderEpoch != epoch else { return }
    orderEpoch = epoch
    order.removeAll(keepingCapacity: true)
    order.append(contentsOf: 0..<plan.dataset.count)
    guard isShuffled else { return }
    var stream = RandomStream(seed: plan.experiment.seed, purpose: .order, index: epoch)
    stream.shuffle(&order)
  }

  private func gather(_ samples: ArraySlice<Int>) {
    batch.removeAll(keepingCapacity: true)
    batch.append(contentsOf: samples)
    gatherRows(of: plan.dataset.inputs, into: arena.inputs)
    gatherRows(of: plan.dataset.targets, into: arena.targets)
  }

  private func gatherRows(of matrix: Matrix, into target: Arena.Pointer) {
    let width = matrix.columns
    matrix.elements.withUnsafeBufferPointer { source in
      guard let source = source.baseAddress else { return }
      for (row, sample) in batch.enumerated() {
        (target + row * width).update(from: source + sample * width, count: width)
      }
    }
  }

  // MARK: Update

  /// η of the present update.
  var learningRate: Double {
    plan.experiment.schedule.rate(base: settings.baseRate, update: update)
  }

  /// Moves the parameters by the gradient that is in the arena, and the running statistics by the batch's.
  func applyUpdate() {
    standing = nil
    let count = network.parameterCount
    let clipped = clipping(count)
    Kernels.update(
      plan.experiment.optimizer, rate: learningRate, time: update + 1, scale: clipped.scale,
      limit: clipped.limit, arena.model, arena.gradients, arena.moments, count: count)
    for layer in network.layers where layer.hasBatchNorm { updateStatistics(of: layer) }
    update += 1
  }

  private func clipping(_ count: Int) -> (scale: Double, limit: Double) {
    switch plan.experiment.clipping {
    case nil: return (1, .infinity)
    case .value(let limit): return (1, limit)
    case .norm(let limit):
      let norm = Kernels.sumOfSquares(arena.gradients, count).squareRoot()
      return (min(1, limit / (norm + 1e-6)), .infinity)
    }
  }
}

private func numbers(_ pointer: UnsafeMutablePointer<Double>, _ count: Int) -> [Double] {
  Array(UnsafeBufferPointer(start: pointer, count: count))
}

private func copy(_ values: [Double], to pointer: UnsafeMutablePointer<Double>?) {
  values.withUnsafeBufferPointer { source in
    if let source = source.baseAddress { pointer?.update(from: source, count: values.count) }
  }
}
