import Experiments
import NeuralNetwork
import Platform
import Synchronization

/// Writes each run as a line as soon as it has ended, to standard output or behind what a file holds.
final class SweepLines: Sendable {
  private let plan: SweepPlan
  private let digest: String
  /// The open file; nil for standard output.
  private let file: Int32?
  private let lock = Mutex(())

  /// Lines for standard output.
  init(_ plan: SweepPlan, digest: String) { (self.plan, self.digest, file) = (plan, digest, nil) }

  /// Lines for a file that this program alone writes, in place of a last one that is not whole.
  /// - Throws: a sentence when the file cannot be written.
  init(
    _ plan: SweepPlan, digest: String, behind known: SweepFile, in file: Int32
  ) throws(Diagnostic) {
    (self.plan, self.digest, self.file) = (plan, digest, file)
    guard ftruncate(file, off_t(known.length)) == 0, lseek(file, 0, SEEK_END) >= 0 else {
      throw Self.problem(known.path)
    }
  }

  /// Opens a file that no other sweep writes; closing it, however the program ends, lets another one have it.
  /// - Throws: a sentence when it cannot be written, or is being written.
  static func open(_ path: String) throws(Diagnostic) -> Int32 {
    let file = Platform.open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw problem(path) }
    // Where a file system has no locks, there is none.
    guard flock(file, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK else { return file }
    close(file)
    throw Diagnostic(
      file: path,
      message:
        "Another sweep is writing to the file: wait until it has ended, or name another file.")
  }

  private static func problem(_ path: String) -> Diagnostic {
    Diagnostic(
      file: path, message: "The file cannot be written: \(String(cString: strerror(errno))).")
  }

  deinit { if let file { close(file) } }

  /// Takes runs that have ended.
  func take(_ trials: [Trial], at places: [Int]) {
    let text = zip(places, trials).map { SweepLine.text($0, of: plan, digest: digest, $1) }.joined()
    lock.withLock { _ in
      guard let file else { return Output.write(text) }
      guard let code = Output.write(text.utf8, to: file) else { return }
      Output.warn(
        "The file of runs cannot be written any more: \(String(cString: strerror(code)))")
      exit(1)
    }
  }
}
