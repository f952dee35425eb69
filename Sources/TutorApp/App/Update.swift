import Experiments
import Lessons
import NeuralNetwork
import TerminalCanvas

/// The whole behavior of the program: what a message does to the model, and what it asks of the outside world.
public func update(_ model: inout Model, _ message: Message) -> [Effect] {
  // What concerns the screen alone leaves all that is on it.
  if let effect = message.effectOnTheScreen { return [effect] }
  return model.transcript == nil ? model.obey(message) : model.record(message)
}

extension Message {
  fileprivate var effectOnTheScreen: Effect? {
    switch self {
    case .redraw: .redraw
    case .suspend: .suspend
    default: nil
    }
  }
}

extension Model {
  /// Does what a message asks for.
  mutating func obey(_ message: Message) -> [Effect] {
    notice = watchProblem ?? readingSentence
    if message != .quit, message != .close { forgetOffers(after: message) }
    if case .gradientCheck = overlay {
      // The result stays until the next key, which then does its own work.
      overlay = nil
      if message == .close { return [] }
    }
    switch message {
    case .home(let message): return update(message)
    case .lesson(let message): return update(message)
    case .workbench(let message): return update(message)
    case .playground(let message): return update(message)
    case .gallery(let message): return update(message)
    case .glossary(let message): return update(message)
    case .drawing(let message): return update(message)
    case .following(let message): return update(message)
    case .points(let message): return update(message)
    case .runs(let message): return update(message)
    case .pages(let message): return update(message)
    case .ending(let message): return update(message)
    case .drill(let message): return update(message)

    case .openHome: return openHome()
    case .openGlossary: return openGlossary()
    case .openPages: return openPages()
    case .toggleHelp: toggleHelp()
    case .turnPage(let pages): turnPage(by: pages)
    case .cycleGlyphs: glyphs = glyphs.next
    case .toggleMouse: toggleMouse()
    case .close: return close()
    case .redraw, .suspend: break
    case .quit: return asksBeforeLeaving() ? [] : [.save(progress), .quit]
    }
    return []
  }
}

/// What a key does; of a letter that does nothing here that is said, so that nobody takes it for a command.
public func update(_ model: inout Model, key pressed: Key) -> [Effect] {
  let context = model.keyContext
  // What is typed is meant as it stands.
  let isTyped = context.takesText && pressed.isCharacter
  let key = isTyped ? pressed : model.keyMap.meaning(of: pressed)
  if let message = key.flatMap(context.message) { return update(&model, message) }
  // Any other key puts away what lies on top.
  if context == .help { return key == nil ? [] : update(&model, .close) }
  if pressed.isCharacter { model.notice = model.refusal(of: pressed) }
  return []
}

extension Model {
  /// Letters answer some questions, digits others: who takes one for the other is told which.
  fileprivate func refusal(of key: Key) -> String {
    let way = place?.openQuestion.map { ". To answer: \($0.kind.invitation)" }
    return "\(key.label) means nothing here" + (way ?? "; ? lists the keys")
  }
}

/// Takes a copy that the worker left; one from before the last load is out of date and does nothing.
public func update(_ model: inout Model, trained snapshot: Snapshot) -> [Effect] {
  guard snapshot.generation == model.generation else { return [] }
  model.lastPosition = snapshot.isPlaying ? nil : model.run.position
  model.workspace = snapshot.workspace
  (model.summaries, model.history) = (snapshot.summaries, snapshot.history)
  (model.isPlaying, model.target) = (snapshot.isPlaying, snapshot.target)
  (model.survey, model.work) = (nil, nil)
  model.noteRestored(snapshot.restored)
  model.seeRuns()
  model.readDials()
  model.refreshSettings(answered: snapshot.editCount)
  if let problem = snapshot.problem, !model.isAhead { model.notice = problem }
  model.tell(dropped: snapshot.dropped)
  let effects =
    model.followLesson(loaded: snapshot.loaded) + model.keepSession() + model.restPreview()
  model.noteStanding()
  return effects
}

/// What the mouse means where it points: what a key would mean that acts on the same thing.
public func update(_ model: inout Model, mouse: Mouse) -> [Effect] {
  let message =
    model.overlay == nil
    ? model.footerMessage(for: mouse) ?? model.scene.message(for: mouse, in: model) : mouse.turning
  return message.map { update(&model, $0) } ?? []
}

extension Mouse {
  /// The wheel turns the pages of what lies on top, and a button puts it away.
  fileprivate var turning: Message? {
    switch action {
    case .wheelDown: .turnPage(1)
    case .wheelUp: .turnPage(-1)
    case .press: .close
    case .drag, .release: nil
    }
  }

  /// Whether the first button went down.
  var isClick: Bool { action == .press(button: 0) }
}

/// Takes the news of a survey that is under way.
public func update(_ model: inout Model, surveyed progress: SurveyProgress) {
  guard progress.generation == model.generation else { return }
  model.survey = progress
}

/// Takes the news of a command that takes its time.
func update(_ model: inout Model, working progress: WorkProgress) { model.work = progress }

extension Model {
  mutating func toggleHelp() {
    if case .help = overlay { overlay = nil } else { overlay = .help(page: 0) }
  }

  mutating func toggleMouse() {
    usesMouse.toggle()
    notice =
      usesMouse
      ? "The mouse points at panels, answers and the line of time"
      : "The mouse selects text again, as the terminal does"
  }

  mutating func turnPage(by pages: Int) {
    func turned(_ page: Int, _ sheet: Sheet) -> Int {
      min(max(0, page + pages), sheet.screens(height: max(1, size.height - 1)).count - 1)
    }
    switch overlay {
    case .help(let page): overlay = .help(page: turned(page, helpSheet(self)))
    case .legend(let page): overlay = .legend(page: turned(page, legendSheet(self)))
    case .text(let text, let title, let page):
      let sheet = textSheet(text, title: title, self)
      overlay = .text(text, title: title, page: turned(page, sheet))
    case .gradientCheck, nil: overlay = nil
    }
  }

  /// With nothing open and no scene beneath it does nothing, so Escape never quits.
  mutating func close() -> [Effect] {
    if overlay != nil {
      overlay = nil
    } else if work?.canEnd == true {
      return [.endWork]
    } else if target != nil {
      return [.send(.pause)]
    } else if scene.hasWorkbench, closeOnWorkbench() {
      return []
    } else if entry != nil {
      entry = nil
    } else if closeSearch() {
      return []
    } else if closeHomeSearch() {
      return previewSelected()
    } else if path.count > 1 {
      return leaveScene()
    }
    return []
  }

  /// Shows the scene beneath, with its own runs; what trained on the one that is left is paused.
  private mutating func leaveScene() -> [Effect] {
    guard !(scene is PlaygroundScene) || !asksBeforeLeaving() else { return [] }
    if scene is PlaygroundScene { noteSession() }
    let left = path.removeLast()
    if let drill = left as? DrillScene, drill.review != nil, drill.isDone,
      let review = place?.review
    {
      return goOn(with: review)
    }
    if let beneath = (left as? PlaygroundScene)?.beneath {
      let effects = load(beneath.workspace)
      (look, panels) = (beneath.look, beneath.panels)
      return effects + previewSelected()
    }
    return (left.hasWorkbench ? [.send(.pause)] : []) + previewSelected()
  }
}
