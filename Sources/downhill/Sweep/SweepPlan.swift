import Experiments
import NeuralNetwork

/// The runs of a sweep: every combination of settings from every seed, counted cell by cell.
struct SweepPlan: Sendable {
  /// What sets the runs of one combination apart.
  struct Seed: Hashable, Sendable {
    let seed: UInt64
    /// Which part is held out in a cross-validation, from 1.
    var fold: Int?
  }

  /// The settings of each combination.
  let cells: [[Override]]
  let seeds: [Seed]

  /// How many runs there are.
  var count: Int { cells.count * seeds.count }

  /// The combination that a run belongs to.
  func cell(of place: Int) -> Int { place / seeds.count }

  /// What sets a run apart from the others of its combination.
  func seed(of place: Int) -> Seed { seeds[place % seeds.count] }
}

/// A part of a sweep: every N-th of its runs.
struct Shard: Hashable {
  /// Which part, from 1.
  let number: Int
  let count: Int

  /// All of it.
  static let whole = Shard(number: 1, count: 1)

  /// Whether a run belongs to it.
  func contains(_ place: Int) -> Bool { place % count == number - 1 }
}
