import Lessons
import TerminalCanvas
import Workbench

/// The program's life: events in, messages to the model, effects out, a picture when something has changed.
public struct Program {
  private var model: Model
  private let screen: any Screen
  private let worker: TrainingWorker
  private let services: TutorServices
  private let watch: LessonWatch?
  /// Set when the program is to end: the signal that asked for it, or none.
  private var ending: Ending?

  /// How a program ended.
  public enum Ending: Hashable, Sendable {
    case quit
    case signaled(Int32)
    /// The terminal went away.
    case hungUp
  }

  /// A program over a screen; `watch` looks after the file of a lesson that is being written.
  public init(
    _ model: Model, on screen: any Screen, services: TutorServices, watch: LessonWatch? = nil
  ) {
    (self.model, self.screen, self.services, self.watch) = (model, screen, services, watch)
    worker = TrainingWorker(wake: screen.waker, guardThread: screen.threadGuard)
  }

  /// What stays in the terminal when it has ended.
  public var farewell: [String] { model.farewell }

  /// Runs until the learner quits or the terminal ends.
  public mutating func run() -> Ending {
    defer { worker.stop() }
    model.size = screen.size
    model.studies.isBackground = true
    let effects = model.start()
    // The learner waits for the first picture, but not for what is saved.
    screen.usesMouse = model.usesMouse
    let asked = model.prepare()
    screen.present(view(model))
    perform(effects + asked)
    while true {
      if let ending { return ending }
      if screen.usesMouse != model.usesMouse { screen.usesMouse = model.usesMouse }
      perform(model.prepare())
      screen.present(view(model))
      handle(screen.nextEvent(timeout: watch == nil ? nil : Self.watchInterval))
      if let reloaded = watch?() { perform(model.reload(reloaded)) }
      // A held key or a storm of resizes is drawn once, with its final state.
      while ending == nil, let event = screen.nextEvent(timeout: .zero) { handle(event) }
      model.takeTranscript().map(services.transcribe)
    }
  }

  /// How often a watched file is looked at.
  private static let watchInterval = Duration.milliseconds(400)

  private mutating func handle(_ event: Event?) {
    switch event {
    case .key(let key): press(key)
    case .paste(let text): paste(text)
    case .mouse(let mouse):
      waitUntilIdle()
      perform(update(&model, mouse: mouse))
    case .resized(let size): model.size = size
    case .woken: collect()
    case .resumed: screen.invalidate()
    case .terminated(let signal):
      collect()
      perform([.save(model.progress)] + model.lastSession)
      ending = signal.map(Ending.signaled) ?? .hungUp
    case nil: break
    }
  }

  /// What is written down is done one after the other, so that doing it again leads to the same.
  private mutating func waitUntilIdle() {
    guard model.transcript != nil else { return }
    worker.waitUntilIdle()
    collect()
  }

  private mutating func press(_ key: Key) {
    waitUntilIdle()
    perform(update(&model, key: key))
  }

  /// Pasted text is typed where something is being typed, and means nothing elsewhere.
  private mutating func paste(_ text: String) {
    guard model.keyContext.takesText else { return }
    for character in text.prefix(model.longestPaste) { press(.character(character)) }
  }

  private mutating func collect() {
    if let progress = worker.takeSurvey() { update(&model, surveyed: progress) }
    if let progress = worker.takeWork() { update(&model, working: progress) }
    for finding in worker.takeFindings() { perform(finding(&model)) }
    guard let snapshot = worker.take() else { return }
    perform(update(&model, trained: snapshot))
  }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .send(let command): worker.send(command)
      case .study(let study): worker.study(study)
      case .endWork: worker.endWork()
      case .save(let progress): model.tell(unkept: services.save(progress))
      case .findLessons: model.library = services.library()
      case .write(let file, let replaces, let remark):
        model.write(file, replacing: replaces, remark: remark)
      case .keep(let session): model.tell(unkept: services.keep(session))
      case .redraw: screen.invalidate()
      case .suspend: screen.suspend()
      case .quit: ending = .quit
      }
    }
  }
}
