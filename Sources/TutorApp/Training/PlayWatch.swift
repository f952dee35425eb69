import Lessons
import NeuralNetwork
import Workbench

/// What ends playing by itself: the update that is played to, what the learner waits for, a lesson's goal, and each run's
/// early stopping.
struct PlayWatch {
  /// The update at which a playing run pauses.
  var target: Int?
  /// What a playing run stops for.
  var stops: [StopWatch] = []
  /// The goal of a lesson's page, until it is reached.
  var goal: Goal?
  /// Whether playing has just come to the goal.
  private var isAtGoal = false
  /// What it has stopped for, in a sentence.
  private var sentence: String?
  /// What early stopping sees of each run.
  private var tracks: [EarlyStoppingTrack] = []

  /// Nothing is played to any more, and what was reached lies behind.
  mutating func goOn() { (target, isAtGoal) = (nil, false) }

  /// Looks whether the runs together have reached the goal.
  mutating func look(at workspace: Workspace) {
    guard goal?.isReached(on: workspace) == true else { return }
    (goal, isAtGoal) = (nil, true)
  }

  /// Finds out what early stopping has seen of the runs where they stand.
  mutating func follow(_ workspace: Workspace?) {
    let runs = (workspace?.runs ?? []).map(\.run)
    tracks = Array(tracks.prefix(runs.count)) + runs.dropFirst(tracks.count).map { _ in .init() }
    for (index, run) in runs.enumerated() { tracks[index].follow(run) }
  }

  /// Whoever plays on where early stopping lets no run go on wants to see what comes.
  mutating func goOnAfterStop() {
    guard tracks.allSatisfy(\.monitor.hasStopped) else { return }
    for index in tracks.indices { tracks[index].goOn() }
  }

  /// Trains one run, and says how many updates it was asked to make until something stopped it.
  mutating func train(_ run: inout Run, _ index: Int, updates: Int, isWatched: Bool) -> Int {
    var left = isWatched ? updates : min(updates, updatesToTarget(run))
    while left > 0, !tracks[index].monitor.hasStopped, run.divergence == nil {
      let stride = min(
        left, tracks[index].monitor.updatesToLook(of: run), isWatched ? updatesToLook(run) : left)
      run.train(updates: stride)
      tracks[index].look(at: run)
      left -= stride
      if isWatched, isStopped(run) { return updates - left }
    }
    // A run that can go no further does not hold the others up.
    return updates
  }

  /// How far the leader may train before something must be looked at.
  private func updatesToLook(_ run: Run) -> Int {
    let toTarget = max(1, updatesToTarget(run))
    return stops.map { $0.rule.updatesToLook(run) }.min().map { min($0, toTarget) } ?? toTarget
  }

  /// How far a run has to go to what is played to.
  private func updatesToTarget(_ run: Run) -> Int {
    target.map { max(0, $0 - run.position.update) } ?? .max
  }

  /// Whether the leader has reached what it was to stop for; then there is a sentence about it.
  private mutating func isStopped(_ run: Run) -> Bool {
    for index in stops.indices where stops[index].look(at: run) {
      sentence = stops[index].rule.sentence(run)
    }
    return isReached(by: run)
  }

  /// Whether the runs have come to what they were to stop for.
  func isReached(by workspace: Workspace) -> Bool {
    isAtGoal || isReached(by: workspace.focusedRun)
  }

  /// Whether a run has come to what it was to stop for.
  private func isReached(by run: Run) -> Bool {
    sentence != nil || target.map { run.position.update >= $0 } == true
  }

  /// What it has stopped for, once.
  mutating func takeSentence() -> String? {
    defer { sentence = nil }
    return sentence
  }

  /// Whether no run can or should go on.
  func isOver(_ workspace: Workspace) -> Bool {
    zip(workspace.runs, tracks).allSatisfy { labeled, track in
      labeled.isPinned || labeled.run.divergence != nil || track.monitor.hasStopped
        || labeled.run.position.update >= target ?? Limits.updates
    }
  }

  /// Takes every run that was stopped early back to its best, and says so of the first.
  mutating func finish(_ workspace: inout Workspace?) -> String? {
    for index in tracks.indices where tracks[index].monitor.hasStopped {
      workspace?.changeRun(index) { tracks[index].finish(&$0) }
    }
    return tracks.lazy.map(\.monitor).filter(\.hasStopped).compactMap(\.sentence).first
  }
}
