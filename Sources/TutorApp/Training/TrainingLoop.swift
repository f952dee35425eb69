import Experiments
import NeuralNetwork
import Workbench

/// The worker's own workspace: carries out commands and keeps time while a run plays.
struct TrainingLoop {
  private var workspace: Workspace?
  /// The same as the last load has left it.
  private var loaded: Workspace?
  private var generation = 0
  private var problem: String?
  /// What lay ahead and is gone with the changes since the last load.
  private var dropped: [String] = []
  /// What ends playing by itself.
  private var watch = PlayWatch()
  /// What can be taken back.
  private var history = EditHistory()
  private var editCount = 0
  /// Which kept session was brought back since the last load.
  private var restored: String?
  /// Keeps time while a run plays.
  private var clock = PlayClock()

  var isPlaying: Bool { clock.pace != nil }
  /// When the next piece of a playing run is due; nil while paused.
  var nextDue: ContinuousClock.Instant? { clock.nextDue }
  /// How far a playing run is.
  var progress: WorkProgress {
    WorkProgress(
      "Training", done: workspace?.focusedRun.position.update ?? 0, of: target, unit: "update")
  }
  /// The update at which a playing run pauses.
  var target: Int? { watch.target }

  /// A copy for the user interface, once something is loaded.
  var snapshot: Snapshot? {
    workspace.map {
      var snapshot = Snapshot(
        workspace: $0, generation: generation, isPlaying: isPlaying, problem: problem)
      (snapshot.history, snapshot.editCount) = (history, editCount)
      (snapshot.loaded, snapshot.restored) = (loaded, restored)
      (snapshot.target, snapshot.dropped) = (target, dropped)
      return snapshot
    }
  }

  /// Carries out a command; `surveys` is told about the surveys of a load, which may be many runs long.
  mutating func perform(_ command: TrainingCommand, watch surveys: Survey.Watch? = nil) {
    problem = command.movesRuns ? workspace?.sentenceOfPins : nil
    guard problem == nil else { return }
    let before = command.editLabel == nil ? nil : workspace
    switch command {
    case .load(let workspace, let actions, let generation):
      load(workspace, actions, generation, surveys)
    case .play(let pace): play(at: pace)
    case .pause: pause()
    case .playTo(let update): play(to: update)
    case .stop(let rules): watch.stops = rules.map(StopWatch.init)
    case .aim(let goal): watch.goal = goal
    case .restore(let session): restore(session)
    case .edit(let edits): edit(edits)
    case .act(_, let action): act(action)
    case .ask(let question): problem = workspace.map(question)
    case .undo:
      travel("Undone: ", "There is nothing to undo.") { history, workspace throws(Diagnostics) in
        try history.undo(&workspace)
      }
    case .redo:
      travel("Done again: ", "There is nothing to do again.") {
        history, workspace throws(Diagnostics) in try history.redo(&workspace)
      }
    case .advance(.epoch): travel { $0.update(ahead: .epoch) }
    case .rewind(let stride) where stride != .phase: travel { $0.update(back: stride) }
    case .seek(let update): travel { _ in update }
    default: workspace?.apply(command)
    }
    if case .advance = command { problem = problem ?? divergenceSentence }
    note(command, since: before)
    switch command {
    case .play, .playTo, .pause, .focus, .advance, .stop, .aim, .ask: break
    default: if isPlaying { watch.follow(workspace) }
    }
  }

  /// Notes what can be taken back, and what is gone with it.
  private mutating func note(_ command: TrainingCommand, since before: Workspace?) {
    guard let before, let label = command.editLabel, problem == nil else { return }
    history.note(before, label)
    dropped += workspace?.changesDropped(since: before) ?? []
  }

  /// Does not carry out a command that has waited for work that was ended.
  mutating func leaveOut(_ command: TrainingCommand) {
    if case .edit = command { editCount += 1 }
    guard problem?.hasSuffix(Self.leftOut) != true else { return }
    problem = [problem, Self.leftOut].compactMap(\.self).joined(separator: " ")
  }

  private static let leftOut = "What was typed meanwhile is left out, too."

  private mutating func restore(_ session: Session) {
    do throws(Diagnostics) {
      problem = try workspace?.restore(session)
      (history, restored) = (EditHistory(session), session.id)
    } catch { problem = error.sentence }
  }

