import Lessons

/// What `update` asks of the outside world; only the program's loop carries it out.
public enum Effect: Sendable {
  case send(BenchCommand)
  case save(Progress)
  case redraw
  case suspend
  case quit
}
