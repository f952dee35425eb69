import ArgumentParser
import Foundation
import Lessons
import NeuralNetwork

/// What the tutor opens with.
enum TutorOpening {
  case list(LessonLibrary)
  case lesson(Lesson, of: LessonLibrary)
  case experiment(Experiment, name: String)
}

/// Opens the tutor on the terminal, where there is one.
func openTutor(_ opening: TutorOpening) throws {
  guard isatty(STDOUT_FILENO) == 1, isatty(STDIN_FILENO) == 1 else {
    Output.warn(
      "downhill draws on a terminal, and this is none. "
        + "'downhill lessons' lists the lessons, 'downhill train FILE' trains without a screen.")
    throw ExitCode.failure
  }
}
