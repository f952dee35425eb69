/// Samples that training never sees, to tell learning from memorizing.
public enum Holdout: Hashable, Sendable {
  /// This share of the data set, drawn from the experiment's seed, and of each class alike; at least one sample stays on
  /// either side.
  case share(Double)
  /// This share of the data set from its end, for samples in an order that means something; a test comes last of all.
  case lastShare(Double)
  /// Samples of their own. A named set is drawn from the seed after the experiment's.
  case data(DataRecipe)
  /// One of so many equal parts of the data set, from 1, drawn from the experiment's seed: for cross-validation.
  case fold(Int, of: Int)

  /// Which part it is, from 1; nil for other kinds.
  public var fold: Int? {
    if case .fold(let part, _) = self { part } else { nil }
  }

  var share: Double? {
    if case .share(let share) = self { share } else { nil }
  }

  var lastShare: Double? {
    if case .lastShare(let share) = self { share } else { nil }
  }
}

extension Dataset {
  /// Parts the samples at random; every part keeps the order of the whole.
  /// - Parameters:
  ///   - shares: how much of the whole each part is that is kept apart, between 0 and 1, and less than 1 together.
  ///   - seed: what decides which samples.
  /// - Returns: what is left to learn from, and the parts; where there are enough samples each has at least one.
  public func split(
    _ shares: [Double], seed: UInt64
  ) -> (training: Dataset, parts: [Dataset]) {
    if shares.isEmpty { return (self, []) }
    var rest = drawOrder(seed: seed)[...]
    let parts = shares.enumerated().map { index, share in
      let most = rest.count - (shares.count - index)
      let wanted = Int((share * Double(count)).rounded())
      let part = rest.prefix(max(0, min(max(1, wanted), most)))
      rest = rest.dropFirst(part.count)
      return selecting(part.sorted())
    }
    return (selecting(rest.sorted()), parts)
  }
}

extension Dataset {
  /// The samples in random order; of classes, every stretch of it has about as large a share of each as the whole.
  private func drawOrder(seed: UInt64) -> [Int] {
    var stream = RandomStream(seed: seed, purpose: .split)
    let order = stream.permutation(of: count)
    guard let labels else { return order }
    var seen: [Int: Double] = [:]
    var sizes: [Int: Double] = [:]
    for label in labels { sizes[label, default: 0] += 1 }
    let places = order.enumerated().map { place, sample in
      let label = labels[sample]
      seen[label, default: 0] += 1
      return ((seen[label, default: 0] - 0.5) / sizes[label, default: 1], place)
    }
    return places.sorted { $0 < $1 }.map { order[$0.1] }
  }
}
