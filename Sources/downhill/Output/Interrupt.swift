import Dispatch
import Platform
import Synchronization

/// What ^C does to a command that works for long: it ends with a sentence and 130.
///
/// Work that looks at `isRequested` between its steps ends in order; a second ^C ends it at once, as does the first where
/// nothing looks.
enum Interrupt {
  /// The exit code of a program that ^C ended.
  static let exitCode: Int32 = 130

  private enum State {
    static let endsAtOnce = 0
    static let isPolled = 1
    static let isRequested = 2
  }

  private static let state = Atomic(State.endsAtOnce)
  /// When ^C was first pressed, in seconds; what follows within two is the same ^C, sent to the group as well.
  private static let firstTime = Atomic(0)
  private static let sentence: StaticString = "\nInterrupted.\n"

  /// Begins to listen, unless the program was started deaf to ^C.
  static func listen() {
    // What the handler touches must be there before it runs.
    _ = (
      state.load(ordering: .relaxed), firstTime.load(ordering: .relaxed),
      sentence.utf8CodeUnitCount, exitCode
    )
    let before = signal(SIGINT) { _ in Interrupt.handle() }
    if unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
      signal(SIGINT, SIG_IGN)
    }
    // A parent's thread may have had signals blocked, which is inherited.
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
    sigprocmask(SIG_UNBLOCK, &signals, nil)
  }

  /// Says that the work from now on looks at `isRequested`.
  static func beginPolling() { state.store(State.isPolled, ordering: .relaxed) }

  /// Does something that ^C ends, and not the program.
  static func ending(_ work: () -> Void) {
    beginPolling()
    defer { state.store(State.endsAtOnce, ordering: .relaxed) }
    showingProgress(until: { isRequested }, work)
  }

  /// Whether ^C was pressed.
  static var isRequested: Bool { state.load(ordering: .relaxed) == State.isRequested }

  /// Does something that ends the program as soon as ^C is pressed, whatever is being worked on.
  static func whenRequested(_ body: @escaping @Sendable () -> Void) {
    // A queue of its own gets a thread of its own, however busy the others are.
    DispatchQueue(label: "downhill.interrupt").async {
      while !isRequested { usleep(20_000) }
      body()
    }
  }

  /// Says how far the training came, if ^C was pressed.
  static func report(after update: Int, of updates: Int) {
    if isRequested { Output.warn("Interrupted after \(update) of \(updates) updates.") }
  }

  private static func handle() {
    let (wasPolled, _) = state.compareExchange(
      expected: State.isPolled, desired: State.isRequested, ordering: .relaxed)
    let now = time(nil)
    if wasPolled { return firstTime.store(now, ordering: .relaxed) }
    if now - firstTime.load(ordering: .relaxed) < 2 { return }
    _ = write(STDERR_FILENO, sentence.utf8Start, sentence.utf8CodeUnitCount)
    _exit(130)
  }
}
