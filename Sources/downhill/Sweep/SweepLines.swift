import Experiments
import Foundation
import NeuralNetwork
import Synchronization

/// Writes each run as a line as soon as it has ended, to standard output or behind what a file holds.
final class SweepLines: Sendable {
  private let plan: SweepPlan
  private let digest: String
  private let file: FileHandle?
  private let lock = Mutex(())

  /// Lines for standard output.
  init(_ plan: SweepPlan, digest: String) { (self.plan, self.digest, file) = (plan, digest, nil) }

  /// Lines for a file, in place of a last one that is not whole.
  /// - Throws: a sentence when the file cannot be written.
  init(_ plan: SweepPlan, digest: String, behind known: SweepFile) throws(Diagnostic) {
    (self.plan, self.digest) = (plan, digest)
    do {
      if !FileManager.default.fileExists(atPath: known.path) {
        try Data().write(to: URL(fileURLWithPath: known.path))
      }
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: known.path))
      try file.truncate(atOffset: UInt64(known.length))
      try file.seekToEnd()
      self.file = file
    } catch {
      throw Diagnostic(
        file: known.path,
        message: "The file cannot be written: \(SourceText.obstacle(error)).")
    }
  }

  /// Takes runs that have ended.
  func take(_ trials: [Trial], at places: [Int]) {
    let text = zip(places, trials).map { SweepLine.text($0, of: plan, digest: digest, $1) }.joined()
    lock.withLock { _ in
      guard let file else { return Output.write(text) }
      do { try file.write(contentsOf: Data(text.utf8)) } catch {
        Output.warn("The file of runs cannot be written any more: \(error.localizedDescription)")
        exit(1)
      }
    }
  }
}
