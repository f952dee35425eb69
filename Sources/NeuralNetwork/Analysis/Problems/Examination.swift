/// What the diagnoses know of a run: one walk forward and back over all samples that it learns from.
struct Examination {
  let run: Run
  /// The network at hand, and the one after the next update.
  let network, next: Network
  /// The objective, and its part that the samples make.
  let objective, dataLoss: Double
  /// From the first to the output layer.
  let layers: [LayerFigures]
  /// Σ ‖∂L/∂z‖ of the output layer over the samples: how much is wrong altogether.
  let error: Double
  /// The same, each sample weighed by the length of its inputs up to 1, or from 1 on.
  let shortReach, longReach: Double
  /// The least loss that the samples allow, where some with the same inputs have different targets; nil where nobody knows.
  let least: Double?
  /// The loss of the best that a network can say without looking at the inputs.
  ///
  /// Nil where the loss is not one of the outputs.
  let baseline: Double?
  /// Whether the network is still far from fitting its samples as well as they allow, so that what is wrong with it does harm;
  /// it is not where all classes are right.
  let isFarFromFit: Bool

  init(_ run: Run) {
    self.run = run
    let walk = run.sampleFigures
    (network, next) = (run.network, run.step.nextNetwork)
    (objective, dataLoss) = (walk.objective, walk.dataLoss)
    (least, baseline) = (run.leastLoss, run.baseline)
    let floor = least ?? 0
    let reach = (baseline ?? run.firstObjective) - floor
    isFarFromFit =
      walk.dataLoss - floor > run.loss.shareOfMisfit * (reach > 1e-3 * floor ? reach : floor)
      && run.trainingScores.accuracy != 1
    (error, shortReach, longReach) = (walk.error, walk.shortReach, walk.longReach)
    layers = zip(walk.layers, run.step.updateRatios).map { figures, ratio in
      var figures = figures
      figures.updateRatio = ratio
      return figures
    }
  }

  var hiddenLayers: ArraySlice<LayerFigures> { layers.dropLast() }

  /// Whether the loss is the least that the samples allow.
  var isAtLeast: Bool { least.map { $0 > 0 && dataLoss <= 1.001 * $0 } ?? false }

  /// The objective of a network over all samples, as training sees it: batch norm takes their own figures.
  func objective(of network: Network) -> Double {
    run.objective(of: network, statistics: .batch)
  }
}

/// What an examination knows of one layer, over all samples.
struct LayerFigures {
  let layer: Layer
  /// The L2 norms of the gradients of weights and biases.
  var weightNorm = 0.0, biasNorm = 0.0
  /// Σ ‖δ‖ ‖a‖ over the samples: how large the gradient of the weights could be if no sample pulled against another.
  ///
  /// At a minimum the samples cancel and the gradient is 0, but each of them pulls. Where gradients vanish none does.
  var reach = 0.0
  /// How large the next update of the weights is beside the weights; nil where all of them are 0.
  var updateRatio: Double?
  /// For each unit the largest number that its activation was applied to.
  var largest: [Double]
  /// For each unit on how many samples its slope is below a hundredth of the steepest.
  var flat: [Int]

  init(_ layer: Layer) {
    self.layer = layer
    largest = Array(repeating: -.infinity, count: layer.units)
    flat = Array(repeating: 0, count: layer.units)
  }

  /// Whether training may change its weights.
  var isTrained: Bool { layer.trainableWeights.contains { !$0.isEmpty } }

  /// Whether no unit passes anything on, for any sample: nothing gets through, forward or back.
  var isDead: Bool {
    deadUnits.count == layer.units
  }

  /// The units, from 1, that pass nothing on for any sample.
  var deadUnits: [Int] {
    guard !layer.isResidual, let flat = layer.activation.flatUpTo else { return [] }
    return (1...layer.units).filter { largest[$0 - 1] <= flat }
  }
}

extension Run {
  /// The loss of the best outputs that are the same for all samples; nil where the loss is not one of outputs.
  var baseline: Double? {
    guard loss.argument == .output else { return nil }
    let targets = dataset.targets
    let weights = weights(ofRows: 0..<targets.rows)
    let sum = (0..<targets.columns).reduce(0.0) {
      $0 + loss.least(of: targets.column($1), weights: weights)
    }
    return sum / loss.divisor(rows: targets.rows, outputs: targets.columns)
  }

  /// How much the samples of some rows count: as their classes do.
  func weights(ofRows rows: some Collection<Int>) -> [Double]? {
    activeExperiment.classWeights.map { weights in
      rows.map { weights[Metrics.label(dataset.targets.row($0))] }
    }
  }
}

extension Loss {
  /// From which share of the loss to be learned on a network is far from it: one in fifty of the squares.
  fileprivate var shareOfMisfit: Double { self == .meanAbsoluteError ? 0.14 : 0.02 }
}
