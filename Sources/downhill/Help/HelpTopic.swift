import TerminalCanvas

/// Something that `downhill help` explains: one record that holds all that is known of it.
///
/// The command, its completion and the pages in docs/reference walk `all`.
struct HelpTopic: Sendable {
  /// The word that asks for it.
  let name: String
  /// What it is about, in a few words.
  let summary: String
  /// Its tables.
  let sections: @Sendable () -> [Section]

  /// A table of two columns.
  struct Section: Sendable {
    let title: String
    /// What stands above it in Markdown: the heads of the columns.
    let heads: (String, String)
    let rows: [(term: String, meaning: String)]
  }

  /// Every topic.
  static let all = [experiment, keys, commands, lessons, data, environment, exitCodes]

  static let names = all.map(\.name)
}

extension HelpTopic {
  /// For a terminal of some columns.
  func text(width: Int) -> String {
    sections().map { "\($0.title)\n\n\($0.text(width: width))" }.joined(separator: "\n\n") + "\n"
  }

  /// For a document.
  var markdown: String {
    sections().map { "## \($0.title)\n\n\($0.markdown)" }.joined(separator: "\n\n") + "\n"
  }
}

extension HelpTopic.Section {
  /// The widest term beside which a meaning still has room.
  private static let widestTerm = 16

  fileprivate func text(width: Int) -> String {
    let glyphs = GlyphSet.braille
    let widest = rows.map { glyphs.columns(of: $0.term) }.max() ?? 0
    let isBeside = widest <= Self.widestTerm
    return rows.flatMap { row -> [String] in
      let meaning = StyledText(row.meaning.replacing("\\|", with: "|"))
      guard isBeside else {
        let indent = StyledText("      ")
        return ["  " + row.term]
          + meaning.wrapped(to: width, glyphs: glyphs, first: indent, rest: indent).map(\.plain)
      }
      let padding = String(repeating: " ", count: widest - glyphs.columns(of: row.term) + 2)
      return meaning.wrapped(
        to: width, glyphs: glyphs, first: StyledText("  \(row.term)\(padding)")
      ).map(\.plain)
    }.joined(separator: "\n")
  }

  fileprivate var markdown: String {
    (["| \(heads.0) | \(heads.1) |", "| --- | --- |"]
      + rows.map { "| `\($0.term.replacing("`", with: ""))` | \($0.meaning) |" })
      .joined(separator: "\n")
  }
}
