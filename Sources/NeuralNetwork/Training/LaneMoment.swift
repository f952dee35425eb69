/// What networks side by side know of themselves at the beginning of an update, when its loss and outputs are worked out.
struct LaneMoment {
  let runs: [Run]
  let update: Int
  /// A loss for each lane.
  let losses: UnsafeMutablePointer<Double>
  /// The outputs of all samples, eight networks side by side.
  let outputs: UnsafeMutablePointer<Double>

  /// Whether a quantity is known without a run of one's own.
  static func knows(_ kind: Quantity.Kind) -> Bool {
    switch kind {
    case .loss, .dataLoss, .batchLoss, .accuracy, .update, .epoch: true
    default: false
    }
  }

  /// The number of a quantity that is known: all samples are one batch without penalties, so an epoch is an update.
  func value(of kind: Quantity.Kind, lane: Int) -> Double? {
    switch kind {
    case .loss, .dataLoss, .batchLoss: losses[lane]
    case .accuracy: accuracy(lane)
    case .update, .epoch: Double(update)
    default: nil
    }
  }

  private func accuracy(_ lane: Int) -> Double? {
    let (run, targets) = (runs[lane], runs[lane].dataset.targets)
    let elements = targets.elements.indices.map { outputs[$0 * LaneTrainer.width + lane] }
    return run.accuracy(
      outputs: Matrix(rows: targets.rows, columns: targets.columns, elements: elements),
      of: run.dataset)
  }
}

/// Waits for a goal in each of the networks side by side.
final class LaneWatch {
  private let goal: TrialGoal
  /// For each lane the update before which the goal held first.
  private(set) var firsts: [Int?]

  init(_ goal: TrialGoal, lanes: Int) {
    self.goal = goal
    firsts = Array(repeating: nil, count: lanes)
  }

  /// Whether it has held everywhere.
  var isOver: Bool { !firsts.contains(nil) }

  /// Asks where it has not held yet.
  func look(at moment: LaneMoment) {
    for lane in firsts.indices
    where firsts[lane] == nil && goal.holds(in: moment, lane: lane) {
      firsts[lane] = moment.update
    }
  }
}
