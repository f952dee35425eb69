extension Run {
  /// Trains many runs by the same number of updates, as `train(updates:)` does one after the other, and with the same
  /// bits.
  ///
  /// Neighbors of one small shape, trained in full batches under the same settings from whatever seeds, go through the
  /// machine eight at a time; of these, no keyframes are kept on the way.
  public static func train(_ runs: inout [Run], updates: Int) {
    _ = train(&runs, updates: updates, until: nil)
  }

  /// The same, with a goal that is asked for before each update and in the end.
  /// - Returns: for each run the update before which the goal held first; nil where it never did.
  static func train(_ runs: inout [Run], updates: Int, until goal: TrialGoal?) -> [Int?] {
    var firsts = [Int?](repeating: nil, count: runs.count)
    var rest = runs.indices
    while let first = rest.first {
      let count = updates > 2 ? neighbors(in: runs[rest]) : 1
      trainTogether(&runs, first..<first + count, updates, goal, &firsts)
      rest = rest.dropFirst(count)
    }
    return firsts
  }

  private static func neighbors(in runs: ArraySlice<Run>) -> Int {
    guard let first = runs.first else { return 0 }
    let others = runs.dropFirst().prefix(LaneTrainer.width - 1)
    return 1 + others.prefix { LaneTrainer.goesTogether(first, with: $0) }.count
  }

  private static func trainTogether(
    _ runs: inout [Run], _ range: Range<Int>, _ updates: Int, _ goal: TrialGoal?,
    _ firsts: inout [Int?]
  ) {
    let watch = goal.map { LaneWatch($0, lanes: range.count) }
    var ends: [(state: State, losses: LossHistory)?]?
    // Two networks are as fast one after the other.
    if range.count > 2 {
      ends = LaneTrainer(Array(runs[range]))?.train(updates: updates - 1, watch)
    }
    for (place, index) in range.enumerated() {
      if let end = ends?[place], runs[index].goOn(from: end.state, losses: end.losses) {
        firsts[index] = watch?.firsts[place] ?? runs[index].firstOfLastTwo(of: goal)
      } else {
        firsts[index] = runs[index].train(updates: updates, until: goal)
      }
    }
  }

  /// Trains alone.
  /// - Returns: the update before which the goal held first; nil where it never did.
  private mutating func train(updates: Int, until goal: TrialGoal?) -> Int? {
    guard let goal else {
      train(updates: updates)
      return nil
    }
    let end = position.update + updates
    while position.update < end, divergence == nil {
      if goal.holds(in: self) {
        defer { train(updates: end - position.update) }
        return position.update
      }
      train(updates: 1)
    }
    return goal.holds(in: self) ? position.update : nil
  }

  /// The same for the last two places, which networks side by side have not seen.
  private func firstOfLastTwo(of goal: TrialGoal?) -> Int? {
    guard let goal, let step = previousStep else { return nil }
    let held = goal.holds { quantity in
      switch quantity.kind {
      case .loss, .dataLoss, .batchLoss: step.loss
      case .accuracy: accuracy(outputs: step.outputs, of: dataset)
      case .update, .epoch: Double(step.update)
      default: nil
      }
    }
    if held { return step.update }
    return goal.holds(in: self) ? position.update : nil
  }
}
