import NeuralNetwork
import TerminalCanvas
import Workbench

/// How far a run has been on its way: going back leaves the future that was seen, until a change makes another one.
struct SeenRun: Hashable {
  /// The losses of the way, up to the last update that was seen.
  private let curve: LossHistory
  private let journal: Journal
  private let seed: UInt64

  init(_ run: Run) {
    curve = run.curve
    journal = run.journal
    seed = run.experiment.seed
  }

  /// The last update that was seen.
  var lastUpdate: Int { curve.count }

  /// What is seen when the run has moved on: more of the same way, or another one.
  func after(_ run: Run) -> SeenRun {
    let isSameWay = run.journal == journal && run.experiment.seed == seed
    return isSameWay && run.curve.count <= curve.count ? self : SeenRun(run)
  }

  /// The losses beyond an update.
  func points(after update: Int) -> [Bucket] {
    curve.buckets.filter { $0.lastUpdate > update }.map {
      Bucket(
        x: Double(max(update, $0.firstUpdate) + $0.lastUpdate) / 2, minimum: $0.minimum,
        maximum: $0.maximum, last: $0.last)
    }
  }
}

extension Model {
  /// Remembers how far each run has been.
  mutating func seeRuns() {
    let known = seen
    seen = workspace.runs.enumerated().map { index, labeled in
      known.indices.contains(index) ? known[index].after(labeled.run) : SeenRun(labeled.run)
    }
  }

  /// The losses that a run has shown beyond where it stands now.
  func future(ofRun index: Int) -> [Bucket] {
    guard seen.indices.contains(index) else { return [] }
    return seen[index].points(after: workspace.runs[index].run.position.update)
  }

  /// The last update that a run has shown.
  func lastSeenUpdate(ofRun index: Int) -> Int {
    max(
      workspace.runs[index].run.position.update,
      seen.indices.contains(index) ? seen[index].lastUpdate : 0)
  }

  /// The last update that any run has shown.
  var lastSeenUpdate: Int {
    max(
      workspace.runs.map { $0.run.position.update }.max() ?? 0, seen.map(\.lastUpdate).max() ?? 0)
  }
}
