import Lessons
import Workbench

/// What the tutor asks of the system around it, on a screen as in lines of text.
public struct TutorServices {
  /// Finds the lessons.
  let library: () -> [Lesson]
  /// Keeps the learner's progress; says so when it cannot.
  let save: (LearnerProgress) -> String?
  /// Keeps what is open in the playground; says so when it cannot.
  let keep: (SessionMaker) -> String?
  /// Takes the lines of the session's transcript.
  let transcribe: (String) -> Void

  /// Services; without more nothing is found and nothing kept.
  public init(
    library: @escaping () -> [Lesson] = { [] },
    save: @escaping (LearnerProgress) -> String? = { _ in nil },
    keep: @escaping (SessionMaker) -> String? = { _ in nil },
    transcribe: @escaping (String) -> Void = { _ in }
  ) {
    (self.library, self.save, self.keep, self.transcribe) = (library, save, keep, transcribe)
  }
}
