import Experiments
import NeuralNetwork
import Workbench

extension Sweep {
  /// The runs of some places, side by side where they go together, on all cores; each is told as soon as it has ended.
  func make(
    _ places: [Int], of runs: SweepRuns, _ tell: @escaping @Sendable ([Trial], [Int]) -> Void
  ) throws -> [Trial] {
    let (goal, length) = (try condition()?.trialGoal, length)
    let groups = try groups(places, of: runs, goal)
    let results = concurrentMap(groups) { group in
      let own = Array(places[group])
      let trials = Self.trials(own.map(runs.experiment), length, goal)
      if case .success(let trials) = trials { tell(trials, own) }
      return trials
    }
    return try results.flatMap { result in
      try accepting(options.file) { () throws(ExperimentError) in try result.get() }
    }
  }

  /// Ranges of places that belong to one combination, as long as its runs can go side by side.
  private func groups(
    _ places: [Int], of runs: SweepRuns, _ goal: TrialGoal?
  ) throws -> [Range<Int>] {
    var (groups, start) = ([Range<Int>](), 0)
    while start < places.count {
      let cell = runs.plan.cell(of: places[start])
      var end = start
      while end < places.count, runs.plan.cell(of: places[end]) == cell { end += 1 }
      let width = try width(of: runs.experiments[cell], goal)
      groups += Self.parts(of: start..<end, width: width)
      start = end
    }
    return groups
  }

  private func width(of experiment: Experiment, _ goal: TrialGoal?) throws -> Int {
    try accepting(options.file) { () throws(ExperimentError) in
      folds == nil ? try Trial.width(of: experiment, goal: goal) : 1
    }
  }

  /// As few parts of a range as a width allows, about equally long.
  private static func parts(of range: Range<Int>, width: Int) -> [Range<Int>] {
    let count = (range.count + width - 1) / width
    let cuts = (0...count).map { range.lowerBound + range.count * $0 / max(1, count) }
    return zip(cuts, cuts.dropFirst()).map { $0..<$1 }
  }

  /// The trials of one group, side by side where there are several.
  private static func trials(
    _ experiments: [Experiment], _ length: Trial.Length, _ goal: TrialGoal?
  ) -> Result<[Trial], ExperimentError> {
    Result { () throws(ExperimentError) in
      guard experiments.count == 1 else {
        return try Trial.together(experiments, length, goal: goal)
      }
      return [try Trial(experiments[0], length, goal: goal)]
    }
  }
}
