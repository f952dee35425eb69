extension Run {
  /// What is wrong at the present step, with the figures that show it: the whole run's troubles first, then layers, then units.
  public var diagnoses: [TrainingProblem] {
    if let divergence { return [.divergence(divergence)] }
    return [unstableLearningRate].compactMap { $0 } + gradientDiagnoses + unitDiagnoses
  }

  // MARK: The learning rate

  /// Gradient descent on a quadratic cost goes towards the minimum if η < 2/λ_max, and never if η is larger.
  private var unstableLearningRate: TrainingProblem? {
    guard activeExperiment.optimizer.rule == .sgd, let limit = learningRateLimit else { return nil }
    // At the limit itself, up to rounding, the weights swing for ever.
    return learningRate >= limit * (1 - 1e-9)
      ? .unstableLearningRate(rate: learningRate, limit: limit) : nil
  }

  /// 2/λ_max, where the cost is quadratic: one linear layer with a mean squared error.
  ///
  /// Nil for all other runs.
  public var learningRateLimit: Double? {
    guard let curvature = activePlan.steepestCurvature(of: loss), curvature > 0 else { return nil }
    return 2 / curvature
  }

  // MARK: Layers

  private var gradientDiagnoses: [TrainingProblem] {
    let norms = step.weightGradientNorms
    let error = norm(step.deltas(layer: depth).elements)
    if depth > 1, step.totalGradientNorm == 0, error > 0 { return [.deadNetwork(loss: step.loss)] }
    return norms.enumerated().compactMap { index, norm in
      if norm > TrainingProblem.explodingNorm { return .exploding(layer: index + 1, norm: norm) }
      guard norm < TrainingProblem.vanishingNorm, norm < 1e-3 * error,
        reach(of: index + 1) < 0.01 * error
      else { return nil }
      let last = norms[depth - 1]
      return .vanishing(layer: index + 1, norm: norm, ratio: last > 0 ? norm / last : 1)
    }
  }

  /// The largest norm that a layer's weight gradient could have with errors and inputs of these lengths: the sum of
  /// ‖δ‖ ‖a‖ over the samples.
  ///
  /// At a minimum the samples pull against each other and the gradient is 0, but each of them pulls. Where gradients
  /// vanish none does.
  private func reach(of layer: Int) -> Double {
    let (deltas, inputs) = (step.deltas(layer: layer), step.activations(layer: layer - 1))
    return (0..<deltas.rows).reduce(0) { sum, row in
      sum + norm(deltas.row(row)) * norm(inputs.row(row))
    }
  }

  private func norm(_ values: some Sequence<Double>) -> Double {
    values.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  // MARK: Units

  private var unitDiagnoses: [TrainingProblem] {
    let passes = network.passes(for: dataset.inputs)
    return zip(network.layers.dropLast(), passes).flatMap { layer, pass in
      (0..<layer.units).compactMap { unit in
        diagnosis(of: unit, in: layer, pass.u.column(unit), pass.f.column(unit))
      }
    }
  }

  private func diagnosis(
    of unit: Int, in layer: Layer, _ u: [Double], _ f: [Double]
  ) -> TrainingProblem? {
    let activation = layer.activation
    if let flat = activation.flatUpTo, let largest = u.max(), largest <= flat {
      return .deadUnit(layer: layer.number, unit: unit + 1, largestPreActivation: largest)
    }
    guard let steepest = activation.steepest else { return nil }
    let flat = zip(u, f).count {
      activation.derivative($0, $1, layer.slope) < TrainingProblem.flatShare * steepest
    }
    let share = Double(flat) / Double(max(1, u.count))
    guard share >= TrainingProblem.saturatedShare else { return nil }
    return .saturatedUnit(layer: layer.number, unit: unit + 1, share: share)
  }
}
