/// An arena, what its numbers mean, and the loops of training over it.
///
/// Whoever holds a trainer alone may move it on; one that is shared stands still, and is only read: that is how the
/// numbers of a `TrainingStep` stay where they were worked out.
final class Trainer: @unchecked Sendable {
  /// The loss of a batch without and with penalties.
  typealias Losses = (data: Double, objective: Double)

  /// The plan in force at the present update.
  @exclusivity(unchecked) private(set) var plan: Plan
  @exclusivity(unchecked) private(set) var arena: Arena
  /// What was asked for of the step that the arena holds.
  let copies = StepCopies()
  /// The layers, with the activations in force.
  private(set) var layers: [Layer]
  /// Updates made so far.
  var update = 0
  // What every update reads; nothing of it changes while it is read, which the compiler cannot see.
  /// The whole update in one call; nil where the kernels cannot do that.
  @exclusivity(unchecked) private(set) var plain: FusedStep?
  /// Of the batch before the last update.
  @exclusivity(unchecked) var losses: Losses = (0, 0)
  /// The samples in the order of an epoch.
  @exclusivity(unchecked) var order: [Int]
  /// The epoch of a shuffled order; -1 before the first.
  var orderEpoch = -1
  /// Which samples of the order are in the present batch.
  @exclusivity(unchecked) var batch = 0..<0
  /// Where its rows lie: in the arena, or in the data set where they are read in place.
  @exclusivity(unchecked) var inputs, targets: Kernels.Input
  /// The first value of the last whole step that is not finite.
  var divergence: Divergence?

  /// Room for a run of a plan; the numbers that live on are still to be loaded.
  init(_ plan: Plan) {
    self.plan = plan
    arena = Arena(plan)
    // Until the first batch is loaded they stand for nothing.
    (inputs, targets) = (Kernels.Input(arena.model), Kernels.Input(arena.model))
    layers = plan.network.layers
    order = plan.batches.order
    plain = FusedStep(plan, blocks: arena.blocks)
  }

  // MARK: State

  /// The numbers that live on.
  var state: State {
    let count = plan.network.parameterCount
    let moments = Moments(
      velocity: arena.moments.velocity.map { numbers($0, count) } ?? [],
      first: arena.moments.first.map { numbers($0, count) } ?? [],
      second: arena.moments.second.map { numbers($0, count) } ?? [])
    return State(update: update, network: network(arena.model), moments: moments)
  }

  /// The network of a model in the arena.
  func network(_ model: Arena.Pointer) -> Network {
    var network = plan.network
    network.layers = layers
    network.model = numbers(model, network.model.count)
    return network
  }

  func load(_ state: State) {
    update = state.update
    copy(state.network.model, to: arena.model)
    load(state.moments)
  }

  private func load(_ moments: Moments) {
    copy(moments.velocity, to: arena.moments.velocity)
    copy(moments.first, to: arena.moments.first)
    copy(moments.second, to: arena.moments.second)
  }

  /// Goes to a state that training left under a timeline.
  func load(_ state: State, _ timeline: borrowing Timeline) {
    adopt(timeline.plan(before: state.update))
    load(state)
  }

  /// Goes to where another trainer of the same run stands.
  func load(_ other: Trainer) {
    adopt(other.plan)
    update = other.update
    arena.model.update(from: other.arena.model, count: arena.lastingCount)
    guard orderEpoch != other.orderEpoch else { return }
    orderEpoch = other.orderEpoch
    order.replaceSubrange(order.indices, with: other.order)
  }

  /// Takes over what a timeline says about the present update.
  func read(_ timeline: borrowing Timeline) {
    adopt(timeline.plan(at: update))
    for entry in timeline.journal.entries where entry.update == update {
      guard case .parameter(let index, let value) = entry.change else { continue }
      guard let offset = plan.network.offset(of: index) else { continue }
      arena.model[offset] = value
    }
  }

  /// Goes on under another plan of the same run; moments that mean nothing to its optimizer start anew.
  private func adopt(_ next: Plan) {
    guard next !== plan else { return }
    let (state, old) = (state, plan)
    if !arena.fits(next) { arena = Arena(next) }
    (plan, layers) = (next, next.network.layers)
    copies.clear()
    copy(state.network.model, to: arena.model)
    let isKept = next.experiment.optimizer.remembers(whatWasKeptFor: old.experiment.optimizer)
    load(isKept ? state.moments : next.firstState.moments)
    batch = 0..<0
    if !old.deals(next.experiment.batches, samples: next.dataset.count) {
      (order, orderEpoch) = (next.batches.order, -1)
    }
    plain = FusedStep(next, blocks: arena.blocks)
  }

  /// Whether all that lives on is finite.
  var isFinite: Bool { Kernels.allFinite(arena.model, arena.lastingCount) }

  // MARK: Update

  /// η of an update under the present plan.
  func learningRate(at update: Int) -> Double { plan.learningRate(at: update) }

  /// Moves the parameters by the gradient that is in the arena, and the running statistics by the batch's.
  func applyUpdate() {
    let (clipped, pace) = (clipping(), pace)
    for range in plan.trainableRanges {
      let start = range.lowerBound
      Kernels.update(
        plan, rate: pace.rate, time: pace.time, scale: clipped.scale,
        limit: clipped.limit, arena.model + start, arena.gradients + start,
        arena.moments.advanced(by: start), count: range.count)
    }
    for layer in layers where layer.hasBatchNorm { updateStatistics(of: layer) }
    update += 1
  }

  /// η and t of the present update.
  private var pace: (rate: Double, time: Int) {
    let (rate, time) = (learningRate(at: update), update + 1)
    return plan.experiment.fault?.spoilUpdate(rate, time, plan.experiment.optimizer) ?? (rate, time)
  }

  private func clipping() -> (scale: Double, limit: Double) {
    switch plan.experiment.clipping {
    case nil: return (1, .infinity)
    case .value(let limit): return (1, limit)
    case .norm(let limit):
      return (min(1, limit / (gradientNorm + 1e-6)), .infinity)
    }
  }

  /// The L2 norm of the gradient of all parameters that are trained.
  private var gradientNorm: Double {
    let squares = plan.trainableRanges.reduce(0) {
      $0 + Kernels.sumOfSquares(arena.gradients + $1.lowerBound, $1.count)
    }
    guard squares == .infinity else { return squares.squareRoot() }
    let gradients = arena.gradients
    return Norm.of(plan.trainableRanges.lazy.joined().map { gradients[$0] })
  }
}

private func numbers(_ pointer: Arena.Pointer, _ count: Int) -> [Double] {
  Array(UnsafeBufferPointer(start: pointer, count: count))
}

private func copy(_ values: [Double], to pointer: Arena.Pointer?) {
  values.withUnsafeBufferPointer { source in
    if let source = source.baseAddress { pointer?.update(from: source, count: values.count) }
  }
}
