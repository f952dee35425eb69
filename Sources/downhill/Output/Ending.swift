import ArgumentParser
import Platform

extension Downhill {
  /// Prints what an error, or a question for help, has to say, and ends the program with its code.
  static func end(_ error: any Error) -> Never {
    // Help cannot be wrapped to fewer columns than its own indentation takes.
    setenv("COLUMNS", "\(min(max(44, columns), 160))", 1)
    let code = exitCode(for: error)
    let arguments = Array(RunningProgram.arguments.dropFirst())
    let text = UnknownOption.mended(
      CompletionScript.mended(fullMessage(for: error, columns: nil)), arguments)
    if !text.isEmpty {
      if code.isSuccess { Output.write(text + "\n") } else { Output.warn(text) }
    }
    Platform.exit(code.rawValue)
  }

  /// The width of the terminal, as far as it is known.
  static var columns: Int {
    if let text = ProcessInfo.processInfo.environment["COLUMNS"], let width = Int(text) {
      return width
    }
    var size = winsize()
    let isTerminal = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0
    return isTerminal && size.ws_col > 0 ? Int(size.ws_col) : 80
  }
}
