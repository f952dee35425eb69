/// Everything of one update, whole: the batch, every z and a, the loss, every delta and gradient, the moments
/// and what becomes of each parameter.
///
/// A value, and cheap to copy: the numbers stay where they were worked out, and a matrix is copied out of there when it is asked for first.
public struct TrainingStep: Sendable {
  /// The trainer that worked it out: its arena holds the numbers for as long as somebody keeps the step.
  private(set) var trainer: Trainer

  /// The step that starts where a trainer stands; the trainer then stands after it.
  init(by trainer: consuming Trainer, _ way: Trainer.Way = .fast) {
    trainer.makeStep(way)
    self.trainer = trainer
  }

  /// The step that a trainer holds, for a look before the trainer moves on.
  init(heldBy trainer: Trainer) { self.trainer = trainer }

  /// How many updates came before this one.
  public var update: Int { trainer.update - 1 }

  /// The loss of the batch without penalties, before the update.
  public var dataLoss: Double { trainer.losses.data }

  /// The objective: the loss with penalties, before the update.
  public var loss: Double { trainer.losses.objective }

  /// η of this update.
  public var learningRate: Double { trainer.learningRate(at: update) }

  /// The first value that is not finite, if there is one: such a step is not taken.
  public var divergence: Divergence? { trainer.divergence }

  /// Which samples of the data set the batch holds, from 0, in order.
  public var sampleIndices: [Int] { Array(trainer.order[trainer.batch]) }

  /// How many samples the batch holds, B; to know it copies none of them.
  public var sampleCount: Int { trainer.batch.count }

  /// The batch's inputs: B rows of D numbers.
  public var inputs: Matrix { rows(of: trainer.plan.dataset.inputs, at: trainer.inputs) }

  /// The batch's targets: B rows of K numbers.
  public var targets: Matrix { rows(of: trainer.plan.dataset.targets, at: trainer.targets) }

  /// The loss in force.
  public var lossKind: Loss { trainer.plan.experiment.loss }

  /// The network that the step starts from.
  public var network: Network { network(trainer.arena.before) }

  /// The network that it leads to.
  public var nextNetwork: Network { network(trainer.arena.model) }

  /// z of a layer (from 1): a row for each sample, a column for each unit.
  public func preActivations(layer: Int) -> Matrix { rows(of: trainer.arena.z, layer) }

  /// The final output a of a layer (from 1), after residual and dropout; layer 0 is the input.
  public func activations(layer: Int) -> Matrix {
    layer == 0 ? inputs : rows(of: trainer.arena.a, layer)
  }

  /// ∂objective/∂z of a layer (from 1); the 1/B of the mean is in it.
  public func deltas(layer: Int) -> Matrix { rows(of: trainer.arena.delta, layer) }

  /// u, the batch-normalized z that a batch-normalized layer (from 1) hands to its activation; z itself elsewhere.
  public func normalized(layer: Int) -> Matrix {
    rows(of: layers[layer - 1].hasBatchNorm ? trainer.arena.u : trainer.arena.z, layer)
  }

  /// f(u) of a layer (from 1), before residual and dropout.
  public func unitOutputs(layer: Int) -> Matrix {
    rows(of: layers[layer - 1].hasSeparateOutput ? trainer.arena.f : trainer.arena.a, layer)
  }

  /// 0 for each dropped unit and 1/(1 − p) for each kept one; nil for a layer (from 1) without dropout.
  public func dropoutScale(layer: Int) -> Matrix? {
    layers[layer - 1].dropoutRate > 0 ? rows(of: trainer.arena.scale, layer) : nil
  }

  /// What the network made of the batch: B rows of K numbers.
  public var outputs: Matrix { activations(layer: layers.count) }

  /// What the loss is taken of, the outputs or their z: B rows of K numbers.
  public var lossArguments: Matrix {
    lossKind.argument == .preActivation ? preActivations(layer: layers.count) : outputs
  }

  /// The data loss of one row of the batch alone, worked out as the batch's is; the weight of its class is not in it.
  public func dataLoss(ofRow row: Int) -> Double {
    let (plan, units) = (trainer.plan, layers[layers.count - 1].units)
    let start = plan.starts[layers.count - 1] + row * units
    return Kernels.loss(
      lossKind, nil, trainer.arena.z + start, trainer.arena.a + start,
      trainer.targets + row * units, nil, rows: 1, units: units)
  }

  /// ∂(data loss)/∂a of the output layer, B rows of K numbers.
  public var outputGradient: Matrix {
    let divisor = lossKind.divisor(rows: outputs.rows, outputs: outputs.columns)
    return Matrix(
      rows: outputs.rows, columns: outputs.columns,
      elements: zip(lossArguments.elements, targets.elements).map {
        lossKind.derivative($0, $1) / divisor
      })
  }

