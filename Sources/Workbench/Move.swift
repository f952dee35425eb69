import NeuralNetwork

/// How far a `go` takes the runs.
public indirect enum Move: Hashable, Sendable {
  /// `start`: before the first update, nothing computed yet.
  case start
  /// `forward layer 1`, `loss`, `backward layer 1`: this far into the present step, ahead or back.
  case phase(Phase)
  /// `forward` and `backward` alone: through all layers of the present step.
  case allForward, allBackward
  /// `update`: makes the update; the next step is not begun.
  case update
  /// `update 6`: this many updates made, the next step worked out whole.
  case toUpdate(Int)
  /// `epoch 3`: this many epochs made.
  case toEpoch(Int)
  /// `3 updates`, `1 epoch`, `2 phases`.
  case ahead(Int, StepSize)
  /// `back 3 updates`.
  case back(Int, StepSize)
  /// `stop within 500 updates`: as long as early stopping lets it, and back to its best.
  case toStop(within: Int)
  /// `until loss < 0.001 within 200 updates`: update by update.
  case until(Condition, within: Int)
}
