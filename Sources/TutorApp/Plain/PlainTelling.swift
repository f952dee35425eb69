import Experiments
import Workbench

/// A word that asks the plain tutor to tell something once more; it changes nothing.
struct PlainTelling: Sendable {
  let word: String
  let help: String
  let lines: @Sendable (Model) -> [String]

  /// Every such word.
  static let all = [
    PlainTelling(word: "where", help: "All that stands here", lines: PlainText.place),
    PlainTelling(word: "status", help: "Where the run stands") { [statusWords($0)] },
    PlainTelling(
      word: "settings", help: "Every setting: its value, what may stand there, what it does"
    ) { $0.workspace.fileInForce.form.sections.flatMap(\.telling) },
  ]

  /// What help says of `look`, which takes a name.
  static let look = (
    word: "look, look loss", help: "All that a panel shows: the page's first, or one by name"
  )

  /// What a line asks for; nil where it asks for nothing of the kind.
  static func asked(_ line: String) -> PlainTelling? {
    all.first { $0.word == line.trimmed.lowercased() }
  }
}

extension ExperimentForm.Section {
  /// The settings with all there is to know of them, a line each under their heading.
  fileprivate var telling: [String] {
    ["", title]
      + rows.map { row in
        let effect = row.isLive ? "from the next update on" : "a new run begins"
        return "  \(row.key) \(row.text): \(row.summary); \(row.form.words); \(effect)"
      }
  }
}
