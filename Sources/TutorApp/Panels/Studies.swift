import NeuralNetwork
import TerminalCanvas
import Workbench

/// What panels find out about the runs at some cost: kept while what it depends on stays as it is.
///
/// Nothing here is more than a memory: without it a panel finds out the same.
public struct Studies: Sendable {
  /// The loss over a plane.
  var surface: PlaneSurface?
  /// The ways of the runs on that plane, by run.
  var ways: [PlaneWay] = []
  /// The gradient check of all parameters.
  var checks: GradientChecks?
  /// The learning-rate range test.
  var range: RateRangeStudy?
  /// Whether what takes long is left to the worker, so that no key waits for it.
  var isBackground = false
  /// The recipe whose range test the worker was asked for.
  var askedRange: Experiment?
  /// What is asked of the worker.
  var asked: [Effect] = []
}

extension Model {
  /// Lets every panel on the screen work out what it will draw, once for what it depends on.
  ///
  /// - Returns: what the worker is asked for, since it would take too long here.
  @discardableResult public mutating func prepare() -> [Effect] {
    guard scene.hasWorkbench, overlay == nil else { return [] }
    defer { studies.asked = [] }
    let canvas = Canvas(size: Size(width: 0, height: 0), glyphs: glyphs, showsTones: showsTones)
    for placement in layout.placements where !placement.isVeiled {
      placement.panel.prepare?(&self, placement.rect.split(top: 1).rest, canvas)
    }
    return studies.asked
  }
}

// MARK: - The loss over a plane

extension Model {
  /// A surface; while a run plays, what would cost much is shown as it was last worked out.
  func surface(_ key: PlaneSurface.Key) -> PlaneSurface {
    if let known = studies.surface {
      let work = run.network.parameterCount * run.dataset.count
      let isCostly = work * key.size.width * key.size.height > 400_000
      if known.key == key || isPlaying && isCostly && key.isLater(than: known.key) { return known }
    }
    return PlaneSurface(key, in: run)
  }

  /// The way of a run.
  func way(ofRun index: Int, _ plane: PlaneParameters) -> PlaneWay {
    let run = workspace.runs[index].run
    guard studies.ways.indices.contains(index) else { return PlaneWay(of: run, plane) }
    return studies.ways[index].following(run, plane)
  }

  /// Keeps the ways of all runs, so that the next steps only are added to them.
  mutating func rememberWays() {
    guard let plane else { return }
    guard workspace.runs.allSatisfy({ plane.belong(to: $0.run) }) else {
      studies.ways = []
      return
    }
    studies.ways = workspace.runs.indices.map { way(ofRun: $0, plane) }
  }
}
