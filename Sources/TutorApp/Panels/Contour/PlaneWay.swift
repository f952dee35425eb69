import NeuralNetwork
import TerminalCanvas

/// The places of a run on a plane of two parameters, from its beginning to where it stands.
///
/// It follows the run as it moves: what was walked is never worked out again.
struct PlaneWay: Sendable {
  private let parameters: PlaneParameters
  /// A run that stands at the last place.
  private var walker: Run
  private var updates: [Int]
  private(set) var places: [PlanePath.Place]

  /// The multiplications that may be made to walk a way again; a longer one begins with a leap.
  private static let budget = 4_000_000
  /// The most places of a way walked again.
  private static let mostPlaces = 2000

  init(of run: Run, _ parameters: PlaneParameters) {
    self.parameters = parameters
    walker = run
    walker.seek(to: Position(update: 0))
    (updates, places) = ([0], [parameters.place(of: walker.network)])
    walk(to: run)
  }

  /// The same way as far as a run has got now, or another one.
  func following(_ run: Run, _ parameters: PlaneParameters) -> PlaneWay {
    guard self.parameters == parameters, walker.journal == run.journal,
      walker.experiment == run.experiment
    else { return PlaneWay(of: run, parameters) }
    var way = self
    if run.position.update < (updates.last ?? 0) { way.goBack(to: run) }
    way.walk(to: run)
    return way
  }

  private mutating func goBack(to run: Run) {
    let count = max(1, updates.prefix { $0 <= run.position.update }.count)
    updates.removeLast(updates.count - count)
    places.removeLast(places.count - count)
    walker = run
  }

  private mutating func walk(to run: Run) {
    let distance = run.position.update - walker.position.update
    let work = run.network.parameterCount * run.step.sampleCount
    if distance * work <= Self.budget {
      // An odd stride, so that a way which swings from side to side is not drawn as a straight one.
      let stride = (distance / Self.mostPlaces) | 1
      while walker.position.update < run.position.update, walker.divergence == nil {
        walker.train(updates: min(stride, run.position.update - walker.position.update))
        append(walker)
      }
    }
    walker = run
    append(run)
  }

  private mutating func append(_ run: Run) {
    guard run.position.update > updates[updates.count - 1] else { return }
    updates.append(run.position.update)
    places.append(parameters.place(of: run.network))
  }
}
