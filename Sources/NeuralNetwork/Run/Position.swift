/// A place in a run: how many updates have been made, and how far the next one has been worked out.
public struct Position: Hashable, Comparable, Sendable {
  /// Updates made so far; the parameters at this place are θ after that many updates.
  public var update: Int
  /// How far the next update has been worked out.
  public var phase: Phase

  /// A place after `update` updates; its step is whole unless told otherwise.
  public init(update: Int, phase: Phase = .whole) {
    self.update = update
    self.phase = phase
  }

  /// Whether the left place comes first.
  public static func < (left: Position, right: Position) -> Bool {
    (left.update, left.phase) < (right.update, right.phase)
  }
}

/// How much of the training step that starts from the present parameters is on the table.
///
/// The engine always computes a step whole; a phase only says how far the learner has walked
/// through it.
public enum Phase: Hashable, Comparable, Sendable {
  /// Nothing yet: the last update has just changed the parameters (or the run begins).
  case start
  /// z and a are known up to this layer (counted from 1).
  case forward(layer: Int)
  /// The loss is known too.
  case loss
  /// δ and gradients are known from the output back to this layer.
  case backward(layer: Int)

  /// All of the step is known; the next phase applies the update.
  public static let whole = Phase.backward(layer: 1)

  /// Every phase of a step in a network of `depth` weight layers, in order.
  public static func all(depth: Int) -> [Phase] {
    [.start] + (1...max(1, depth)).map { .forward(layer: $0) } + [.loss]
      + (1...max(1, depth)).reversed().map { .backward(layer: $0) }
  }

  /// Whether the left phase comes first.
  public static func < (left: Phase, right: Phase) -> Bool { left.rank < right.rank }

  /// The order without knowing the depth: stages first, then layers up (forward) or down (backward).
  private var rank: (Int, Int) {
    switch self {
    case .start: (0, 0)
    case .forward(let layer): (1, layer)
    case .loss: (2, 0)
    case .backward(let layer): (3, -layer)
    }
  }
}

/// The grains of time that a learner steps by.
public enum StepSize: String, CaseIterable, Hashable, Sendable {
  /// A part of a step: forward or back through one layer, the loss, or the update itself.
  case phase
  /// One change of the parameters.
  case update
  /// One pass over the data, or over the written-out batches.
  case epoch
}
