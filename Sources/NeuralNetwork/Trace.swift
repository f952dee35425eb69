/// Plain values in a tree, ready to be written as JSON: the keys keep their order.
public indirect enum TraceValue: Hashable, Sendable {
  case number(Double)
  case integer(Int)
  case array([TraceValue])
  case object([Member])

  /// A key of an object and its value.
  public struct Member: Hashable, Sendable {
    /// The key.
    public let key: String
    /// What it stands for.
    public let value: TraceValue
  }
}

/// The record of a headless run.
public struct Trace: Hashable, Sendable {
  /// The record as a tree.
  public let value: TraceValue

  /// Runs an experiment for its `steps` (or the given number) and records it.
  /// - Throws: what `Run` refuses.
  public init(_ experiment: Experiment, steps: Int? = nil) throws(ExperimentError) {
    fatalError("follows at once")
  }
}
