/// What one walk forward and back over all samples finds: gradients, and what diagnoses go by.
struct SampleFigures {
  private(set) var layers: [LayerFigures]
  private(set) var (objective, dataLoss) = (0.0, 0.0)
  /// As in an examination.
  private(set) var (error, shortReach, longReach) = (0.0, 0.0, 0.0)
  /// ∂objective/∂θ over all samples, in the layout of the parameters.
  private(set) var gradients: [Double]
  /// The same with the mistake that a lesson may have planted.
  private(set) var spoiledGradients: [Double]?

  init(_ run: Run) {
    let walk = SampleWalk(run)
    layers = walk.trainer.layers.map(LayerFigures.init)
    gradients = Array(repeating: 0, count: walk.plan.network.parameterCount)
    if walk.plan.experiment.fault != nil { spoiledGradients = gradients }
    walk.forEachPiece { look(at: walk, $0, $1) }
    for index in layers.indices {
      let layer = layers[index].layer
      layers[index].weightNorm = norm(layer.start..<layer.biasStart)
      layers[index].biasNorm = norm(layer.biasStart..<layer.gammaStart)
    }
  }

  private mutating func look(at walk: SampleWalk, _ losses: Trainer.Losses, _ share: Double) {
    dataLoss += share * losses.data
    objective += share * losses.objective
    walk.add(to: &gradients, share)
    for index in layers.indices { look(at: index, walk.trainer, share) }
    guard var spoiled = spoiledGradients.take() else { return }
    walk.plan.experiment.fault?.spoilGradients(walk.trainer)
    walk.add(to: &spoiled, share)
    spoiledGradients = spoiled
  }

  private mutating func look(at index: Int, _ trainer: Trainer, _ share: Double) {
    let layer = layers[index].layer
    let start = trainer.plan.starts[index]
    let delta = trainer.arena.delta + start
    let inputs = trainer.input(of: index)
    let isOutput = index == layers.count - 1
    for row in 0..<trainer.batch.count {
      let pull = share * length(delta + row * layer.units, layer.units)
      layers[index].reach += pull * length(inputs + row * layer.inputs, layer.inputs)
      if isOutput { weigh(pull, trainer, row) }
      lookAtUnits(index, trainer, row, start)
    }
  }

  private mutating func weigh(_ pull: Double, _ trainer: Trainer, _ row: Int) {
    let columns = trainer.plan.dataset.inputs.columns
    let size = length(trainer.inputs + row * columns, columns)
    error += pull
    shortReach += pull * min(1, size)
    longReach += pull * max(1, size)
  }

  private mutating func lookAtUnits(
    _ index: Int, _ trainer: Trainer, _ row: Int, _ start: Int
  ) {
    let layer = layers[index].layer
    let u = (layer.hasBatchNorm ? trainer.arena.u : trainer.arena.z) + start + row * layer.units
    let f =
      (layer.hasSeparateOutput ? trainer.arena.f : trainer.arena.a) + start + row * layer.units
    let activation = layer.activation
    for unit in 0..<layer.units {
      layers[index].largest[unit] = max(layers[index].largest[unit], u[unit])
      guard let steepest = activation.steepest else { continue }
      if activation.derivative(u[unit], f[unit], layer.slope) < 0.01 * steepest {
        layers[index].flat[unit] += 1
      }
    }
  }

  private func norm(_ range: Range<Int>) -> Double { Norm.of(gradients[range]) }

  private func length(_ start: Kernels.Input, _ count: Int) -> Double {
    Norm.of(UnsafeBufferPointer(start: start, count: count))
  }
}

extension Run {
  /// What a walk over all samples finds here: it is made once for all who ask.
  var sampleFigures: SampleFigures { stepCache.look(at: \.figures) { SampleFigures(self) } }
}
