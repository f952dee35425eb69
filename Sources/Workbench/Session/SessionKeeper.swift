import Dispatch
import Synchronization

/// What makes a session, where and when it is needed.
public typealias SessionMaker = @Sendable () -> Session

/// Writes sessions to their file, one after another: a key waits for a quick one, so that a crash loses the last key at most,
/// and for no slow one.
///
/// Of sessions that wait only the newest is written.
public final class SessionKeeper: Sendable {
  private let file: SessionFile
  private let queue = DispatchQueue(label: "downhill.sessions")
  private let waiting = Mutex<SessionMaker?>(nil)
  /// Whether the session that was written last took longer than a key may, and why it could not be written.
  private let last = Mutex<(isSlow: Bool, problem: String?)>((false, nil))
  /// How long a key may wait for its session.
  private static let patience = 0.005

  /// A keeper that has nothing to write yet.
  public init(_ file: SessionFile) { self.file = file }

  /// Writes a session at once or soon, in place of all before it; it is made where it is written, since its experiment may
  /// be large.
  /// - Returns: a sentence when the last one that was tried cannot be kept.
  @discardableResult
  public func keep(_ session: @escaping SessionMaker) -> String? {
    let isFirst = waiting.withLock { waiting in
      defer { waiting = session }
      return waiting == nil
    }
    let writing = DispatchWorkItem { self.write() }
    if isFirst { queue.async(execute: writing) }
    if isFirst, !last.withLock({ $0.isSlow }) { _ = writing.wait(timeout: .now() + Self.patience) }
    return last.withLock { $0.problem }
  }

  /// Waits until everything is written.
  public func finish() { queue.sync {} }

  private func write() {
    let session = waiting.withLock { waiting in
      defer { waiting = nil }
      return waiting
    }
    guard let session else { return }
    let clock = ContinuousClock()
    let start = clock.now
    let problem = file.save(session())
    last.withLock { $0 = (start.duration(to: clock.now) > .seconds(Self.patience), problem) }
  }
}
