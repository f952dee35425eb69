import Experiments

/// Finds a block whose closing line is missing: Markdown takes all that follows for a part of it.
enum OpenFence {
  /// The line, from 1, where the first such block begins; nil where all are closed.
  static func line(in text: String) -> Int? {
    var open: (line: Int, ticks: Int)?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let ticks = line.prefix { $0 == "`" }.count
      guard ticks >= 3 else { continue }
      let words = line.dropFirst(ticks).trimmed
      guard let begun = open else {
        if !words.contains("`") { open = (index + 1, ticks) }
        continue
      }
      // The next block of a lesson begins before this one has ended.
      if ticks == begun.ticks, Directive.names.contains(words) { return begun.line }
      if ticks >= begun.ticks, words.isEmpty { open = nil }
    }
    return open?.line
  }
}
