import Lessons
import NeuralNetwork

/// What the user interface asks of the worker.
public enum BenchCommand: Sendable {
  /// Work on this bench from now on, paused, and carry out a lesson's actions on it.
  /// Copies of what came before are told apart by their generation.
  case load(Bench, acting: [Action], generation: Int)
  case advance(Stride), rewind(Stride)
  case change(Change)
  case play(Pace), pause
  case restart
  case reseed(UInt64)
  /// Adds a copy of the focused run to compare with, or ends the comparison.
  case toggleComparison
  /// The run that the keys act on.
  case focus(Int)
}

/// A copy of the bench as the worker left it.
public struct Snapshot: Sendable {
  /// The bench as it was.
  public var bench: Bench
  /// The load that it came from.
  public var generation: Int
  /// Whether the worker goes on by itself.
  public var isPlaying: Bool
  /// Why a command could not be carried out, in a sentence.
  public var problem: String?
}