  /// ∂objective/∂θ of one parameter, before clipping.
  public func gradient(_ index: ParameterIndex) -> Double { trainer.arena.gradients[offset(index)] }

  /// What the penalties add to the gradient of a parameter, λ₁ sign(w) + λ₂ w; nil where none is laid on it.
  public func penaltyGradient(_ index: ParameterIndex) -> Double? {
    let (l1, l2) = (trainer.plan.experiment.l1, trainer.plan.experiment.l2)
    let place = offset(index)
    guard l1 != 0 || l2 != 0, trainer.plan.trainableWeights.contains(where: { $0.contains(place) })
    else { return nil }
    let weight = before(index)
    return (weight == 0 ? 0 : weight > 0 ? l1 : -l1) + l2 * weight
  }

  /// What the update adds to a parameter.
  public func change(_ index: ParameterIndex) -> Double { after(index) - before(index) }

  /// A parameter before the update.
  public func before(_ index: ParameterIndex) -> Double { trainer.arena.before[offset(index)] }

  /// A parameter after the update.
  public func after(_ index: ParameterIndex) -> Double { trainer.arena.model[offset(index)] }

  /// The optimizer's first moment of a parameter after the update: v of momentum, m of Adam; nil when it keeps none.
  public func firstMoment(_ index: ParameterIndex) -> Double? {
    let moments = trainer.arena.moments
    return (moments.first ?? moments.velocity).map { $0[offset(index)] }
  }

  /// The optimizer's second moment of a parameter after the update, its s; nil when it keeps none.
  public func secondMoment(_ index: ParameterIndex) -> Double? {
    trainer.arena.moments.second.map { $0[offset(index)] }
  }

  /// The L2 norm of the gradient of each layer's weights.
  public var weightGradientNorms: [Double] { layers.map { norm($0.start..<$0.biasStart) } }

  /// The L2 norm of the gradient of each layer's biases; 0 where there are none.
  public var biasGradientNorms: [Double] { layers.map { norm($0.biasStart..<$0.gammaStart) } }

  /// The L2 norm of the gradient over all parameters that are trained.
  public var totalGradientNorm: Double { norm(trainer.plan.trainableRanges.lazy.joined()) }

  /// ∂objective/∂θ in the layout of the parameters, before clipping.
  var gradients: [Double] {
    Array(
      UnsafeBufferPointer(
        start: trainer.arena.gradients, count: trainer.plan.network.parameterCount))
  }

  /// Brings another trainer to where the step leads.
  func bring(_ other: Trainer) { other.load(trainer) }

  /// Whether nobody else keeps the step, so that its trainer may move on.
  mutating func isHeldAlone() -> Bool { isKnownUniquelyReferenced(&trainer) }

  private var layers: [Layer] { trainer.layers }

  private func rows(of block: Arena.Pointer, _ layer: Int) -> Matrix {
    rows(of: block + trainer.plan.starts[layer - 1], columns: layers[layer - 1].units)
  }

  /// The batch's rows of all samples, which lie at a place; where they are all and read there, nothing is copied.
  private func rows(of samples: Matrix, at place: Kernels.Input) -> Matrix {
    trainer.copies.matrix(at: place) {
      trainer.plan.readsInPlace
        ? samples.rows(trainer.batch) : trainer.rows(of: place, columns: samples.columns)
    }
  }

  private func rows(of block: Arena.Pointer, columns: Int) -> Matrix {
    trainer.copies.matrix(at: block) { trainer.rows(of: block, columns: columns) }
  }

  private func network(_ model: Arena.Pointer) -> Network {
    trainer.copies.network(at: model) { trainer.network(model) }
  }

  private func norm(_ places: some Sequence<Int>) -> Double {
    let gradients = trainer.arena.gradients
    return Norm.of(places.lazy.map { gradients[$0] })
  }

  private func offset(_ index: ParameterIndex) -> Int {
    trainer.plan.network.checkedOffset(of: index)
  }
}

extension TrainingStep: Hashable {
  /// Whether all numbers are equal.
  public static func == (left: TrainingStep, right: TrainingStep) -> Bool {
    left.trainer === right.trainer || left.agrees(with: right)
  }

  private func agrees(with other: TrainingStep) -> Bool {
    (update, dataLoss, loss, learningRate) == (
      other.update, other.dataLoss, other.loss, other.learningRate
    )
      && (lossKind, divergence, sampleIndices) == (
        other.lossKind, other.divergence, other.sampleIndices
      )
      && (inputs, targets, network) == (other.inputs, other.targets, other.network)
      && (gradients, trainer.state) == (other.gradients, other.trainer.state)
      && trainer.passes == other.trainer.passes
  }

  /// Update and losses: steps of different numbers hardly ever share them.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(update)
    hasher.combine(dataLoss)
    hasher.combine(loss)
  }
}
