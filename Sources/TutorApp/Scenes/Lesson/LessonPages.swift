import Lessons
import NeuralNetwork
import TerminalCanvas
import Workbench

/// Walking through the pages of a lesson.
extension Model {
  mutating func goToNextPage() -> [Effect] {
    guard let place else { return [] }
    if let question = place.openQuestion {
      if place.mayPassQuestion || isTeaching { return pass(question) }
      self.place?.mayPassQuestion = true
      notice = "Commit a guess first: \(question.kind.invitation); n again passes"
      return []
    }
    if let review = place.review { return goOn(with: review) }
    let isLeftOpen = place.current.goal != nil && place.goalWays[place.page] == nil
    defer { if isLeftOpen { notice = "The goal stays open: ← goes back to it" } }
    return place.isLast ? finishLesson() : enter(page: place.page + 1)
  }

  mutating func goToPreviousPage() -> [Effect] {
    guard let place else { return [] }
    guard place.review == nil else {
      notice = "A review goes forward only"
      return []
    }
    guard place.page > 0 else {
      if path.dropLast().last is EndingScene { return close() }
      notice = "This is the first page"
      return []
    }
    return enter(page: place.page - 1)
  }

  mutating func returnToLesson() -> [Effect] {
    guard let place else { return [] }
    // First to the goal that was reached, and from there to the page's own place.
    if let goal = place.goalWorkspaces[place.page], !workspace.stands(at: goal) {
      self.place?.isExploring = true
      return load(goal)
    }
    return enter(page: place.page)
  }

  /// Sets the workspace as a page of the open lesson leaves it.
  mutating func enter(page: Int) -> [Effect] {
    guard var place else { return [] }
    place.page = page
    place.isExploring = false
    place.clearEntry()
    place.scroll = 0
    place.shortfall = nil
    look = freshLook
    place.dial = 0
    if place.panelOrder.isEmpty { place.panelOrder = place.lesson.namedPanels }
    let route = place.lesson.route(to: page, knowing: place.workspaces)
    self.place = place
    measureText()
    if place.review == nil { progress.visit(page: page, of: place.lesson.id) }
    let effects = load(route.from, acting: route.actions) + [.save(progress)]
    let load = generation
    self.place?.load = load
    if route.actions.contains(where: \.takesLong) {
      survey = SurveyProgress(done: 0, count: 0, generation: generation)
      showPanels(of: route.actions)
    }
    return effects
  }

  /// Shows the panels that actions will end with, before they are done.
  private mutating func showPanels(of actions: [Action]) {
    let shown = actions.flatMap(\.steps).compactMap { ($0.deed as? ShownPanels)?.names }
    let named = (shown.last ?? []).compactMap(Panel.named)
    if !named.isEmpty { panels = named }
  }

  /// Works out how tall the lesson's text is on the present screen.
  mutating func measureText() {
    let (width, glyphs) = (Template.textWidth(size.width) - 2, glyphs)
    place?.measureText(width: width, glyphs: glyphs)
  }

  /// Puts a workspace to work; nothing that the worker did before counts any more.
  mutating func load(_ workspace: Workspace, acting actions: [Action] = []) -> [Effect] {
    generation += 1
    droppedTold = 0
    seen = []
    lastPosition = nil
    survey = nil
    (isPlaying, history) = (false, EditHistory())
    var workspace = workspace
    let watched = watchedPanels
    workspace.observe { PanelContext($0, among: 1).observations(for: watched) }
    if actions.isEmpty {
      self.workspace = workspace
      summaries = RunSummary.all(workspace)
      takePanels()
      readDials()
    }
    return [.send(.load(workspace, acting: actions, generation: generation))] + aim
      + beginPlayground()
  }

  /// What a playing run pauses at: the goal of the page, until it is reached.
  private var aim: [Effect] {
    guard let place, place.goalWays[place.page] == nil, let goal = place.current.goal else {
      return []
    }
    return [.send(.aim(goal))]
  }

  /// The panels that the lesson names anywhere: what they show of a run's way must be kept from its beginning.
  private var watchedPanels: Set<Panel> {
    place.map { Set($0.lesson.namedPanels) } ?? Set(panels)
  }

  /// Takes over the panels, the selection and the axis of losses that come with the workspace.
  private mutating func takePanels() {
    let named = workspace.panels.compactMap(Panel.named)
    if !named.isEmpty { panels = named }
    look.selected = workspace.selected
    look.lossScale = workspace.lossScale.scale
    look.keep(to: run)
  }

  /// Why the goal is not reached; an open hint stays in sight below it.
  private mutating func tell(_ shortfall: String?) {
    guard let place, place.shortfall != shortfall else { return }
    self.place?.shortfall = shortfall
    keepHintsInSight()
  }

  private mutating func keepHintsInSight() {
    if let place, place.hintsShown[place.page, default: 0] > 0 { scrollToEnd() }
  }

  /// After each copy from the worker: keeps what the page begins with, and sees whether its goal is reached.
  mutating func followLesson(loaded: Workspace?) -> [Effect] {
    guard let place, !isPlaying || place.isExploring else { return [] }
    // In a transcript only what can be done again counts, and where a playing run is seen depends on the clock.
    guard !isPlaying || transcript == nil else { return [] }
    keepPageWorkspace(loaded: loaded)
    return answerWhatWasHeld() + checkGoal() + askWithNewNumbers()
  }

  /// Keeps the workspace that the lesson itself has made for the page, once.
  private mutating func keepPageWorkspace(loaded: Workspace?) {
    guard var place, place.workspaces[place.page] == nil else { return }
    // Who is quick has gone on from the page before its numbers have come.
    let own = !place.isExploring ? workspace : place.load == generation ? loaded : nil
    guard let own else { return }
    place.workspaces[place.page] = own
    place.stretches[place.page] = place.current.question?.stretch(on: own)
    place.judgeWhatWasRecorded()
    self.place = place
    measureText()
    takePanels()
  }

  /// Sees whether the page's goal is reached, and tells how far it is.
  private mutating func checkGoal() -> [Effect] {
    // On a table of the learner's a goal may be reached before anything is done.
    guard let place, let goal = place.current.goal, place.goalWays[place.page] == nil,
      place.isExploring || place.lesson.table == nil
    else { return [] }
    let shortfall = place.isExploring ? goal.shortfall(on: workspace) : nil
    tell(shortfall)
    guard goal.isReached(on: workspace) else { return [] }
    let way = GoalWay(
      hints: place.hintsShown[place.page, default: 0],
      isShown: place.shownSolutions.contains(place.page))
    let reached = workspace
    self.place?.goalWays[place.page] = way
    self.place?.goalWorkspaces[place.page] = reached
    keepHintsInSight()
    progress.reachGoal(page: place.page, of: place.lesson.id, way: way)
    return [.save(progress)]
  }
}

extension Lesson {
  /// The panels that it names anywhere, each where it comes first.
  var namedPanels: [Panel] {
    let steps = pages.flatMap { $0.actions.flatMap(\.steps) }
    let named = panels + steps.flatMap { ($0.deed as? ShownPanels)?.names ?? [] }
    return named.compactMap(Panel.named).uniqued
  }
}

extension Workspace {
  /// Whether its runs stand where those of another one do, and came there the same way.
  fileprivate func stands(at other: Workspace) -> Bool {
    guard runs.count == other.runs.count else { return false }
    return runs.indices.allSatisfy { runs[$0].run.stands(at: other.runs[$0].run) }
  }
}

extension Run {
  fileprivate func stands(at other: Run) -> Bool {
    position == other.position && journal == other.journal && experiment == other.experiment
  }
}
