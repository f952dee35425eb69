extension Change {
  /// The recipe in force after the change.
  func applied(to experiment: Experiment) -> Experiment {
    var result = experiment
    switch self {
    case .learningRate(let rate): result.optimizer.learningRate = rate
    case .loss(let loss): result.loss = loss
    case .hiddenActivation(let activation):
      for index in result.layers.indices.dropLast() { result.layers[index].activation = activation }
    case .recipe(let recipe, path: _): return recipe
    case .samples(let edit): return (try? experiment.applying(edit)) ?? experiment
    case .parameter: break
    }
    return result
  }

  /// What the change makes begin anew, in a sentence for the learner; nil when everything goes on.
  public func restart(in experiment: Experiment) -> String? {
    let next = applied(to: experiment)
    if !next.optimizer.remembers(whatWasKeptFor: experiment.optimizer) {
      return "\(next.optimizer.rule.title) starts without a memory of earlier gradients."
    }
    if case .samples = self { return nil }
    return next.batches == experiment.batches ? nil : "A new epoch begins."
  }
}

extension Experiment {
  /// The first part in which another recipe differs so that a run must begin anew; nil: it can change under way.
  ///
  /// With `isEdited` samples that were changed by hand are none.
  public func partThatRestarts(becoming other: Experiment, isEdited: Bool = false) -> String? {
    let parts: [(name: String, differs: Bool)] = [
      ("the data", data != other.data && !isEdited), ("the seed", seed != other.seed),
      ("the held-out samples", holdout != other.holdout && !isEdited),
      ("the test samples", test != other.test && !isEdited),
      ("the scaling", scaling != other.scaling || targetScaling != other.targetScaling),
      ("the shape of the network", layers.map(\.atFirst) != other.layers.map(\.atFirst)),
    ]
    return parts.first(where: \.differs)?.name
  }
}

extension LayerRecipe {
  /// The layer without what may change while a run is under way.
  fileprivate var atFirst: LayerRecipe {
    LayerRecipe(
      units: units, activation: .linear, initializer: initializer, explicit: explicit,
      hasBiases: hasBiases, batchNorm: batchNorm)
  }
}

extension Optimizer {
  /// Whether the moments of another optimizer mean the same to this one.
  func remembers(whatWasKeptFor other: Optimizer) -> Bool {
    rule == other.rule && rule.memory(self) == other.rule.memory(other)
  }
}
