import Lessons
import NeuralNetwork

/// The worker's own workspace: carries out commands and keeps time while a run plays.
struct TrainingLoop {
  private var workspace: Workspace?
  private var generation = 0
  private var problem: String?
  /// The pace of a playing run; nil while paused.
  private var pace: Pace?
  /// When the next piece of a playing run is due; nil while paused.
  private(set) var nextDue: ContinuousClock.Instant?
  /// Updates that fit into one slice of flat-out training, learned while training.
  private var sliceUpdates = 1

  var isPlaying: Bool { pace != nil }

  /// A copy for the user interface, once something is loaded.
  var snapshot: Snapshot? {
    workspace.map {
      Snapshot(workspace: $0, generation: generation, isPlaying: isPlaying, problem: problem)
    }
  }

  mutating func perform(_ command: TrainingCommand) {
    problem = nil
    switch command {
    case .load(let workspace, let actions, let generation): load(workspace, actions, generation)
    case .play(let pace): play(at: pace)
    case .pause: pause()
    default: workspace?.apply(command)
    }
  }

  private mutating func load(_ workspace: Workspace, _ actions: [Action], _ generation: Int) {
    self.workspace = workspace
    self.generation = generation
    pause()
    do {
      for action in actions { try self.workspace?.perform(action) }
    } catch {
      problem = "\(error)"
    }
  }

  private mutating func play(at pace: Pace) {
    self.pace = pace
    nextDue = .now
  }

  private mutating func pause() {
    pace = nil
    nextDue = nil
  }

  /// Trains the piece that is due by now, if one is.
  mutating func trainIfDue() {
    guard let pace, let due = nextDue, due <= .now else { return }
    switch pace {
    case .phases: workspace?.forEachRun { $0.advance(by: .phase) }
    case .flatOut: trainSlice()
    default: workspace?.forEachRun { $0.train(updates: pace.updatesPerTick) }
    }
    nextDue = max(due + pace.interval, .now)
    stopIfDiverged()
  }

  /// Slices are short, so that a key waits for a few milliseconds at most.
  private static let slice: Duration = .milliseconds(4)

  private mutating func trainSlice() {
    let clock = ContinuousClock()
    let updates = sliceUpdates
    let time = clock.measure { workspace?.forEachRun { $0.train(updates: updates) } }
    if time < Self.slice / 2 {
      sliceUpdates = min(sliceUpdates * 2, 1 << 20)
    } else if time > Self.slice {
      sliceUpdates = max(1, sliceUpdates / 2)
    }
  }

  private mutating func stopIfDiverged() {
    guard let workspace, workspace.runs.allSatisfy({ $0.run.divergence != nil }) else { return }
    pause()
  }
}

extension Workspace {
  /// Carries out a command that concerns the runs alone.
  mutating func apply(_ command: TrainingCommand) {
    switch command {
    case .advance(let stride): forEachRun { $0.advance(by: stride) }
    case .rewind(let stride): forEachRun { $0.rewind(by: stride) }
    case .seek(let update): forEachRun { $0.seek(to: Position(update: update)) }
    case .change(let change): changeFocusedRun { $0.apply(change) }
    case .restart: forEachRun { $0.restart() }
    case .reseed(let seed): reseed(seed)
    case .toggleComparison: toggleComparison()
    case .focus(let index): focus(on: index)
    case .load, .play, .pause: break
    }
  }
}
