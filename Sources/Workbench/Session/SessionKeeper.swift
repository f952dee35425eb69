import Dispatch
import Synchronization

/// Writes sessions to their file, one after another: a small one at once, so that a crash loses the last key at most, a large
/// one in the background, so that no key waits for it.
///
/// Of sessions that wait only the newest is written.
public final class SessionKeeper: Sendable {
  private let file: SessionFile
  private let queue = DispatchQueue(label: "downhill.sessions")
  private let waiting = Mutex<Session?>(nil)
  /// The bytes of the session that was written last, and why it could not be.
  private let last = Mutex<(size: Int, problem: String?)>((0, nil))
  /// From so many bytes on a session takes longer than a key may.
  private static let large = 100_000

  /// A keeper that has nothing to write yet.
  public init(_ file: SessionFile) { self.file = file }

  /// Writes a session at once or soon, in place of all before it.
  /// - Returns: a sentence when the last one that was tried cannot be kept.
  @discardableResult
  public func keep(_ session: Session) -> String? {
    let isFirst = waiting.withLock { waiting in
      defer { waiting = session }
      return waiting == nil
    }
    if last.withLock({ $0.size }) < Self.large {
      queue.sync { write() }
    } else if isFirst {
      queue.async { self.write() }
    }
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
    let written = file.save(session)
    last.withLock { $0 = written }
  }
}
