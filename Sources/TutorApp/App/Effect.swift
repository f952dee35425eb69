import Lessons

/// What `update` asks of the outside world; only the program's loop carries it out.
public enum Effect: Sendable {
  case send(TrainingCommand)
  case save(LearnerProgress)
  /// Find the lessons, which a program that began without them does not have yet.
  case findLessons
  case redraw
  case suspend
  case quit
}
