import Experiments
import Platform
import Synchronization

/// Does something, and shows on standard error how far it is once that takes long; only where that is a terminal.
///
/// Nothing of it stays there.
func showingProgress<Value>(_ work: () throws -> Value) rethrows -> Value {
  guard isatty(STDERR_FILENO) == 1 else { return try work() }
  let step = Duration.milliseconds(100)
  let due = Mutex(ContinuousClock.now + step)
  defer { clearProgress() }
  let watch = Waiting { progress in
    let now = ContinuousClock.now
    due.withLock { due in
      guard now >= due else { return }
      due = now + step
      isProgressShown.withLock { $0 = true }
      Output.hint("\r\(progress.sentence)\u{1B}[K")
    }
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
