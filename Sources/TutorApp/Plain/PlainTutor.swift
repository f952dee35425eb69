import Lessons
import NeuralNetwork
import TerminalCanvas
import Workbench

/// The same lessons as plain lines that are only ever added: for a screen reader, a printer, a pipe or a terminal that
/// cannot place its cursor.
///
/// Each line typed is a row of the usual keys; an empty one goes on.
public struct PlainTutor {
  /// Columns that a line of text may take.
  static let width = 72
  /// Updates that the play key makes here, where nothing moves by itself.
  static let updatesPlayed = 100

  /// The most updates that it makes until something stops it.
  static let updatesWaited = 100_000

  private var model: Model
  private var worker = TrainingLoop()
  private let write: (String) -> Void
  private let library: () -> [Lesson]
  private let save: (LearnerProgress) -> Void
  private let keep: (Session) -> Void
  private var hasQuit = false

  /// A tutor that writes lines with `write`, finds lessons with `library` and keeps progress with `save`.
  public init(
    _ model: Model, write: @escaping (String) -> Void,
    library: @escaping () -> [Lesson] = { [] }, save: @escaping (LearnerProgress) -> Void,
    keep: @escaping (Session) -> Void = { _ in }
  ) {
    self.model = model
    self.model.size = Size(width: 80, height: 24)
    self.write = write
    self.library = library
    self.save = save
    self.keep = keep
  }

  /// Runs until the input ends or the learner quits.
  public mutating func run(read: () -> String?) {
    perform(model.start())
    tellPlace()
    while !hasQuit, let line = read() { take(line) }
    save(model.progress)
  }

  private mutating func take(_ line: String) {
    let before = model.scene.whereabouts
    if model.scene is PlaygroundScene, let command = PlaygroundCommand.written(line) {
      return answer(command)
    }
    if model.keyContext.takesText {
      for key in line.map(Key.character) + [.enter] { press(key) }
    } else if let key = Self.words[line.lowercased()] {
      press(key)
    } else if line.count > 2, line.allSatisfy(\.isLetter), Set(line).count > 1 {
      let words = Self.words.keys.filter { !$0.isEmpty }.sorted().joined(separator: ", ")
      return write("I know single keys and these words: \(words).")
    } else {
      let commits = model.place?.openQuestion != nil && model.scene.keyContext.answers(line)
      for key in line { press(.character(key)) }
      // A line is an answer, and its end commits it.
      if commits { press(.enter) }
    }
    guard !hasQuit else { return }
    if model.scene.whereabouts != before { tellPlace() } else { tellChange() }
  }

  /// Carries out a command, and says what came of it.
  private mutating func answer(_ command: String) {
    let before = model.scene.whereabouts
    model.notice = nil
    perform(model.run(command: command))
    guard !hasQuit else { return }
    if model.scene.whereabouts != before { return tellPlace() }
    guard model.overlay == nil else {
      tellChange()
      return model.overlay = nil
    }
    for line in PlainText.answer(model) { write(line) }
  }

  /// Lines that stand for a key.
  static let words: [String: Key] = [
    "": .enter, "next": "n", "back": "b", "help": "?", "hint": "H", "quit": "q", "play": "p",
    "update": "u",
  ]

  private mutating func press(_ key: Key) {
    guard let message = model.keyContext.message(for: key) else {
      guard model.overlay == nil else { return perform(update(&model, .close)) }
      return model.notice = "The key \(key.label) means nothing here; ? lists the keys"
    }
    if message == .workbench(.togglePlaying) {
      perform((0..<Self.updatesPlayed).flatMap { _ in model.explore(.advance(.update)) })
    } else {
      perform(update(&model, message))
    }
  }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .send(let command):
        worker.perform(inTurn(command))
        while worker.isPlaying { worker.trainIfDue() }
        if let snapshot = worker.snapshot { perform(update(&model, trained: snapshot)) }
      case .save(let progress): save(progress)
      case .findLessons: model.library = library()
      case .quit: hasQuit = true
      case .write(let file, let replaces): model.write(file, replacing: replaces)
      case .keep(let session): keep(session)
      case .redraw, .suspend: break
      }
    }
  }

  /// Playing is done before the next line is read: so many updates, or until something stops it.
  private func inTurn(_ command: TrainingCommand) -> TrainingCommand {
    guard case .play = command else { return command }
    let waits = model.playground?.stops.contains { $0.kind != .divergence } == true
    return .playTo(model.run.position.update + (waits ? Self.updatesWaited : Self.updatesPlayed))
  }

  /// Where the learner has come to, in full.
  private func tellPlace() { for line in PlainText.place(model) { write(line) } }

  /// What the last keys changed.
  private func tellChange() { for line in PlainText.change(model) { write(line) } }
}
