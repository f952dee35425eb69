import Experiments

/// A lesson's file in its two parts: YAML between two lines of `---`, and the Markdown below.
struct LessonParts {
  /// The YAML of the head.
  let head: String
  /// The Markdown; empty lines take the head's place, so that line numbers are the file's.
  let body: String

  /// The parts of a text; nil where it has no head.
  init?(_ source: SourceText) {
    var rest = source.text[...]
    guard Self.takeLine(from: &rest).trimmed == "---" else { return nil }
    var head: [Substring] = []
    while !rest.isEmpty {
      let line = Self.takeLine(from: &rest)
      if line.trimmed == "---" {
        self.head = head.joined(separator: "\n")
        body = String(repeating: "\n", count: head.count + 2) + rest
        return
      }
      head.append(line)
    }
    return nil
  }

  private static func takeLine(from text: inout Substring) -> Substring {
    let end = text.utf8.firstIndex(of: 0x0A) ?? text.endIndex
    defer { text = end < text.endIndex ? text[text.utf8.index(after: end)...] : "" }
    return text[..<end]
  }
}
