import NeuralNetwork
import TerminalCanvas

/// The places of a run on a plane of two parameters, from its beginning to where it stands.
///
/// A run that keeps its trail knows them. The way of another one is walked again, as far as no key waits for that, and
/// followed as the run moves: what was walked is never worked out again.
struct PlaneWay: Sendable {
  /// All that decides where it leads.
  private struct End: Hashable {
    let parameters: PlaneParameters
    let place: RunPlace

    init(_ run: Run, _ parameters: PlaneParameters) {
      (self.parameters, place) = (parameters, RunPlace(run))
    }

    /// Whether it lies on the same way.
    func isAlong(_ end: End) -> Bool { parameters == end.parameters && place.isAlong(end.place) }
  }

  private var end: End
  /// A run that stands at the last place; nil where the run knows its way by itself.
  private var walker: Run?
  private var updates: [Int]
  private(set) var places: [PlanePath.Place]

  /// The multiplications that may be made to walk a way again; a longer one begins with a leap.
  private static let budget = 1_000_000
  /// What an update costs beside its multiplications.
  private static let updateCost = 500

  init(of run: Run, _ parameters: PlaneParameters) {
    end = End(run, parameters)
    if let known = parameters.trail(of: run) {
      (walker, updates, places) = (nil, [], known + [parameters.place(of: run.network)])
    } else {
      var start = run
      start.seek(to: Position(update: 0))
      (walker, updates, places) = (start, [0], [parameters.place(of: start.network)])
      walk(start, to: run)
    }
  }

  /// The same way as far as a run has got now, or another one.
  func following(_ run: Run, _ parameters: PlaneParameters) -> PlaneWay {
    let end = End(run, parameters)
    if end == self.end { return self }
    guard let walker, end.isAlong(self.end) else { return PlaneWay(of: run, parameters) }
    var way = self
    way.end = end
    let isBehind = run.position.update < (updates.last ?? 0)
    if isBehind { way.goBack(to: run) }
    way.walk(isBehind ? run : walker, to: run)
    return way
  }

  private mutating func goBack(to run: Run) {
    let count = max(1, updates.prefix { $0 <= run.position.update }.count)
    updates.removeLast(updates.count - count)
    places.removeLast(places.count - count)
  }

  private mutating func walk(_ walker: Run, to run: Run) {
    var walker = walker
    let distance = run.position.update - walker.position.update
    let cost = run.network.parameterCount * run.step.sampleCount + Self.updateCost
    if distance <= Self.budget / cost {
      while walker.position.update < run.position.update, walker.divergence == nil {
        walker.train(updates: 1)
        append(walker)
      }
    }
    self.walker = run
    append(run)
  }

  private mutating func append(_ run: Run) {
    guard run.position.update > updates[updates.count - 1] else { return }
    updates.append(run.position.update)
    places.append(end.parameters.place(of: run.network))
  }
}

extension PlaneParameters {
  /// The places that a run remembers, without the present one; nil where it does not know the whole way.
  fileprivate func trail(of run: Run) -> [PlanePath.Place]? {
    guard let xs = run.trail(of: x), let ys = run.trail(of: y) else { return nil }
    return zip(xs, ys).map(PlanePath.Place.init)
  }
}
