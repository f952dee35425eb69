import Dispatch
import Platform
import Synchronization

/// What makes a session, where and when it is needed.
public struct SessionMaker: Sendable {
  /// Which session it makes.
  let id: String
  private let replaces: String
  private let make: @Sendable () -> Session

  /// A maker of the session of that name among all that are kept, which may go on with another one.
  public init(
    _ id: String, replacing replaces: String = "", _ make: @escaping @Sendable () -> Session
  ) {
    (self.id, self.replaces, self.make) = (id, replaces, make)
  }

  /// Makes it.
  public func callAsFunction() -> Session {
    var session = make()
    (session.id, session.replaces) = (id, replaces)
    return session
  }
}

/// Writes sessions to their files, one after another: a key waits for a quick one, so that a crash loses the last key at most,
/// and for no slow one.
///
/// Of the versions of a session that wait only the newest is written.
public final class SessionKeeper: Sendable {
  private let folder: SessionFolder
  private let queue = DispatchQueue(label: "downhill.sessions")
  private let waiting = Mutex<[SessionMaker]>([])
  /// Whether the session that was written last was too much work for a key to wait for, and why it could not be written.
  private let last = Mutex<(isSlow: Bool, problem: String?)>((false, nil))
  /// The most work that a key waits for, in seconds of the processor: on a busy machine it takes longer, and is waited for.
  private static let mostWork = 0.02
  /// The longest that a key waits, in seconds, whatever the disk does.
  private static let patience = 0.2

  /// A keeper that has nothing to write yet.
  public init(_ folder: SessionFolder) { self.folder = folder }

  /// Writes a session at once or soon, in place of what it was before; it is made where it is written, since its experiment
  /// may be large.
  /// - Returns: a sentence when the last one that was tried cannot be kept.
  @discardableResult
  public func keep(_ session: SessionMaker) -> String? {
    waiting.withLock { waiting in
      waiting = waiting.filter { $0.id != session.id } + [session]
    }
    let writing = DispatchWorkItem { self.write() }
    queue.async(execute: writing)
    if !last.withLock({ $0.isSlow }) { _ = writing.wait(timeout: .now() + Self.patience) }
    return last.withLock { $0.problem }
  }

  /// Waits until everything is written.
  public func finish() { queue.sync {} }

  private func write() {
    let sessions = waiting.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
    for session in sessions {
      let start = Self.workDone
      let problem = folder.save(session())
      last.withLock { $0 = (Self.workDone - start > Self.mostWork, problem) }
    }
  }

  /// What the processor has done for this thread, in seconds.
  private static var workDone: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
