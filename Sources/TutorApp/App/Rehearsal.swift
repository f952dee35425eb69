import Lessons
import NeuralNetwork
import TerminalCanvas
import Workbench

/// The program without a terminal, threads and a clock: keys go in, pictures come out, the same each time.
///
/// Time passes only where it is told to.
public struct Rehearsal {
  /// The state of the program.
  public private(set) var model: Model
  private var worker = TrainingLoop()
  private let library: () -> [Lesson]
  /// How fast the runs play; nil while they stand.
  private var pace: Pace?
  /// Updates that are due but not whole yet.
  private var due = 0.0
  /// Whether the program has been left.
  public private(set) var hasQuit = false

  /// What flat out amounts to in updates a second, where no machine decides.
  private static let flatOut = 5000.0

  /// Opens a program; `library` finds the lessons for one that began without them.
  public init(_ model: Model, library: @escaping () -> [Lesson] = { [] }) {
    self.model = model
    self.library = library
    perform(self.model.start())
  }

  /// What is on the screen.
  public mutating func picture() -> Canvas {
    model.prepare()
    return view(model)
  }

  /// Presses a key, as on the keyboard.
  public mutating func press(_ key: Key) { perform(update(&model, key: key)) }

  /// Lets time pass, in which a playing run trains.
  public mutating func wait(seconds: Double) {
    guard let pace else { return }
    due += seconds * (pace.rate.map(Double.init) ?? Self.flatOut)
    let count = Int(due)
    due -= Double(count)
    guard count > 0 else { return }
    if pace == .phases {
      for _ in 0..<count { worker.perform(.advance(.phase)) }
    } else {
      play(to: model.run.position.update + count)
    }
    show()
  }

  /// Plays to an update, or to what a playing run stops for on the way: a goal, a stop, divergence.
  private mutating func play(to update: Int) {
    worker.perform(.playTo(update))
    while worker.isPlaying { worker.trainIfDue() }
    let reached = worker.snapshot?.workspace.focusedRun.position.update ?? update
    if reached < update { pace = nil }
  }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .send(let command): send(command)
      case .findLessons: model.library = library()
      case .study(let study): perform(study.make()(&model))
      case .quit: hasQuit = true
      case .save, .write, .keep, .redraw, .suspend, .endWork: break
      }
    }
  }

  /// Playing is this value's own business; all else is the worker's.
  private mutating func send(_ command: TrainingCommand) {
    switch command {
    case .play(let pace): self.pace = pace
    case .pause, .load: pace = nil
    default: break
    }
    switch command {
    case .play: break
    // There is no clock to play by.
    case .playTo(let update): play(to: update)
    default: worker.perform(command)
    }
    show()
  }

  private mutating func show() {
    guard var snapshot = worker.snapshot else { return }
    snapshot.isPlaying = pace != nil
    perform(update(&model, trained: snapshot))
  }
}
