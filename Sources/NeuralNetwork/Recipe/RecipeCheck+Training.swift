extension RecipeCheck {
  /// Whether a loss goes with the activation of the output layer.
  static func checkLoss(_ loss: Loss, output: Activation?) throws(ExperimentError) {
    guard let output else { return }
    if let needed = loss.output, needed != output {
      throw ExperimentError(
        .loss,
        "The loss \(loss) is computed from a \(needed) output layer, "
          + "but this one is \(output): change the output layer or the loss.")
    }
  }

  func checkOptimizer() throws(ExperimentError) {
    let optimizer = experiment.optimizer
    try Self.checkRate(optimizer.learningRate, part: .optimizer)
    // Values that this rule does not use may be there for another.
    let settings = optimizer.rule.settings + Optimizer.Rule.all.flatMap(\.settings)
    guard let problem = optimizer.values.problem(in: settings) else { return }
    throw ExperimentError(.optimizer, "The optimizer's \(problem)")
  }

  static func checkRate(_ rate: Double, part: ExperimentError.Part) throws(ExperimentError) {
    guard rate >= 0, rate.isFinite else {
      throw ExperimentError(
        part, "The learning rate is \(rate): choose a finite number that is not negative.")
    }
  }

  func checkSchedule() throws(ExperimentError) {
    let schedule = experiment.schedule
    for setting in schedule.settings where schedule.values[setting] == nil && setting.usual == nil {
      throw ExperimentError(.schedule, "The schedule \(schedule) needs \(setting.key).")
    }
    guard let problem = schedule.values.problem(in: schedule.settings) else { return }
    throw ExperimentError(.schedule, "The schedule's \(problem)")
  }

  func checkPenalties() throws(ExperimentError) {
    for (name, value) in [("l1", experiment.l1), ("l2", experiment.l2)]
    where !(value >= 0 && value.isFinite) {
      throw ExperimentError(.penalty, "\(name) is \(value): choose 0 or a finite number above.")
    }
  }

  func checkFrozen(_ network: Network) throws(ExperimentError) {
    let missing = experiment.frozen.first { part in
      if case .parameter(let index) = part { return !network.contains(index) }
      return part.layer > network.depth
    }
    guard let missing else { return }
    throw ExperimentError(
      .frozen,
      "'\(missing)' is frozen, but a network of shape \(network.shape) has no such part: take it out of 'frozen'."
    )
  }

  func checkClipping() throws(ExperimentError) {
    switch experiment.clipping {
    case .none: return
    case .norm(let limit), .value(let limit):
      guard limit > 0, limit.isFinite else {
        throw ExperimentError(.clipping, "The gradient is clipped to \(limit): choose one above 0.")
      }
    }
  }

  func checkClassWeights(_ data: Dataset) throws(ExperimentError) {
    guard let weights = experiment.classWeights else { return }
    guard let classes = data.classCount else {
      throw ExperimentError(
        .loss, "Class weights go with targets that are classes, which these are not.")
    }
    guard weights.count == classes, weights.allSatisfy({ $0 > 0 && $0.isFinite }) else {
      throw ExperimentError(
        .loss,
        "There are \(weights.count.counted("class weight")) for \(classes) classes: "
          + "give each class one above 0.")
    }
  }

  func checkTargetScaling() throws(ExperimentError) {
    guard let scaling = experiment.targetScaling, let output = experiment.layers.last?.activation
    else { return }
    // From 0 to 1 an output for classes can be an amount as well.
    let mayBeAmount = !experiment.loss.isForClasses && output == .sigmoid
    guard experiment.loss.isForClasses || output.isForClasses, !(mayBeAmount && scaling == .range)
    else { return }
    throw ExperimentError(
      .loss,
      mayBeAmount
        ? "Targets scaled by 'standard' leave 0 to 1, which is all that sigmoid outputs give: "
          + "write 'target_scaling: range', or 'output: linear'."
        : "Scaled targets are numbers of any size, but loss or output layer are for classes: "
          + "leave the scaling of the targets out.")
  }

  func checkTargets(_ data: Dataset) throws(ExperimentError) {
    let loss = experiment.loss
    guard let value = data.targets.elements.first(where: { !loss.targets.contains($0) }) else {
      return
    }
    throw ExperimentError(
      .data,
      "The loss \(loss) needs targets from 0 to 1, but one is \(value): "
        + "rescale the targets or choose another loss.")
  }

  func checkBatches(_ samples: Int) throws(ExperimentError) {
    switch experiment.batches {
    case .full: return
    case .size(let size, _):
      guard size > 0 else {
        throw ExperimentError(.batches, "A batch of \(size) samples: choose 1 or more.")
      }
    case .explicit(let lists):
      guard !lists.isEmpty, lists.allSatisfy({ !$0.isEmpty }) else {
        throw ExperimentError(.batches, "A written-out batch is empty: give each some samples.")
      }
      if let index = lists.joined().first(where: { !(0..<samples).contains($0) }) {
        throw ExperimentError(
          .batches, "A batch asks for sample \(index), but they count from 0 to \(samples - 1).")
      }
    }
  }

  func checkSteps() throws(ExperimentError) {
    guard experiment.steps ?? 0 >= 0, experiment.steps ?? 0 <= Limits.updates else {
      throw ExperimentError(.steps, "steps must lie between 0 and \(Limits.updates).")
    }
  }

  func checkAugmentation(inputs: Int) throws(ExperimentError) {
    guard let augmentation = experiment.augmentation else { return }
    func require(_ condition: Bool, _ sentence: String) throws(ExperimentError) {
      guard condition else { throw ExperimentError(.augmentation, sentence) }
    }
    let (noise, shift) = (augmentation.noise, augmentation.shift)
    try require(
      noise >= 0 && noise.isFinite, "The noise is \(noise): choose 0 or a finite number above.")
    guard shift != 0 else { return }
    guard let side = Augmentation.side(ofImageWith: inputs) else {
      throw ExperimentError(
        .augmentation, "A shift moves square images, such as the digits: \(inputs) inputs are none."
      )
    }
    let largest = (side - 1) / 2
    try require(
      (1...max(1, largest)).contains(shift) && largest > 0,
      "An image of \(side) by \(side) pixels cannot be shifted by \(shift): choose from 0 to \(largest)."
    )
    try require(
      experiment.scaling == nil,
      "A shift takes pixels from one column to another, which scaling has made different: leave one out."
    )
  }

  func checkEarlyStopping() throws(ExperimentError) {
    guard let stopping = experiment.earlyStopping else { return }
    func require(_ condition: Bool, _ sentence: String) throws(ExperimentError) {
      guard condition else { throw ExperimentError(.earlyStopping, sentence) }
    }
    try require(
      experiment.holdout != nil,
      "Early stopping looks at held-out samples, but there are none: add a holdout.")
    try require(
      stopping.patience > 0, "The patience is \(stopping.patience): choose 1 epoch or more.")
    try require(
      stopping.minimumDelta >= 0 && stopping.minimumDelta.isFinite,
      "The smallest gain is \(stopping.minimumDelta): choose 0 or a finite number above.")
  }

  /// Batch norm over one sample would always give β: its batches need two.
  func checkNormalizedBatches(_ samples: Int) throws(ExperimentError) {
    guard experiment.layers.contains(where: { $0.batchNorm != nil }) else { return }
    let smallest =
      switch experiment.batches {
      case .full: samples
      case .size(let size, _): samples % size == 0 ? min(size, samples) : samples % size
      case .explicit(let lists): lists.map(\.count).min() ?? 0
      }
    guard smallest >= 2 else {
      throw ExperimentError(
        .batches,
        "Batch norm needs batches of at least 2 samples, but one has \(smallest): "
          + "choose a batch size that leaves no single sample over.")
    }
  }

  /// Written-out masks must fit the batches they are laid over; mask s is for update s, and then from the first again.
  func checkMasks(_ samples: Int) throws(ExperimentError) {
    for (index, layer) in experiment.layers.enumerated() {
      guard let masks = layer.dropout?.masks else { continue }
      guard !masks.isEmpty else {
        throw ExperimentError(.layer(index + 1), "Layer \(index + 1) has an empty list of masks.")
      }
      for (step, mask) in masks.enumerated() {
        let rows = rowCount(update: step, samples: samples)
        guard mask.count == rows, mask.allSatisfy({ $0.count == layer.units }) else {
          throw ExperimentError(
            .layer(index + 1),
            "Mask \(step + 1) of layer \(index + 1) is not \(rows) rows of \(layer.units) numbers, "
              + "the shape of its batch.")
        }
        if let odd = mask.joined().first(where: { $0 != 0 && $0 != 1 }) {
          throw ExperimentError(
            .layer(index + 1),
            "Mask \(step + 1) of layer \(index + 1) holds \(odd): "
              + "write 1 for a unit that stays and 0 for one that is dropped.")
        }
      }
    }
  }

  private func rowCount(update: Int, samples: Int) -> Int {
    switch experiment.batches {
    case .full: return samples
    case .explicit(let lists): return lists[update % lists.count].count
    case .size(let size, _):
      let perEpoch = (samples - 1) / size + 1
      return min(size, samples - update % perEpoch * size)
    }
  }
}
