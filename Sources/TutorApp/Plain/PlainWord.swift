import TerminalCanvas

/// A word that the plain tutor takes for a key, since many keys have no character, and words are easier to remember.
struct PlainWord: Sendable {
  let word: String
  let key: Key

  init(_ word: String, _ key: Key) { (self.word, self.key) = (word, key) }

  /// Every word; of several for one key the help names the first.
  static let all = [
    PlainWord("Enter", .enter), PlainWord("next", "n"), PlainWord("back", "b"),
    PlainWord("hint", "h"), PlainWord("solution", "!"), PlainWord("return", "g"),
    PlainWord("pages", "J"), PlainWord("lessons", "i"), PlainWord("drill", "A"),
    PlainWord("sure", "y"), PlainWord("play", "p"), PlainWord("phase", "."),
    PlainWord("update", "u"), PlainWord("epoch", "e"), PlainWord("restart", "r"),
    PlainWord("turn", "}"), PlainWord("turn back", "{"), PlainWord("other", "o"),
    PlainWord("words", "w"), PlainWord("help", "?"), PlainWord("close", .escape),
    PlainWord("Esc", .escape), PlainWord("quit", "q"),
  ]

  /// The word that passes the open question, so that its answer is told.
  static let pass = "pass"

  /// The key that a line stands for, an empty one for Enter; nil where it is no such word.
  static func key(for line: String) -> Key? {
    line.isEmpty ? .enter : all.first { $0.word.lowercased() == line.lowercased() }?.key
  }
}
