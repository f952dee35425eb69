/// Samples that training never sees, to tell learning from memorising.
public enum Holdout: Hashable, Sendable {
  /// This share of the data set, drawn from the experiment's seed; at least one sample stays on either side.
  case share(Double)
  /// Samples of their own. A named set is drawn from the seed after the experiment's.
  case data(DataRecipe)
}

extension Dataset {
  /// Some of the samples, in the given order.
  public func selecting(_ samples: [Int]) -> Dataset {
    Dataset(inputs: inputs.selecting(rows: samples), targets: targets.selecting(rows: samples))
  }

  /// Parts the samples in two at random; both keep the order of the whole.
  /// - Parameters:
  ///   - share: how much of the whole is held out, between 0 and 1.
  ///   - seed: what decides which samples.
  /// - Returns: at least one sample on either side, when there are two.
  public func split(
    holdingOut share: Double, seed: UInt64
  ) -> (training: Dataset, heldOut: Dataset) {
    var stream = RandomStream(seed: seed, purpose: .split)
    let wanted = Int((share * Double(count)).rounded())
    let order = stream.permutation(of: count)
    let cut = max(min(1, count - 1), min(wanted, count - 1))
    return (selecting(order[cut...].sorted()), selecting(order[..<cut].sorted()))
  }
}

extension Experiment {
  /// The samples to learn from and the ones kept apart, both scaled by the figures of the former.
  func samples() throws(ExperimentError) -> (training: Dataset, heldOut: Dataset?, scaler: Scaler?)
  {
    let whole = try fitted(Dataset(data, seed: seed))
    var (training, heldOut): (Dataset, Dataset?) = (whole, nil)
    switch holdout {
    case nil: break
    case .share(let share):
      guard share > 0, share < 1, whole.count > 1 else {
        throw ExperimentError(
          .data, "A share of \(share) of \(whole.count) samples cannot be held out.")
      }
      (training, heldOut) = whole.split(holdingOut: share, seed: seed)
    case .data(let recipe): heldOut = try matching(whole, fitted(Dataset(recipe, seed: seed &+ 1)))
    }
    guard let scaling else { return (training, heldOut, nil) }
    let scaler = Scaler(scaling, fitting: training.inputs)
    return (training.scaled(by: scaler), heldOut?.scaled(by: scaler), scaler)
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
        "A sample has \(mine.inputs.columns) inputs and \(mine.targets.columns) targets, but one held out has "
          + "\(theirs.inputs.columns) and \(theirs.targets.columns): give both the same.")
    }
    return heldOut
  }
}

extension Dataset {
  fileprivate func scaled(by scaler: Scaler) -> Dataset {
    Dataset(inputs: scaler.scaled(inputs), targets: targets)
  }
}
