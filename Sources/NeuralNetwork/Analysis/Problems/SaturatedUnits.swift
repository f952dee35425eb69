extension ProblemKind {
  /// Sigmoid and tanh units that are flat on at least 95 % of the samples: f′ is below a hundredth of its maximum.
  public static let saturatedUnits: ProblemKind = ProblemKind("saturated units") { found in
    let samples = Double(max(1, found.run.dataset.count))
    return found.hiddenLayers.compactMap {
      problem($0, samples: samples, of: found.run, doesHarm: found.isFarFromFit)
    }
  }

  private static func problem(
    _ figures: LayerFigures, samples: Double, of run: Run, doesHarm: Bool
  ) -> TrainingProblem? {
    let layer = figures.layer
    let shares = figures.flat.map { Double($0) / samples }
    let units = figures.saturatedUnits(of: run.dataset.count)
    guard !units.isEmpty else { return nil }
    let percents = Decimal.range(units.map { 100 * shares[$0 - 1] })
    let subject = units.asUnits(of: layer)
    return TrainingProblem(
      .saturatedUnits, layers: [layer.number], units: units,
      headline: "\(subject.short) \(units.count == 1 ? "is" : "are") saturated",
      "\(subject.long) \(units.count == 1 ? "is" : "are") saturated: on \(percents) % of the samples the slope is below 1 % of the "
        + "steepest, so hardly any gradient passes.",
      remedy: remedy(for: layer, of: run), isHarmful: doesHarm)
  }

  private static func remedy(for layer: Layer, of run: Run) -> String {
    run.firstRemedy ?? run.remedyForGrowth(ofLayers: [layer.number])
      ?? "What helps is \(run.scalingHelp(inLayer: layer.number))"
      + (run.wasSaturatedAtStart(layer.number)
        ? "smaller first weights, or ReLU."
        : "a smaller learning rate: they were not at the start.")
  }
}

extension Run {
  /// That scaling helps a layer (from 1), as the first of several ways; empty where it is none.
  func scalingHelp(inLayer layer: Int) -> String {
    scaler == nil && layer == 1 && largestInput > 3 ? "'scaling: standard', " : ""
  }

  /// What helps layers (from 1) whose weights training itself has made far too large; nil where it has not.
  func remedyForGrowth(ofLayers layers: [Int]) -> String? {
    let growth = layers.map { self.growth(ofLayer: $0, withBiases: true) }.max() ?? 1
    guard growth > 10 else { return nil }
    return
      "Training has made the weights and biases \(Decimal.short(growth.rounded())) times as large: what helps is a smaller "
      + "learning rate."
  }

  /// What helps where a penalty has drawn the weights of a layer to next to nothing; nil where none has.
  var remedyForShrinking: String? { remedyForShrinking(below: 0.1) }

  /// The same, where that is below a share of their first size.
  func remedyForShrinking(below most: Double) -> String? {
    let recipe = activeExperiment
    let keys = [
      ("l2", recipe.l2), ("l1", recipe.l1), ("weight_decay", recipe.optimizer.weightDecay),
    ].filter { mayShrink(by: $0.1, of: $0.0) }.map { "'\($0.0)'" }
    let size = (1...depth).map { growth(ofLayer: $0, withBiases: false) }.min() ?? 1
    guard !keys.isEmpty, size < most else { return nil }
    return
      "The penalty has drawn weights towards 0, to \(Decimal.short(size)) of their first size: what helps is a smaller "
      + "\(keys.joined(separator: " and "))."
  }

  /// Whether a penalty is strong enough to have made weights less than about half as large by now: alone it takes its share of them
  /// at each step.
  ///
  /// Where steps are divided by the gradient's size no strength is too small, unless decay stands apart from it.
  private func mayShrink(by penalty: Double, of key: String) -> Bool {
    let optimizer = activeExperiment.optimizer
    let isApart = key == "weight_decay" && optimizer.rule.isDecoupled
    guard optimizer.rule.rateLimit != nil || isApart else { return penalty > 0 }
    let hasMomentum = [.momentum, .nesterov].contains(optimizer.rule)
    let pace = baseLearningRate / (hasMomentum ? max(1e-9, 1 - optimizer.momentum) : 1)
    return penalty * pace * Double(position.update) > 0.5
  }

  /// How many times the weights of a layer (from 1), and its biases, are as large as they were at the start; 1 where all were 0.
  private func growth(ofLayer number: Int, withBiases: Bool) -> Double {
    let layer = plan.network.layers[number - 1]
    let places = layer.start..<(withBiases ? layer.gammaStart : layer.biasStart)
    let norms = [plan.firstState.network, network].map { Norm.of($0.model[places]) }
    return norms[0] > 0 ? norms[1] / norms[0] : 1
  }
}

extension Run {
  /// Whether a layer (from 1) of its first network had saturated units.
  fileprivate func wasSaturatedAtStart(_ layer: Int) -> Bool {
    var run = self
    run.seek(to: Position(update: 0))
    return !run.sampleFigures.layers[layer - 1].saturatedUnits(of: dataset.count).isEmpty
  }
}

extension LayerFigures {
  /// The units, from 1, that are flat on at least 95 % of this many samples.
  func saturatedUnits(of samples: Int) -> [Int] {
    (1...layer.units).filter { Double(flat[$0 - 1]) >= 0.95 * Double(max(1, samples)) }
  }
}
