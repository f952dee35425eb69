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

  /// Lines for a file, in place of a last one that is not whole.
  /// - Throws: a sentence when the file cannot be written.
  init(_ plan: SweepPlan, digest: String, behind known: SweepFile) throws(Diagnostic) {
    (self.plan, self.digest) = (plan, digest)
    let file = open(known.path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
    guard file >= 0, ftruncate(file, off_t(known.length)) == 0, lseek(file, 0, SEEK_END) >= 0 else {
      let reason = String(cString: strerror(errno))
      if file >= 0 { close(file) }
      throw Diagnostic(file: known.path, message: "The file cannot be written: \(reason).")
    }
    self.file = file
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
