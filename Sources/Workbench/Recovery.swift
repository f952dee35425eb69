import NeuralNetwork

/// The way back for a run that has diverged: to where its loss was lowest, with a learning rate that trains from there.
public struct Recovery: Hashable, Sendable {
  /// The update to go back to.
  public let update: Int
  /// The rate that trains from there.
  public let learningRate: Double

  /// How many updates a rate must stand, and how often it is halved at most.
  private static let trial = (updates: 50, halvings: 40)

  /// The way back; nil for a run that is finite, and where no rate would help.
  public init?(of run: Run) {
    guard run.divergence != nil else { return nil }
    let lowest = run.curve.buckets.min { $0.minimum < $1.minimum }
    var good = run
    good.seek(to: Position(update: lowest?.firstUpdate ?? 0))
    let rates = (1...Self.trial.halvings).lazy.map { run.baseLearningRate / Double(1 << $0) }
    guard let rate = rates.first(where: { Self.trains(good, at: $0) }) else { return nil }
    (update, learningRate) = (good.position.update, rate)
  }

  /// Whether a run stays finite at a rate, and its loss does not rise.
  private static func trains(_ run: Run, at rate: Double) -> Bool {
    var run = run
    let before = run.objective
    guard run.apply(.learningRate(rate)) == nil else { return false }
    run.train(updates: trial.updates)
    return run.divergence == nil && run.objective <= before
  }

  /// Takes a run back.
  public func perform(on run: inout Run) {
    run.seek(to: Position(update: update))
    run.apply(.learningRate(learningRate))
  }
}
