import Lessons
import NeuralNetwork

/// The worker's own bench: carries out commands and keeps time while a run plays.
struct TrainingBench {
  private var bench: Bench?
  private var generation = 0
  private var problem: String?
  /// The pace of a playing run; nil while paused.
  private var pace: Pace?
  /// When the next piece of a playing run is due; nil while paused.
  private(set) var nextDue: ContinuousClock.Instant?
  /// Updates that fit into one slice of flat-out training, learnt while training.
  private var sliceUpdates = 1

  var isPlaying: Bool { pace != nil }

  /// A copy for the user interface, once something is loaded.
  var snapshot: Snapshot? {
    bench.map {
      Snapshot(bench: $0, generation: generation, isPlaying: isPlaying, problem: problem)
    }
  }

  mutating func perform(_ command: BenchCommand) {
    problem = nil
    switch command {
    case .load(let bench, let actions, let generation): load(bench, actions, generation)
    case .play(let pace): play(at: pace)
    case .pause: pause()
    default: bench?.apply(command)
    }
  }

  private mutating func load(_ bench: Bench, _ actions: [Action], _ generation: Int) {
    self.bench = bench
    self.generation = generation
    pause()
    do {
      for action in actions { try self.bench?.perform(action) }
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
    case .phases: bench?.forEachRun { $0.advance(by: .phase) }
    case .flatOut: trainSlice()
    default: bench?.forEachRun { $0.train(updates: pace.updatesPerBeat) }
    }
    nextDue = max(due + pace.interval, .now)
    stopIfDiverged()
  }

  /// Slices are short, so that a key waits for a few milliseconds at most.
  private static let slice: Duration = .milliseconds(4)

  private mutating func trainSlice() {
    let clock = ContinuousClock()
    let updates = sliceUpdates
    let time = clock.measure { bench?.forEachRun { $0.train(updates: updates) } }
    if time < Self.slice / 2 {
      sliceUpdates = min(sliceUpdates * 2, 1 << 20)
    } else if time > Self.slice {
      sliceUpdates = max(1, sliceUpdates / 2)
    }
  }

  private mutating func stopIfDiverged() {
    guard let bench, bench.runs.allSatisfy({ $0.run.divergence != nil }) else { return }
    pause()
  }
}

extension Bench {
  /// Carries out a command that concerns the runs alone.
  mutating func apply(_ command: BenchCommand) {
    switch command {
    case .advance(let stride): forEachRun { $0.advance(by: stride) }
    case .rewind(let stride): forEachRun { $0.rewind(by: stride) }
    case .change(let change): changeFocusedRun { $0.apply(change) }
    case .restart: forEachRun { $0.restart() }
    case .reseed(let seed): reseed(seed)
    case .toggleComparison: toggleComparison()
    case .focus(let index): focus(on: index)
    case .load, .play, .pause: break
    }
  }
}
