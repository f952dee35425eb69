import ArgumentParser
import Experiments
import NeuralNetwork
import Platform

/// Standard output and standard error.
///
/// What is written there may hold names and words from strangers: none of them reaches the terminal as a command.
enum Output {
  /// Writes to standard output.
  ///
  /// Ends the program when the reader has gone away, and when there is no room for the text.
  static func write(_ text: String) { plain(harmless(text)) }

  /// The same for a text that may command the terminal, since the program made all of it.
  static func plain(_ text: String) { write(bytes: text.utf8) }

  /// Writes bytes to standard output as they are: those of a form that is no text for a terminal.
  static func write(bytes: some Collection<UInt8>) {
    guard let code = write(bytes, to: STDOUT_FILENO) else { return }
    if code == EPIPE { exit(0) }
    warn("downhill: standard output: \(String(cString: strerror(code)))")
    exit(1)
  }

  /// Writes a line to standard error.
  static func warn(_ text: String) {
    clearProgress()
    hint(harmless(text) + "\n")
  }

  /// Writes what is not wrong with a file but should be known, a paragraph each.
  static func notes(_ notes: [Diagnostic]) {
    for note in notes {
      warn("\(note.file)\(note.position.map { ":\($0.line)" } ?? ""): note: \(note.message)")
    }
  }

  private static func harmless(_ text: String) -> String {
    SafeText.visible(text, keepingLines: true)
  }

  /// Writes to standard error as it is, without ending the line: what commands the terminal comes this way.
  static func hint(_ text: String) { _ = write(text.utf8, to: STDERR_FILENO) }

  /// Writes all of some bytes to a file; the error's number when that fails.
  static func write(_ bytes: some Collection<UInt8>, to file: Int32) -> Int32? {
    var rest = ArraySlice(bytes)
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Platform.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0 { return errno }
      rest = rest.dropFirst(count)
    }
    return nil
  }
}

/// Does something with the engine; what it rejects about a file's recipe goes to standard error, and the program ends with 1.
func accepting<Value>(
  _ file: InputFile, _ body: () throws(ExperimentError) -> Value
) throws -> Value {
  do { return try body() } catch {
    Output.warn("\(file): \(error.sentence)")
    throw ExitCode.failure
  }
}

/// Does something; what is wrong with a file goes to standard error, and the program ends with 1.
func reporting<Value>(_ body: () throws -> Value) throws -> Value {
  do { return try body() } catch let error where error is Diagnostic || error is Diagnostics {
    Output.warn("\(error)")
    throw ExitCode.failure
  }
}
