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
  /// The last updates of the focused run, made again.
  var moments: MomentHistory?
  /// The learning-rate range test.
  var range: RateRangeStudy?
  /// Whether what takes long is left to the worker, so that no key waits for it.
  var isBackground = false
  /// The recipe whose range test the worker was asked for.
  var askedRange: Experiment?
  /// The surface that the worker is at.
  var askedSurface: PlaneSurface.Key?
  /// What is asked of the worker.
  var asked: [Effect] = []
}

/// Something that takes long to find out, and that neither keys nor training wait for.
public struct Study: Sendable {
  /// What is done once it is known.
  typealias Finding = @Sendable (inout Model) -> [Effect]

  /// Finds it out.
  let make: @Sendable () -> Finding
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
  /// A surface; what would cost much is shown as it was last worked out while a run plays, and while the worker is at it.
  ///
  /// Nil as long as nothing is known of the plane.
  func surface(_ key: PlaneSurface.Key) -> PlaneSurface? {
    let takesLong = isCostly(key)
    if let known = studies.surface {
      if known.key == key { return known }
      if takesLong, isPlaying || studies.isBackground, key.isLater(than: known.key) { return known }
    }
    return takesLong && studies.isBackground ? nil : PlaneSurface(key, in: run)
  }

  /// Remembers what is known of a surface, and asks for what is not: one at a time, and none that a playing run outruns.
  mutating func study(_ picture: ContourPicture) {
    if let surface = picture.surface { studies.surface = surface }
    let (key, isKnown) = (picture.key, picture.surface.map { $0.key == picture.key || isPlaying })
    guard isKnown != true, studies.askedSurface == nil else { return }
    studies.askedSurface = key
    let run = run
    studies.asked.append(
      .study(
        Study {
          let surface = PlaneSurface(key, in: run)
          return { model in
            (model.studies.surface, model.studies.askedSurface) = (surface, nil)
            return []
          }
        }))
  }

  /// Whether a surface would hold up a key.
  private func isCostly(_ key: PlaneSurface.Key) -> Bool {
    run.network.parameterCount * run.dataset.count * key.size.width * key.size.height > 400_000
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
