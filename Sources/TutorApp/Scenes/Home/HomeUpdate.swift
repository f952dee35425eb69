import Lessons

extension Model {
  mutating func update(_ message: HomeScene.Message) -> [Effect] {
    switch message {
    case .moveSelection(let rows): moveSelection(by: rows)
    case .choose: openSelectedLesson()
    }
  }

  /// Lays the list over what is open, which goes on where it stands.
  mutating func openHome() -> [Effect] {
    guard !(scene is HomeScene) else { return [] }
    let selection = place.flatMap { open in library.firstIndex { $0.id == open.lesson.id } } ?? 0
    path.append(HomeScene(selection: selection, beneath: scene.title))
    let lessons: [Effect] = library.isEmpty ? [.findLessons] : []
    return lessons + [.send(.pause), .save(progress)]
  }

  private mutating func moveSelection(by rows: Int) -> [Effect] {
    guard var home = scene as? HomeScene, !library.isEmpty else { return [] }
    home.selection = min(max(0, home.selection + rows), library.count - 1)
    scene = home
    return []
  }

  /// The lesson beneath the list goes on; another one takes the place of all that is open.
  private mutating func openSelectedLesson() -> [Effect] {
    guard let home = scene as? HomeScene, library.indices.contains(home.selection) else {
      return []
    }
    let lesson = library[home.selection]
    guard let place, place.lesson.id == lesson.id else { return open(lesson) }
    return close()
  }

  /// Opens a lesson where the learner left it, or at its start once it is finished.
  public mutating func open(_ lesson: Lesson) -> [Effect] {
    let place = LessonScene(lesson: lesson, progress: progress)
    path = [place]
    return enter(page: place.page)
  }

  /// The list alone, with the lesson after the finished one selected.
  mutating func finishLesson() -> [Effect] {
    guard let place else { return [] }
    progress.finish(place.lesson.id)
    let index = library.firstIndex { $0.id == place.lesson.id } ?? 0
    path = [HomeScene(selection: min(index + 1, max(0, library.count - 1)))]
    look = freshLook
    notice = "Finished: \(place.lesson.title)"
    return [.send(.pause), .save(progress)]
  }
}
