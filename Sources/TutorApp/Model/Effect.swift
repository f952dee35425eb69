import Lessons

/// What `update` asks of the outside world; only the program's loop carries it out.
public enum Effect: Sendable {
  case send(TrainingCommand)
  case save(LearnerProgress)
  case redraw
  case suspend
  case quit
}
