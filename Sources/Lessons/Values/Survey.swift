import Dispatch
import NeuralNetwork
import Synchronization

/// A question put to many runs: how many of the same recipe, from this many seeds, fulfil a condition in the end.
public struct Survey: Hashable, Sendable {
  /// The seeds are 1, 2, … up to this number.
  public let seeds: Int
  /// How long each run trains.
  public let epochs: Int
  /// What counts as success.
  public let success: Condition

  /// What came out of a survey.
  public struct Result: Hashable, Sendable {
    /// The runs that fulfil the condition.
    public let successes: Int
    /// All runs.
    public let count: Int
    /// The successes among all runs, from 0 to 1.
    public var share: Double { count == 0 ? 0 : Double(successes) / Double(count) }
  }

  /// Runs the survey on all cores; the result does not depend on their number.
  /// - Throws: what the engine rejects about the recipe.
  func result(for experiment: Experiment) throws(ExperimentError) -> Result {
    let workspace = try Workspace(experiment)
    let successes = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: seeds) { index in
      if succeeds(on: workspace, seed: UInt64(index + 1)) { successes.withLock { $0 += 1 } }
    }
    return Result(successes: successes.withLock { $0 }, count: seeds)
  }

  private func succeeds(on workspace: Workspace, seed: UInt64) -> Bool {
    var workspace = workspace
    workspace.reseed(seed)
    workspace.forEachRun { $0.advance(by: .epoch, count: epochs) }
    return success.holds(on: workspace)
  }
}
