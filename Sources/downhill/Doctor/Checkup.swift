import NcursesTerminal
import Platform

/// One thing that the doctor looks at: one record that holds all that is known of it.
struct Checkup: Sendable {
  let title: String
  let look: @Sendable (Surroundings) -> Finding

  init(_ title: String, look: @escaping @Sendable (Surroundings) -> Finding) {
    (self.title, self.look) = (title, look)
  }

  /// Everything, in the order of the report.
  static let all = [
    version, processor, terminal, size, colors, background, locale, characters, configuration,
    progress, lessons, data,
  ]
}

/// What was found, and what to do about it.
struct Finding {
  enum State: String {
    case fine = "ok"
    case note
    case fix
  }

  let state: State
  let text: String
  let advice: String?

  static func fine(_ text: String) -> Finding { Finding(state: .fine, text: text, advice: nil) }
  static func note(_ text: String, _ advice: String? = nil) -> Finding {
    Finding(state: .note, text: text, advice: advice)
  }
  static func fix(_ text: String, _ advice: String?) -> Finding {
    Finding(state: .fix, text: text, advice: advice)
  }
}

/// What all the findings are about; the terminal is opened once.
struct Surroundings: Sendable {
  let environment = ProcessInfo.processInfo.environment
  let terminal: Result<TerminalReport, TerminalError>

  init() {
    terminal = Result { () throws(TerminalError) in try NcursesScreen.examine() }
  }

  /// The terminal, where there is one.
  var report: TerminalReport? { try? terminal.get() }

  /// A variable of the environment that says something.
  func variable(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
}
