import Experiments

/// Finds a block whose closing line is missing: Markdown takes all that follows for a part of it.
enum OpenFence {
  /// The line, from 1, where the first such block begins; nil where all are closed.
  static func line(in text: String) -> Int? {
    var open: (line: Int, ticks: Int)?
    // Bytes are much faster to look through than characters.
    let lines = text.utf8.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, bytes) in lines.enumerated() where bytes.starts(with: "```".utf8) {
      let line = Substring(bytes)
      let ticks = line.prefix { $0 == "`" }.count
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
