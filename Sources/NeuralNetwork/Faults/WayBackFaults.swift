extension Fault {
  /// f′ of the hidden layers is left out.
  static let noHiddenSlope = Fault(
    name: "no_hidden_slope", title: "no hidden slope",
    sentence: "The slope of the hidden units is left out of their delta.",
    spoilGradients: { $0.repeatWayBack(hiddenSlope: false) })

  /// f′ of the output layer is left out, as if the loss were cross-entropy.
  static let noOutputSlope = Fault(
    name: "no_output_slope", title: "no output slope",
    sentence: "The slope of the output units is left out of their delta.",
    spoilGradients: { $0.repeatWayBack(outputSlope: false) })

  /// Each layer's weights are moved before the error goes back through them.
  static let updatedWeight = Fault(
    name: "updated_weight", title: "updated weight",
    sentence: "The error goes back through weights that were updated already.", rule: .sgd,
    spoilGradients: { $0.repeatWayBack(throughUpdatedWeights: true) })

  /// The biases' gradients have the wrong sign.
  static let biasSign = Fault(
    name: "bias_sign", title: "bias sign", sentence: "The biases step uphill.",
    spoilGradients: { trainer in
      for layer in trainer.layers {
        for index in layer.biasStart..<layer.gammaStart { trainer.arena.gradients[index].negate() }
      }
    })

  /// Each output bias gets the gradient of its unit's first weight.
  static let biasAsWeight = Fault(
    name: "bias_as_weight", title: "bias as weight",
    sentence: "An output bias gets the gradient of its unit's first weight.",
    spoilGradients: { trainer in
      guard let layer = trainer.layers.last, layer.hasBiases else { return }
      for unit in 0..<layer.units {
        trainer.arena.gradients[layer.biasStart + unit] =
          trainer.arena.gradients[layer.start + unit * layer.inputs]
      }
    })

  /// Gradients are added over the samples of the batch and not divided by their number.
  static let sumForMean = Fault(
    name: "sum_for_mean", title: "sum for mean",
    sentence: "The gradient is the sum over the samples, and the loss is their mean.",
    spoilGradients: { trainer in
      for index in 0..<trainer.plan.network.parameterCount {
        trainer.arena.gradients[index] *= Double(trainer.batch.count)
      }
    })

  /// Each gradient is added to all that came before.
  ///
  /// What came before is kept where momentum keeps its velocity: with a momentum of 0 that is the last gradient.
  static let staleGradient = Fault(
    name: "stale_gradient", title: "stale gradient",
    sentence: "The gradients of earlier updates are never set back to 0.", rule: .momentum,
    spoilGradients: { trainer in
      guard let before = trainer.arena.moments.velocity else { return }
      for index in 0..<trainer.plan.network.parameterCount {
        trainer.arena.gradients[index] += before[index]
      }
    })
}

extension Trainer {
  /// The way back once more, with parts of it left out or taken from the wrong moment.
  fileprivate func repeatWayBack(
    outputSlope: Bool = true, hiddenSlope: Bool = true, throughUpdatedWeights: Bool = false
  ) {
    if !outputSlope { forgetOutputSlope() }
    for index in layers.indices.reversed() {
      gradients(of: index)
      guard index > 0 else { return }
      let rate = throughUpdatedWeights ? learningRate(at: update) : 0
      let weights = (layers[index].start..<layers[index].biasStart).map {
        arena.model[$0] - rate * arena.gradients[$0]
      }
      carryBack(to: index - 1, weights, withSlope: hiddenSlope)
    }
  }

  /// Leaves ∂L/∂a in δ of the output layer, where it is not ∂L/∂z anyway.
  private func forgetOutputSlope() {
    let last = layers.count - 1
    let start = plan.starts[last]
    _ = Kernels.loss(
      plan.experiment.loss, plan.experiment.classWeights, arena.z + start, arena.a + start,
      targets, arena.delta + start, rows: batch.count, units: layers[last].units)
  }

  private func gradients(of index: Int) {
    let layer = layers[index]
    Kernels.weightGradient(
      input(of: index), arena.delta + plan.starts[index], arena.gradients + layer.start,
      layer.hasBiases ? arena.gradients + layer.biasStart : nil, rows: batch.count,
      inputs: layer.inputs, units: layer.units)
  }

  private func carryBack(to index: Int, _ weights: [Double], withSlope: Bool) {
    let (layer, start) = (layers[index], plan.starts[index])
    Kernels.inputGradient(
      arena.delta + plan.starts[index + 1], weights, arena.delta + start, rows: batch.count,
      inputs: layer.units, units: layers[index + 1].units)
    guard withSlope else { return }
    Kernels.activationGradient(
      layer.activation, slope: layer.slope, arena.z + start, arena.a + start, arena.delta + start,
      rows: batch.count, units: layer.units)
  }
}
