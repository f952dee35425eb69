/// The samples of an experiment, parted and scaled.
struct SampleSets {
  /// What it learns from.
  var training: Dataset
  /// What is kept apart while it learns; nil without.
  var heldOut: Dataset?
  /// What is looked at in the end only; nil without.
  var test: Dataset?
  /// How all inputs were scaled, by the figures of the training samples; nil when they were not.
  var scaler: Scaler?
  /// How all targets were scaled, by the figures of the training samples; nil when they were not.
  var targetScaler: Scaler?
  /// The mean of each input over the training samples, before scaling, where there are gaps to fill.
  var means: [Double?] = []
}

extension Experiment {
  /// The samples to learn from and those kept apart.
  func sampleSets() throws(ExperimentError) -> SampleSets {
    let whole = try fitted(Dataset(data, seed: seed))
    let drawn = [holdout, test].compactMap { $0?.share }
    try check(drawn + [holdout, test].compactMap { $0?.lastShare }, of: whole)
    var (rest, lastParts) = (whole, [Dataset?]())
    // The test comes last of all.
    for holdout in [test, holdout] {
      let cut = holdout?.lastShare.map {
        rest.droppingLast($0 * Double(whole.count) / Double(rest.count))
      }
      rest = cut?.rest ?? rest
      lastParts.append(cut?.last)
    }
    var (training, parts) = rest.split(drawn, seed: seed)
    func samples(
      of holdout: Holdout?, seed: UInt64, last: Dataset?
    ) throws(ExperimentError) -> Dataset? {
      switch holdout {
      case nil: nil
      case .share: parts.removeFirst()
      case .lastShare: last
      case .fold(let part, let count): try fold(part, of: count, &training)
      case .data(let recipe): try matching(whole, fitted(Dataset(recipe, seed: seed)))
      }
    }
    var heldOut = try samples(of: holdout, seed: seed &+ 1, last: lastParts[1])
    var test = try samples(of: test, seed: seed &+ 2, last: lastParts[0])
    let hasGaps = [training, heldOut, test].contains { $0?.gaps.isEmpty == false }
    let means = hasGaps ? training.means : []
    training = training.filled(with: means)
    (heldOut, test) = (heldOut?.filled(with: means), test?.filled(with: means))
    let scaler = scaling.map { Scaler($0, fitting: training.inputs) }
    let targetScaler = targetScaling.map { Scaler($0, fitting: training.targets) }
    training = try training.scaled(scaler, targetScaler)
    heldOut = try heldOut?.scaled(scaler, targetScaler)
    test = try test?.scaled(scaler, targetScaler)
    return SampleSets(
      training: training, heldOut: heldOut, test: test, scaler: scaler, targetScaler: targetScaler,
      means: means)
  }

  /// Takes one of so many parts out of the samples to learn from.
  private func fold(
    _ part: Int, of count: Int, _ training: inout Dataset
  ) throws(ExperimentError) -> Dataset {
    guard (1...max(1, count)).contains(part), count > 1, count <= training.count else {
      throw ExperimentError(
        .holdout,
        "Of \(training.count.counted("sample")) no \(count) parts can be made: choose from 2 to \(training.count)."
      )
    }
    var stream = RandomStream(seed: seed, purpose: .split)
    let order = stream.permutation(of: training.count)
    let isHeldOut = { (place: Int) in place % count == part - 1 }
    let places = order.indices
    defer {
      training = training.selecting(places.filter { !isHeldOut($0) }.map { order[$0] }.sorted())
    }
    return training.selecting(places.filter(isHeldOut).map { order[$0] }.sorted())
  }

  private func check(_ shares: [Double], of whole: Dataset) throws(ExperimentError) {
    for share in shares where !(share > 0 && share < 1) {
      throw ExperimentError(
        .holdout, "A share of \(share) cannot be kept apart: choose one between 0 and 1.")
    }
    guard shares.reduce(0, +) < 1 else {
      throw ExperimentError(
        .holdout,
        "Shares of \(shares[0]) and \(shares[1]) leave nothing to learn from: choose smaller ones.")
    }
    guard whole.count > shares.count else {
      throw ExperimentError(
        .holdout,
        "Of \(whole.count.counted("sample")) none can be kept apart: give more, or no share.")
    }
  }

  /// Two classes for a softmax of two need a column each.
  private func fitted(_ data: Dataset) -> Dataset {
    let needsTwo = loss == .categoricalCrossEntropy && layers.last?.units == 2
    return needsTwo && data.targets.columns == 1 && data.classCount == 2
      ? data.withTwoColumns() : data
  }

  private func matching(
    _ training: Dataset, _ heldOut: Dataset
  ) throws(ExperimentError) -> Dataset {
    let (mine, theirs) = (training, heldOut)
    guard mine.inputs.columns == theirs.inputs.columns,
      mine.targets.columns == theirs.targets.columns
    else {
      throw ExperimentError(
        .data,
        "A sample has \(mine.inputs.columns.counted("input")) and \(mine.targets.columns.counted("target")), but one held out has "
          + "\(theirs.inputs.columns) and \(theirs.targets.columns): give both the same.")
    }
    return heldOut
  }
}

extension Dataset {
  /// The samples without the last ones, and these.
  fileprivate func droppingLast(_ share: Double) -> (rest: Dataset, last: Dataset) {
    let size = max(1, min(count - 1, Int((share * Double(count)).rounded())))
    return (
      selecting(Array(0..<count - size)), selecting(Array(count - size..<count))
    )
  }

  fileprivate func scaled(
    _ scaler: Scaler?, _ targetScaler: Scaler?
  ) throws(ExperimentError) -> Dataset {
    guard scaler != nil || targetScaler != nil else { return self }
    return Dataset(
      inputs: try Self.scaled(inputs, scaler, "inputs"),
      targets: try Self.scaled(targets, targetScaler, "targets"))
  }

  private static func scaled(
    _ samples: Matrix, _ scaler: Scaler?, _ name: String
  ) throws(ExperimentError) -> Matrix {
    guard let scaled = scaler?.scaled(samples) else { return samples }
    if let place = scaled.elements.firstIndex(where: { !$0.isFinite }) {
      throw ExperimentError(
        .data,
        "Column \(place % samples.columns + 1) of the \(name) lies too far apart to be scaled, farther than a number can say: "
          + "divide it by 10 first.")
    }
    return scaled
  }
}
