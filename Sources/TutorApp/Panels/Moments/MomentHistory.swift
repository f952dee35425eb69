import NeuralNetwork

/// The last updates of a run, made again one by one: what its optimizer made of each gradient.
struct MomentHistory: Sendable {
  /// The steps up to the present place, the oldest first.
  let steps: [TrainingStep]
  private let place: RunPlace
  private let isWhole: Bool

  /// The most updates that are made again.
  private static let longest = 60
  /// The products of parameters and samples that they may take together.
  private static let budget = 200_000

  init(_ run: Run) {
    place = RunPlace(run)
    isWhole = run.position.phase == .whole
    let work = max(1, run.network.parameterCount * run.step.sampleCount)
    var steps: [TrainingStep] = []
    run.revisit(last: min(Self.longest, Self.budget / work)) { steps.append($0.step) }
    self.steps = steps + (isWhole ? [run.step] : [])
  }

  /// Whether it is that of a run as it stands.
  func holds(for run: Run) -> Bool {
    place == RunPlace(run) && isWhole == (run.position.phase == .whole)
  }
}

extension Model {
  /// The last updates of the focused run.
  var momentHistory: MomentHistory {
    if let known = studies.moments, known.holds(for: run) { return known }
    return MomentHistory(run)
  }
}