  private mutating func edit(_ edits: [ExperimentEdit]) {
    editCount += 1
    do { try workspace?.edit(edits) } catch { problem = error.sentence }
  }

  private mutating func act(_ action: (inout Workspace) throws(Diagnostics) -> Void) {
    guard var changed = workspace else { return }
    do throws(Diagnostics) {
      try action(&changed)
      workspace = changed
    } catch { problem = error.sentence }
  }

  /// Goes to another state of what was edited.
  private mutating func travel(
    _ done: String, _ nothing: String,
    _ step: (inout EditHistory, inout Workspace) throws(Diagnostics) -> String?
  ) {
    guard var other = workspace else { return problem = nothing }
    do throws(Diagnostics) {
      guard let edit = try step(&history, &other) else { return problem = nothing }
      pause()
      workspace = other
      problem = done + edit
    } catch { problem = error.sentence }
  }

  private mutating func load(
    _ workspace: Workspace, _ actions: [Action], _ generation: Int, _ surveys: Survey.Watch?
  ) {
    self.workspace = workspace
    self.generation = generation
    (history, editCount, watch.stops, watch.goal) = (EditHistory(), 0, [], nil)
    (restored, dropped) = (nil, [])
    pause()
    do {
      for action in actions { try self.workspace?.perform(action, watch: surveys) }
    } catch {
      problem = "\(error)"
    }
    loaded = self.workspace
  }

  private mutating func play(at pace: Pace) {
    clock.start(at: pace)
    watch.goOn()
    watch.follow(workspace)
    watch.goOnAfterStop()
  }

  /// Back at once, ahead by playing.
  private mutating func play(to update: Int) {
    let goal = min(update, Limits.updates)
    guard let workspace, goal > workspace.focusedRun.position.update else {
      pause()
      return travel { _ in goal }
    }
    play(at: .flatOut)
    watch.target = goal
  }

  /// Goes to an update, which takes a while where many must be made; whoever waits can end that.
  private mutating func travel(to goal: (Run) -> Int) {
    guard workspace?.travel(to: goal) == false else { return }
    problem = "Ended: the runs stand where they stood."
  }

  private mutating func pause() {
    watch.target = nil
    clock.stop()
  }

  /// Trains the piece that is due by now, if one is.
  mutating func trainIfDue() {
    guard let pace = clock.duePace else { return }
    switch pace {
    case .phases: workspace?.forEachRun { $0.advance(by: .phase) }
    case .epochs: train(updates: workspace?.focusedRun.updatesToEpochEnd ?? 1)
    case .flatOut: trainSlice()
    default: train(updates: pace.updatesPerTick)
    }
    clock.tick()
    stopIfDone()
  }

  private mutating func train(updates: Int) {
    guard var workspace else { return }
    // Whoever holds the runs alone trains them in place.
    self.workspace = nil
    watch.train(&workspace, updates: updates)
    self.workspace = workspace
  }

  private mutating func trainSlice() {
    let time = ContinuousClock().measure { train(updates: clock.sliceUpdates) }
    clock.learn(sliceTook: time)
  }

  /// Pauses when no run can or should go on, and says why.
  private mutating func stopIfDone() {
    guard let workspace else { return }
    if watch.isReached(by: workspace) {
      problem = watch.takeSentence()
      return pause()
    }
    guard watch.isOver(workspace) else { return }
    pause()
    problem = watch.finish(&self.workspace) ?? divergenceSentence ?? limitSentence
  }

  /// Where the focused run stopped being finite, why, and the way back.
  private var divergenceSentence: String? {
    guard let run = workspace?.focusedRun, let divergence = run.divergence else { return nil }
    let cause = run.recipeProblems.first.map { $0.headline + "." }
    return [divergence.sentence, cause, "R goes back to where the loss was lowest."]
      .compactMap(\.self).joined(separator: " ")
  }

  private var limitSentence: String? {
    let isAtLimit = workspace?.runs.contains { $0.run.position.update >= Limits.updates } ?? false
    return isAtLimit ? "A run makes \(Limits.updates) updates at most: this one has." : nil
  }
}

extension Run {
  /// The updates to the end of the epoch that is under way.
  var updatesToEpochEnd: Int { max(1, update(ahead: .epoch) - position.update) }
}
