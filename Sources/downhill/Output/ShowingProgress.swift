import Experiments
import Platform
import Synchronization

/// Does something, and shows on standard error how far it is once that takes long; only where that is a terminal.
///
/// Nothing of it stays there. `isOver` may end the work.
func showingProgress<Value>(
  until isOver: @escaping @Sendable () -> Bool = { false }, _ work: () throws -> Value
) rethrows -> Value {
  let showsIt = isatty(STDERR_FILENO) == 1
  let step = Duration.milliseconds(100)
  let due = Mutex(ContinuousClock.now + step)
  defer { clearProgress() }
  let watch = Waiting { progress in
    let now = ContinuousClock.now
    due.withLock { due in
      guard showsIt, now >= due else { return }
      due = now + step
      isProgressShown.withLock { $0 = true }
      Output.hint("\r\(progress.sentence)\u{1B}[K")
    }
  } isOver: {
    isOver()
  }
  return try Waiting.$current.withValue(watch, operation: work)
}

/// Whether the last line of standard error says how far something is.
private let isProgressShown = Mutex(false)

/// Takes that away, so that a sentence stands on a line of its own.
func clearProgress() {
  let wasShown = isProgressShown.withLock { isShown in
    defer { isShown = false }
    return isShown
  }
  if wasShown { Output.hint("\r\u{1B}[K") }
}
