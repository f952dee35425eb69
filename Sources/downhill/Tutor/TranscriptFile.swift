import ArgumentParser
import Experiments
import Platform

/// A new file that a session's transcript goes to, line by line: what was done until a crash is there.
final class TranscriptFile {
  private let path: String
  private let descriptor: Int32
  /// What went wrong with writing, in a sentence.
  private(set) var problem: String?

  /// - Throws: after saying why there can be no such file.
  init(_ path: String) throws {
    self.path = SafeText.visible(path)
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      let reason =
        errno == EEXIST
        ? "There is a file of this name already: choose another for the transcript."
        : "The transcript cannot be written: \(String(cString: strerror(errno)))."
      Output.warn("\(self.path): \(reason)")
      throw ExitCode.failure
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Adds lines.
  func write(_ text: String) {
    guard problem == nil, let code = Output.write(text.utf8, to: descriptor) else { return }
    problem = "\(path): The transcript is not whole: \(String(cString: strerror(code)))."
  }
}
