import Experiments
import Lessons
import NeuralNetwork
import Platform
import Workbench

/// How the playground begins, keeps what there is, and ends.
extension Model {
  /// What a playground asks of the worker once its run is loaded.
  mutating func beginPlayground() -> [Effect] {
    guard let playground = scene as? PlaygroundScene else { return [] }
    let session = playground.restoring
    self.playground?.restoring = nil
    let document = workspace.focusedFile.document
    self.playground?.savedDocument = document
    self.playground?.held = ["": [HeldRun(document)]]
    self.playground?.openedData = document.dataName
    let id = playground.id ?? Session.id(start: programName, number: generation)
    self.playground?.id = id
    let restoring: [Effect] = session.map { [.send(.restore($0))] } ?? []
    return [.send(.stop(playground.stops))] + restoring
  }

  /// Notes that a kept session was brought back, or, without a name among those that are kept, the runs of a line of text, which
  /// holds them until something is changed.
  mutating func noteRestored(_ id: String?) {
    guard let id, let playground, playground.isRestored == false else { return }
    self.playground?.isRestored = true
    self.playground?.replaces = id
    if id.isEmpty { note(workspace.runs.map(HeldRun.init), in: "") }
  }

  /// Lays a playground over what is open, with a workspace of its own.
  mutating func openPlayground(_ scene: PlaygroundScene, _ workspace: Workspace) -> [Effect] {
    var scene = scene
    if self.scene.hasWorkbench, !(self.scene is PlaygroundScene) {
      scene.beneath = .init(workspace: self.workspace, look: look, panels: panels)
    }
    if self.scene is PlaygroundScene {
      noteSession()
      path.removeLast()
    }
    path.append(scene)
    (look, reading) = (freshLook, nil)
    let effects = load(workspace)
    refreshSettings(answered: 0)
    return effects
  }

  /// Takes the lesson's runs into the playground, as they stand.
  mutating func takeIntoPlayground() -> [Effect] {
    guard let place else { return [] }
    guard isTeaching || place.openQuestion?.asked.isEmpty != false && !isAhead else {
      notice = "The playground would show what is asked: commit a guess first"
      return []
    }
    return [.send(.pause)] + openPlayground(PlaygroundScene(name: place.lesson.id), workspace)
  }

  /// What is open, to be gone on with later: after each key that changes something, and every two seconds or so of a playing run.
  mutating func keepSession() -> [Effect] {
    guard let playground, let session = changedSession else { return [] }
    let edits = editCounts
    let isDue = !isPlaying || playground.copiesSinceKept >= 60 || playground.keptEdits != edits
    self.playground?.copiesSinceKept = isDue ? 0 : playground.copiesSinceKept + 1
    if isDue { self.playground?.keptEdits = edits }
    return isDue ? [.keep(session)] : []
  }

  /// What is open where the program must end at once.
  var lastSession: [Effect] { changedSession.map { [.keep($0)] } ?? [] }

  /// Numbers of which one is another after everything that the learner changes.
  private var editCounts: [Int] {
    history.counts + workspace.runs.map { $0.run.journal.entries.count }
  }

  /// What makes the session that is open; nil where nothing was done in it.
  private var changedSession: SessionMaker? {
    guard scene.belongsToPlayground, let playground, let id = playground.id else { return nil }
    let isUntouched =
      run.position.update == 0 && run.journal.entries.isEmpty && workspace.runs.count == 1
      && history.isEmpty
      && playground.savedDocument?.saysTheSame(as: workspace.focusedFile.document) == true
    let (name, workspace, history) = (playground.title, workspace, history)
    return isUntouched
      ? nil
      : SessionMaker(id, replacing: playground.replaces) {
        Session(name: name, workspace, history)
      }
  }

  /// Puts the session that is left before all others that can be gone on with.
  mutating func noteSession() {
    guard !isTeaching, let session = changedSession?.callAsFunction() else { return }
    let others = sessions.filter { ![session.id, session.replaces].contains($0.id) }
    sessions = [session] + others.prefix(SessionFolder.most - 1)
    // The gallery shows it first.
    for index in path.indices where path[index] is GalleryScene { path[index] = GalleryScene() }
  }

  /// Whether something is not saved; then it says so, once, and how to leave all the same.
  mutating func asksBeforeLeaving(
    _ way: String = "the same key again leaves, and 'downhill play' can go on here"
  ) -> Bool {
    guard scene.belongsToPlayground, let playground, !playground.hasAsked,
      let unsaved = unsavedSentence
    else { return false }
    self.playground?.hasAsked = true
    notice = "\(unsaved); \(way)"
    return true
  }

  /// What was changed and is in no file, and how to get it into one: of the run in focus up to where it stands, of its way
  /// ahead, or of another run; nil where files hold everything.
  private var unsavedSentence: String? {
    let held = playground?.held.values.flatMap(\.self) ?? []
    let own = workspace.runs[workspace.focus]
    let order = [own] + workspace.runs
    let unsaved = order.first { run in !held.contains { $0.holds(HeldRun(run)) } }
    guard let unsaved else { return nil }
    let isOwn = unsaved.label == own.label
    if isOwn, !held.contains(where: { $0.document.saysTheSame(as: own.fileInForce.document) }) {
      return "The changes are in no file: ':save FILE' writes one"
    }
    if held.contains(where: { $0.document.saysTheSame(as: unsaved.fileInTheEnd.document) }) {
      return "Parameters set by hand are in no file: ':share FILE' writes all runs with them"
    }
    return "The changes \(isOwn ? "ahead of here" : "of run \(unsaved.label)") are in no file: "
      + "':share FILE' writes all runs with all their changes"
  }

  /// What was offered to the next key is over with another one.
  mutating func forgetOffers(after message: Message) {
    guard var playground else { return }
    playground.hasAsked = false
    if case .playground = message {} else { playground.nudge = nil }
    if message != .playground(.follow) { playground.tested = nil }
    self.playground = playground
  }

  /// Writes a file, and says what came of it.
  mutating func write(_ file: OutputFile, replacing mayReplace: Bool, remark: String) {
    do { try OutputFile.reject(file.name, madeFrom: filesRead) } catch {
      return notice = "\(error.file): \(error.message)"
    }
    do {
      try file.write(replacing: mayReplace)
      note(saved: file, remark)
    } catch {
      let isTaken = FileManager.default.fileExists(atPath: file.name)
      let remedy = mayReplace || !isTaken ? "" : " 'over' before the name replaces a file."
      notice = "\(error.file): \(error.message)\(remedy)"
    }
  }

  /// The tables and weights that the runs are made from; the files of the runs themselves may be written anew.
  private var filesRead: [String] {
    workspace.runs.flatMap { $0.fileInForce.document.files.dropFirst() }
  }

  /// Notes that a file holds the experiment now.
  private mutating func note(saved file: OutputFile, _ remark: String) {
    notice = "Saved in \(SafeText.visible(file.name))\(remark)"
    let document = workspace.fileInForce.document
    if file.bytes.starts(with: ShareCode.prefix.utf8) {
      note(workspace.runs.map(HeldRun.init), in: file.name)
    }
    guard file.bytes == Array(experimentText(for: file.name).utf8) else { return }
    note([HeldRun(document)], in: file.name)
    playground?.savedAs = file.name
    playground?.savedDocument = document
  }

  private mutating func note(_ runs: [HeldRun], in file: String) {
    playground?.held[file] = runs
  }

  /// The most characters of a paste that are typed.
  var longestPaste: Int { keyContext == .playgroundTyping ? Entry.longest : 24 }
}
