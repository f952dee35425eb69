import NeuralNetwork

/// The last updates of a run: what its optimizer made of each gradient.
///
/// They are made again one by one. While a run plays there is no time for that: then they are those that were seen.
struct MomentHistory: Sendable {
  /// The steps up to the present place, the oldest first.
  let steps: [TrainingStep]
  private let place: RunPlace
  private let isWhole: Bool
  /// Whether updates between them may be missing.
  private let isSparse: Bool

  /// The most updates that are made again.
  private static let longest = 60
  /// The products of parameters and samples that they may take together.
  private static let budget = 200_000

  init(_ run: Run) {
    var steps: [TrainingStep] = []
    run.revisit(last: Self.length(for: run)) { steps.append($0.step) }
    self.init(steps, to: run, isSparse: false)
  }

  private init(_ past: [TrainingStep], to run: Run, isSparse: Bool) {
    place = RunPlace(run)
    isWhole = run.position.phase == .whole
    steps = past + (isWhole ? [run.step] : [])
    self.isSparse = isSparse
  }

  /// How many updates of a run are looked at.
  private static func length(for run: Run) -> Int {
    min(longest, budget / max(1, run.network.parameterCount * run.step.sampleCount))
  }

  /// What is known of a run: this, or while it plays on, this with where it has got to; nil where that is not enough.
  func known(of run: Run, isPlaying: Bool) -> MomentHistory? {
    let now = RunPlace(run)
    if now == place, isWhole == (run.position.phase == .whole), isPlaying || !isSparse {
      return self
    }
    guard isPlaying, now.isLater(than: place) else { return nil }
    return MomentHistory(steps.suffix(Self.length(for: run)), to: run, isSparse: true)
  }
}

extension Model {
  /// The last updates of the focused run.
  var momentHistory: MomentHistory {
    studies.moments?.known(of: run, isPlaying: isPlaying) ?? MomentHistory(run)
  }
}
