import Dispatch
import Foundation
import Synchronization

/// The values of a function for 0, 1, … up to a count, worked out on all cores and in the order of the arguments.
///
/// With a terminal on standard error a bar shows there how many are done.
func concurrentMap<Value: Sendable>(
  _ count: Int, _ body: @Sendable (Int) -> Value
) -> [Value] {
  let progress = ProgressBar(count: count)
  let values = Mutex([Value?](repeating: nil, count: count))
  DispatchQueue.concurrentPerform(iterations: count) { index in
    let value = body(index)
    values.withLock { $0[index] = value }
    progress.advance()
  }
  progress.clear()
  return values.withLock { $0.compactMap { $0 } }
}

/// A bar on standard error, drawn only where that is a terminal, ten times a second at most.
final class ProgressBar: Sendable {
  private let count: Int
  private let isShown = isatty(STDERR_FILENO) == 1
  private let state = Mutex((done: 0, drawn: ContinuousClock.now - .seconds(1)))

  init(count: Int) { self.count = count }

  /// One more is done.
  func advance() {
    state.withLock { state in
      state.done += 1
      let now = ContinuousClock.now
      guard isShown, now - state.drawn > .milliseconds(100) else { return }
      state.drawn = now
      draw(state.done)
    }
  }

  /// Takes the bar away.
  func clear() {
    if isShown { Output.hint("\r\u{1B}[K") }
  }

  private func draw(_ done: Int) {
    let width = 30
    let filled = done * width / max(1, count)
    let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: width - filled)
    Output.hint("\r[\(bar)] \(done) of \(count)\u{1B}[K")
  }
}
