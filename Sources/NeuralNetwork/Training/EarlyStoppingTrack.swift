/// What early stopping sees on the whole way of a run, wherever the run goes: a matter of recipe, changes and position alone.
///
/// Places that were seen are remembered, so that little is trained again to find out about another one.
public struct EarlyStoppingTrack: Sendable {
  /// What it has seen up to where the run stands.
  public private(set) var monitor = EarlyStoppingMonitor(nil)
  /// What it had seen at some places, in their order.
  private var seen: [EarlyStoppingMonitor] = []
  /// The recipe and the changes that these are of.
  private var experiment: Experiment?
  private var journal = Journal()
  /// How many places are remembered at most; when there are more, every second one goes.
  private static let most = 256

  /// A track of no run yet.
  public init() {}

  /// Goes to where a run stands, however it got there.
  public mutating func follow(_ run: Run) {
    forget(whatIsNotOf: run)
    guard run.activeExperiment.earlyStopping != nil else { return monitor = .init(nil) }
    let place = run.position.update
    monitor = seen.last { $0.lastLook ?? 0 <= place } ?? .init(nil)
    var walker = run
    walker.seek(to: Position(update: monitor.lastLook ?? 0))
    look(at: walker)
    while walker.position.update < place, walker.divergence == nil {
      walker.train(
        updates: min(place - walker.position.update, monitor.updatesToLook(of: walker)))
      look(at: walker)
    }
  }

  /// Looks at a run that was trained on, if there is something to see.
  public mutating func look(at run: Run) {
    monitor.look(at: run)
    guard let update = monitor.lastLook, update > seen.last?.lastLook ?? -1 else { return }
    seen.append(monitor)
    guard seen.count > Self.most else { return }
    seen = seen.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
  }

  /// Whoever trains on after a stop has new patience from there.
  public mutating func goOn() { monitor.goOn() }

  /// Takes a run that has stopped back to its best.
  public mutating func finish(_ run: inout Run) { monitor.finish(&run) }

  /// Another recipe is another run; a change is felt only behind its place.
  private mutating func forget(whatIsNotOf run: Run) {
    if experiment != run.experiment { seen = [] }
    let (old, new) = (journal.entries, run.journal.entries)
    let shared = zip(old, new).prefix { $0 == $1 }.count
    let others = old.dropFirst(shared).prefix(1) + new.dropFirst(shared).prefix(1)
    if let first = others.map(\.update).min() {
      seen.removeAll { first == 0 || $0.lastLook ?? 0 > first }
    }
    (experiment, journal) = (run.experiment, run.journal)
  }
}
