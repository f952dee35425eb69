import Experiments
import Lessons
import Workbench

/// What `update` asks of the outside world; only the program's loop carries it out.
public enum Effect: Sendable {
  case send(TrainingCommand)
  /// Find something out beside the training.
  case study(Study)
  /// End the command that the worker is at, as if it had not been given.
  case endWork
  case save(LearnerProgress)
  /// Find the lessons, which a program that began without them does not have yet.
  case findLessons
  /// Write a file, in place of one of its name only where it may; `remark` says what it does not hold.
  case write(OutputFile, replacing: Bool, remark: String = "")
  /// Keep what is open in the playground, to go on with later; the session is made where it is written.
  case keep(SessionMaker)
  case redraw
  case suspend
  case quit
}
