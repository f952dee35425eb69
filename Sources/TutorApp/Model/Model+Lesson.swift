import Lessons
import NeuralNetwork

/// What the keys do in a lesson and in the list of lessons.
extension Model {
  // MARK: - Walking through the beats

  mutating func goToNextBeat() -> [Effect] {
    guard let place else { return [] }
    if let question = place.openQuestion, !place.mayPassQuestion {
      self.place?.mayPassQuestion = true
      notice = "Commit a guess first: \(question.invitation); next again passes"
      return []
    }
    return place.isLast ? finishLesson() : enter(beat: place.beat + 1)
  }

  mutating func goToPreviousBeat() -> [Effect] {
    guard let place else { return [] }
    guard place.beat > 0 else {
      notice = "This is the first beat"
      return []
    }
    return enter(beat: place.beat - 1)
  }

  mutating func returnToLesson() -> [Effect] {
    guard let place else { return [] }
    return enter(beat: place.beat)
  }

  /// Sets the bench as a beat of the open lesson leaves it.
  mutating func enter(beat: Int) -> [Effect] {
    guard var place else { return [] }
    place.beat = beat
    place.isExploring = false
    place.mayPassQuestion = false
    place.scroll = 0
    place.typed = nil
    let route = place.lesson.route(to: beat, knowing: place.benches)
    self.place = place
    if route.actions.contains(where: \.hasSurvey) {
      notice = "Training many starts for this beat …"
    }
    progress.visit(beat: beat, of: place.lesson.id)
    return load(route.from, acting: route.actions) + [.save(progress)]
  }

  /// Puts a bench to work; nothing that the worker did before counts any more.
  mutating func load(_ bench: Bench, acting actions: [Action] = []) -> [Effect] {
    generation += 1
    isPlaying = false
    if actions.isEmpty {
      self.bench = bench
      insights = Insight.all(bench)
      takePanels()
    }
    return [.send(.load(bench, acting: actions, generation: generation))]
  }

  /// Takes over the panels and the selection that come with the bench.
  private mutating func takePanels() {
    let named = bench.panels.compactMap(Panel.init(rawValue:))
    if !named.isEmpty { panels = named }
    selected =
      bench.selected ?? selected.flatMap { bench.focusedRun.network.contains($0) ? $0 : nil }
  }

  /// After each copy from the worker: keeps the lesson's own bench, and sees whether a goal is reached.
  mutating func settle() -> [Effect] {
    guard var place, !isPlaying || place.isExploring else { return [] }
    if !place.isExploring, place.benches[place.beat] == nil {
      notice = nil
      place.benches[place.beat] = bench
      self.place = place
      takePanels()
    }
    guard let goal = place.current.goal, !place.reachedGoals.contains(place.beat),
      goal.isReached(on: bench)
    else { return [] }
    self.place?.reachedGoals.insert(place.beat)
    progress.reachGoal(beat: place.beat, of: place.lesson.id)
    return [.save(progress)]
  }

  // MARK: - The list

  mutating func openList() -> [Effect] {
    let selection = place.flatMap { open in library.firstIndex { $0.id == open.lesson.id } } ?? 0
    scene = .list(selection: selection)
    isZoomed = false
    focusedPanel = nil
    return [.send(.pause), .save(progress)]
  }

  mutating func moveSelection(by rows: Int) -> [Effect] {
    guard case .list(let selection) = scene, !library.isEmpty else { return [] }
    scene = .list(selection: min(max(0, selection + rows), library.count - 1))
    return []
  }

  mutating func openSelectedLesson() -> [Effect] {
    guard case .list(let selection) = scene, library.indices.contains(selection) else { return [] }
    return open(library[selection])
  }

  /// Opens a lesson where the learner left it, or at its start once it is finished.
  public mutating func open(_ lesson: Lesson) -> [Effect] {
    let place = LessonPlace(lesson: lesson, progress: progress)
    scene = .lesson(place)
    return enter(beat: place.beat)
  }

  private mutating func finishLesson() -> [Effect] {
    guard let place else { return [] }
    progress.finish(place.lesson.id)
    var effects = openList()
    effects += moveSelection(by: 1)
    notice = "Finished: \(place.lesson.title)"
    return effects
  }
}
