import Dispatch
import Platform
import Synchronization

/// The values of a function for ranges of numbers, worked out on all cores and in the order of the ranges.
///
/// With a terminal on standard error a bar shows there how many numbers are done.
func concurrentMap<Value: Sendable>(
  _ ranges: [Range<Int>], _ body: @Sendable (Range<Int>) -> Value
) -> [Value] {
  let progress = ProgressBar(count: ranges.reduce(0) { $0 + $1.count })
  let values = Mutex([Value?](repeating: nil, count: ranges.count))
  DispatchQueue.concurrentPerform(iterations: ranges.count) { index in
    let value = body(ranges[index])
    values.withLock { $0[index] = value }
    progress.advance(by: ranges[index].count)
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

  /// Some more are done.
  func advance(by count: Int) {
    state.withLock { state in
      state.done += count
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
