import Dispatch
import Synchronization

/// Writes sessions to their file, one after another and in the background: no key waits for a large one.
///
/// Of sessions that wait only the newest is written.
public final class SessionKeeper: Sendable {
  private let file: SessionFile
  private let queue = DispatchQueue(label: "downhill.sessions")
  private let waiting = Mutex<Session?>(nil)

  /// A keeper that has nothing to write yet.
  public init(_ file: SessionFile) { self.file = file }

  /// Writes a session soon, in place of all before it.
  public func keep(_ session: Session) {
    let isFirst = waiting.withLock { waiting in
      defer { waiting = session }
      return waiting == nil
    }
    if isFirst { queue.async { self.write() } }
  }

  /// Waits until everything is written.
  public func finish() { queue.sync {} }

  private func write() {
    let session = waiting.withLock { waiting in
      defer { waiting = nil }
      return waiting
    }
    if let session { file.save(session) }
  }
}
