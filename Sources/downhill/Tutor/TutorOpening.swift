import ArgumentParser
import Experiments
import Lessons
import Platform
import TutorApp
import Workbench

/// What the tutor opens with.
enum TutorOpening {
  /// The lesson left unfinished, or the list.
  case whereItWasLeft(LessonLibrary)
  case list(LessonLibrary)
  /// The questions that are due.
  case review(LessonLibrary)
  /// A lesson at a page from 1, or where it was left.
  case lesson(Lesson, of: LessonLibrary, page: Int?)
  /// An experiment, and the panels that show it best.
  case experiment(ExperimentFile, name: String, panels: [String])
  /// A run with its changes, where it stands.
  case session(Session)
  /// The examples to begin with.
  case gallery
}

/// The program's first state, before it knows its screen.
func firstModel(for opening: TutorOpening, _ progress: Lessons.LearnerProgress) throws -> Model {
  switch opening {
  case .whereItWasLeft(let library):
    let unfinished = progress.current.flatMap { try? library.lesson(named: $0) }
    return try firstModel(
      for: unfinished.map { .lesson($0, of: library, page: nil) } ?? .list(library), progress)
  case .list(let library), .review(let library):
    let first = try reporting { try library.first() }
    return Model(
      library: library.lessons, progress: progress, scene: HomeScene(),
      workspace: first.workspace)
  case .lesson(let lesson, let library, let page):
    let left = LessonScene(lesson: lesson, progress: progress)
    let place = page.map { left.moved(to: $0 - 1) } ?? left
    return Model(
      library: library.lessons, progress: progress, scene: place,
      workspace: lesson.workspace)
  case .experiment(let file, let name, let panels):
    let workspace = try reporting { try Workspace(file, panels: panels) }
    return Model(
      library: [], progress: progress, scene: PlaygroundScene(name: name), workspace: workspace)
  case .session(let session):
    let workspace = try reporting { try session.beginning() }
    return Model(
      library: [], progress: progress, scene: PlaygroundScene(restoring: session),
      workspace: workspace)
  case .gallery:
    let first = try reporting { try Preset.all[0].file() }
    let workspace = try reporting { try Workspace(first) }
    let (sessions, notes) = SessionFolder(environment: ProcessInfo.processInfo.environment).load()
    var model = Model(
      library: [], progress: progress, scene: GalleryScene(), workspace: workspace)
    model.sessions = sessions
    model.notice = notes.isEmpty ? nil : notes.joined(separator: " ")
    return model
  }
}

extension Lesson {
  /// Ends the program where a page (from 1) is asked for that the lesson does not have.
  func requirePage(_ page: Int?) throws {
    guard let page, page > pageCount else { return }
    Output.warn("The lesson '\(id)' has \(pageCount) pages.")
    throw ExitCode.failure
  }
}
