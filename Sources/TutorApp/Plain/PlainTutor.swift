import Experiments
import Lessons
import NeuralNetwork
import TerminalCanvas
import Workbench

/// The same lessons as plain lines that are only ever added: for a screen reader, a printer, a pipe or a terminal that
/// cannot place its cursor.
///
/// Each line typed is an answer, a word such as `next`, or a row of the usual keys; an empty one goes on.
public struct PlainTutor {
  /// Columns that a line of text may take.
  static let width = 72
  /// Columns in which a statement is not broken, so that all of it is told again where it changes.
  static let statementWidth = 10_000

  /// The most updates that it makes until something stops it.
  static let updatesWaited = 100_000

  private var model: Model
  private var worker = TrainingLoop()
  private let write: (String) -> Void
  private let services: TutorServices
  private let waiting: (() -> Void) -> Void
  private var hasQuit = false
  /// What was told for a key in place of a change of the screen.
  private var told: [String]?

  /// A tutor that writes lines with `write`; what may take long is done by `waiting`, which says how far it is, and may end it.
  public init(
    _ model: Model, write: @escaping (String) -> Void, services: TutorServices = TutorServices(),
    waiting: @escaping (() -> Void) -> Void = { $0() }
  ) {
    (self.model, self.write, self.services, self.waiting) = (model, write, services, waiting)
    self.model.size = Size(width: 80, height: 24)
  }

  /// Runs until the input ends or the learner quits.
  public mutating func run(read: () -> String?) {
    let said = model.notice
    perform(model.start())
    // What was said before is told by whoever opened it.
    if model.notice != said { PlainText.notice(model).map(PlainText.plain).forEach(write) }
    tellPlace()
    model.takeTranscript().map(services.transcribe)
    while !hasQuit, let line = read() {
      take(line)
      model.takeTranscript().map(services.transcribe)
    }
    _ = services.save(model.progress)
  }

  private mutating func take(_ line: String) {
    let (before, whereabouts) = (PlainText.place(model), model.scene.whereabouts)
    let workbench = PlainText.workbench(model)
    model.notice = nil
    let isDrill = model.scene is DrillScene
    if isDrill || !model.keyContext.takesText, let telling = PlainTelling.asked(line) {
      return telling.lines(model).map(PlainText.plain).forEach(write)
    }
    if !isDrill, !model.keyContext.takesText, let lines = PlainLook.lines(line, model) {
      return lines.map(PlainText.plain).forEach(write)
    }
    if let command = PlainLine(text: line, model: model).command {
      for _ in model.path
      where model.scene.belongsToPlayground && !(model.scene is PlaygroundScene) {
        press(.escape)
      }
      return answer(command)
    }
    obey(line)
    guard !hasQuit else { return }
    if let told {
      self.told = nil
      told.map(PlainText.plain).forEach(write)
    } else if model.scene.whereabouts != whereabouts {
      tellNews(since: before)
    } else {
      tellChange(since: workbench)
    }
  }

  /// Does what a line says: a text where one is typed, an answer, a word, or one key after the other.
  private mutating func obey(_ line: String) {
    if model.look.typedValue != nil, line.isEmpty { return press(.escape) }
    let read = PlainLine(text: line, model: model)
    if read.opensAForm {
      return model.notice =
        "Lines have no forms: type a command, such as set learning_rate 0.5; help lists what you can type."
    }
    if let drill = model.scene as? DrillScene {
      let meaning = PlainDrill.meaning(of: line, in: drill)
      model.notice = meaning.refusal
      return meaning.messages.forEach { send($0) }
    }
    if let answer = read.typedAnswer ?? read.pageChosen { return answer.forEach { send($0) } }
    if let term = read.term { return lookUp(term) }
    // What was begun to be typed is left: a line is a whole answer.
    if (model.scene as? LessonScene)?.typed != nil { press(.escape) }
    if model.keyContext.takesText {
      for key in line.map(Key.character) + [.enter] { press(key) }
    } else if !commit(line) {
      if let refusal = read.strayRefusal {
        model.notice = refusal
      } else if let key = PlainWord.key(for: line) {
        press(key, called: "'\(line)'")
      } else if let keys = PlainWord.keys(for: line) {
        for key in keys { press(key) }
      } else if let preset = read.preset {
        perform(model.open(preset))
      } else {
        model.notice = read.refusal
      }
    }
  }

  /// Opens the list of words, where it is not open, and looks one up.
  private mutating func lookUp(_ term: String) {
    if !(model.scene is GlossaryScene) { press("w") }
    if model.keyContext.takesText { press(.escape) }
    for key in "/\(term)".map(Key.character) + [.enter] { press(key) }
  }

