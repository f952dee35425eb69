/// Stops training when the loss on held-out samples has not become smaller for a while.
public struct EarlyStopping: Hashable, Sendable {
  /// After how many looks without a gain training stops.
  public let patience: Int
  /// How much smaller than the best a loss must be to count as a gain.
  public let minimumGain: Double
  /// The smallest loss so far; infinite before the first look.
  public private(set) var bestLoss = Double.infinity
  /// Where it was seen.
  public private(set) var bestUpdate = 0
  private var looksSinceBest = 0

  /// Stops after `patience` looks without a gain.
  public init(patience: Int, minimumGain: Double = 0) {
    self.patience = patience
    self.minimumGain = minimumGain
  }

  /// Looks at a loss.
  /// - Returns: whether training should stop.
  public mutating func observe(_ loss: Double, at update: Int) -> Bool {
    if loss < bestLoss - minimumGain {
      (bestLoss, bestUpdate, looksSinceBest) = (loss, update, 0)
    } else {
      looksSinceBest += 1
    }
    return looksSinceBest >= patience
  }
}

extension Run {
  /// Trains until held-out samples say stop, and goes back to where they were predicted best.
  /// - Parameters:
  ///   - stopping: what decides when to stop; it keeps what it has seen.
  ///   - interval: how many updates lie between two looks.
  ///   - updates: the most updates to make.
  /// - Returns: whether it was stopped; false when the updates ran out, the run diverged or nothing is held out.
  @discardableResult
  public mutating func train(
    _ stopping: inout EarlyStopping, every interval: Int, atMost updates: Int
  ) -> Bool {
    let end = position.update + max(0, updates)
    while position.update < end, divergence == nil, let loss = heldOutLoss {
      if stopping.observe(loss, at: position.update) {
        seek(to: Position(update: stopping.bestUpdate))
        return true
      }
      train(updates: min(max(1, interval), end - position.update))
    }
    return false
  }
}
