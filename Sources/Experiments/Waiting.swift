import NeuralNetwork
import Synchronization

/// How far work is that takes its time.
package struct WorkProgress: Hashable, Sendable {
  /// What is being done: `Reading iris.csv`.
  package let title: String
  /// How much of it is done.
  package let done: Int
  /// How much there is; nil where nobody knows yet.
  package let count: Int?
  /// What is counted, one of them; nil for what cannot be counted, nor ended in between.
  package let unit: String?

  package init(_ title: String, done: Int, of count: Int? = nil, unit: String) {
    (self.title, self.done, self.count, self.unit) = (title, done, count, unit)
  }

  private init(_ title: String) { (self.title, done, count, unit) = (title, 0, nil, nil) }

  /// Work of which nobody knows how long it takes, such as one update of a large network.
  package static let computing = WorkProgress("Computing …")

  /// Whether it can be ended before it is done.
  package var canEnd: Bool { unit != nil }

  /// For one line of a screen.
  package var sentence: String {
    guard let unit else { return title }
    guard let count else { return "\(title): \(done.counted(unit))" }
    return "\(title): \(done) of \(count.counted(unit))"
  }
}

/// Someone who waits for work that takes its time, is told how far it is, and may end it.
///
/// Whoever starts the work says who waits for it, as the task-local `current`; what reads files and brings runs back asks
/// `goesOn` now and then.
package struct Waiting: Sendable {
  /// Who waits for the work of this thread; nil: nobody watches, and nothing is ended.
  @TaskLocal package static var current: Waiting?

  private let report: @Sendable (WorkProgress) -> Void
  private let isOver: @Sendable () -> Bool

  /// Someone who is told with `report`, and ends the work once `isOver` says so.
  package init(
    report: @escaping @Sendable (WorkProgress) -> Void,
    isOver: @escaping @Sendable () -> Bool = { false }
  ) {
    (self.report, self.isOver) = (report, isOver)
  }

  /// Says how far the work is; false when it is to end here.
  package static func goesOn(_ progress: @autoclosure () -> WorkProgress) -> Bool {
    guard let current else { return true }
    guard !current.isOver() else { return false }
    current.report(progress())
    return true
  }

  /// Does something that may not take longer than a limit; nil when it was ended for that.
  /// - Throws: what the work throws, unless it was ended.
  package static func atMost<Value, Failure: Error>(
    _ limit: Duration, _ work: () throws(Failure) -> Value
  ) throws(Failure) -> Value? {
    let end = ContinuousClock.now + limit
    let wasEnded = Mutex(false)
    let watch = Waiting(report: { _ in }) {
      guard ContinuousClock.now >= end else { return false }
      wasEnded.withLock { $0 = true }
      return true
    }
    let result = $current.withValue(watch) { Result(catching: work) }
    return wasEnded.withLock(\.self) ? nil : try result.get()
  }
}