  /// Takes a line for an answer to the open question, or for passing it; false where it is none.
  private mutating func commit(_ line: String) -> Bool {
    guard let scene = model.scene as? LessonScene, let question = scene.openQuestion else {
      return false
    }
    if [PlainWord.pass, "next", "n"].contains(line.lowercased()) {
      send(.lesson(.pass))
    } else if PlainWord.key(for: line) == .enter {
      let invitation = question.kind.plainInvitation(pass: PlainWord.pass)
      model.notice = "This page waits for an answer. \(invitation)"
    } else {
      return answer(question, line)
    }
    return true
  }

  private mutating func answer(_ question: Question, _ line: String) -> Bool {
    switch question.entry.meaning(of: line, in: model) {
    case .messages(let messages)?: for message in messages { send(.lesson(message)) }
    case .refusal(let sentence)?: model.notice = sentence
    case nil: return false
    }
    return true
  }

  /// Carries out a command, and says what came of it.
  private mutating func answer(_ command: String) {
    let (before, known) = (model.scene.whereabouts, model.diagnosisWords)
    model.notice = nil
    perform(model.run(command: command))
    guard !hasQuit else { return }
    if model.scene.whereabouts != before { return tellPlace() }
    guard model.overlay == nil else { return tellChange() }
    for line in PlainText.answer(model, since: known) { write(line) }
  }

  private mutating func press(_ typed: Key, called name: String? = nil) {
    let context = model.keyContext
    let key = context.takesText ? typed : model.keyMap.meaning(of: typed)
    guard let key, let message = context.message(for: key) else {
      return model.notice =
        "\(name ?? "The key \(typed.label)") means nothing here; help lists what you can type"
    }
    if let lines = PlainScreenKey.lines(message, model) { return told = lines }
    send(message)
    model.notice = PlainScreenKey.notice(of: message, model) ?? model.notice
  }

  private mutating func send(_ message: Message) { perform(update(&model, message)) }

  private mutating func perform(_ effects: [Effect]) {
    let waiting = waiting
    waiting { carryOut(effects) }
  }

  private mutating func carryOut(_ effects: [Effect]) {
    for (index, effect) in effects.enumerated() {
      switch effect {
      case .send(let command):
        // Of many steps those that are left are not made.
        let progress = WorkProgress("Going on", done: index, of: effects.count, unit: "step")
        guard effects.count == 1 || Waiting.goesOn(progress) else {
          return model.notice = "Stopped on the way."
        }
        if case .play = command { play() } else { complete(command) }
      case .save(let progress): model.tell(unkept: services.save(progress))
      case .findLessons: model.library = services.library()
      case .quit: hasQuit = true
      case .write(let file, let replaces, let remark):
        model.write(file, replacing: replaces, remark: remark)
      case .keep(let session): model.tell(unkept: services.keep(session))
      case .study(let study): carryOut(study.make()(&model))
      case .redraw, .suspend, .endWork: break
      }
    }
  }

  /// Has the worker carry out a command to its end, or to where whoever waits ends it.
  private mutating func complete(_ command: TrainingCommand) {
    worker.perform(command)
    var isEnded = false
    while worker.isPlaying, !isEnded {
      worker.trainIfDue()
      isEnded = !Waiting.goesOn(worker.progress)
    }
    if isEnded { worker.perform(.pause) }
    if let snapshot = worker.snapshot { carryOut(update(&model, trained: snapshot)) }
    if isEnded { model.notice = "Stopped on the way." }
  }

  /// Playing is done before the next line is read: so many updates, or until something stops it.
  private mutating func play() {
    let stops = (model.playground?.stops ?? []).filter { $0 != .divergence }
    let (first, most) = (model.run.position.update, Self.updatesWaited)
    complete(.playTo(first + (stops.isEmpty ? model.look.pace.updatesAtOnce : most)))
    guard !stops.isEmpty, model.notice == nil, model.run.position.update == first + most else {
      return
    }
    model.notice = StopRule.notCome(stops, after: most)
  }

  /// Where the learner has come to, in full.
  private func tellPlace() { for line in PlainText.place(model) { write(line) } }

  /// What is new at the place where the learner is.
  private func tellNews(since before: [String]) {
    let news = PlainText.news(PlainText.place(model), since: before)
    for line in PlainText.notice(model).map(PlainText.plain) + news { write(line) }
  }

  /// What the last keys changed; what lies on top is told once, and is gone with the next line.
  private mutating func tellChange(since workbench: [String] = []) {
    for line in PlainText.change(model, since: workbench) { write(line) }
    if model.overlay != nil { send(.close) }
  }
}
