import Experiments
import Lessons
import Platform
import TutorApp
import Workbench

/// What holds for one session in a lesson.
struct SessionRules {
  /// Whether a teacher shows it, and nothing is kept.
  var isTeaching = false
  /// Whether solutions are withheld, and hints until something was tried.
  var isStrict = false
  /// Where the session is written down.
  var transcript: TranscriptFile?
}

/// What a session finds on the disk and leaves there: progress, what is open in the playground, a transcript.
final class TutorStore {
  /// What the learner had done before.
  let progress: Lessons.LearnerProgress
  /// What there is to say of how it was read.
  let note: String?
  /// Why progress could not be kept.
  private(set) var problem: String?

  private let rules: SessionRules
  private let file: ProgressFile
  private let sessions: SessionKeeper

  init(_ rules: SessionRules) {
    let environment = ProcessInfo.processInfo.environment
    UserFolder.state.removeLeftovers(environment: environment)
    var file = ProgressFile(environment: environment)
    (progress, note) = file.load()
    (self.rules, self.file) = (rules, file)
    sessions = SessionKeeper(SessionFolder(environment: environment))
  }

  /// The services that keep it; `library` finds the lessons.
  func services(library: @escaping () -> [Lesson]) -> TutorServices {
    TutorServices(
      library: library, save: save, keep: { [self] in rules.isTeaching ? nil : sessions.keep($0) },
      transcribe: { [self] in rules.transcript?.write($0) })
  }

  private func save(_ progress: Lessons.LearnerProgress) -> String? {
    if !rules.isTeaching { problem = file.save(progress) }
    return problem
  }

  /// Writes what is still to be written of the playground.
  func finish() { sessions.finish() }
}
