import TerminalCanvas

/// A word that the plain tutor takes for a key, since many keys have no character, and words are easier to remember.
struct PlainWord: Sendable {
  let word: String
  let key: Key

  init(_ word: String, _ key: Key) { (self.word, self.key) = (word, key) }

  /// Every word; of several for one key the help names the first.
  static let all = everywhere + ofLessons + ofRuns

  /// Words for what keys do in lessons; in the playground they do something else.
  static let ofLessons =
    ofPages + [
      PlainWord("hint", "h"), PlainWord("solution", "!"), PlainWord("return", "g"),
      PlainWord("pages", "J"),
      PlainWord("drill", "A"), PlainWord("sure", "y"), PlainWord("turn", "}"),
      PlainWord("turn back", "{"), PlainWord("other", "o"),
    ]

  /// Words that turn pages, of a lesson and of what lies over the screen.
  static let ofPages = [PlainWord("next", "n"), PlainWord("back", "b")]

  /// Words for what keys do to runs whose characters are hard to hear; other places have other uses for these.
  static let ofRuns = [
    PlainWord("phase back", ","), PlainWord("update back", "U"), PlainWord("epoch back", "E"),
    PlainWord("tenth back", "("), PlainWord("tenth ahead", ")"), PlainWord("faster", "]"),
    PlainWord("slower", "["), PlainWord("rate up", "+"), PlainWord("rate down", "-"),
    PlainWord("little up", ">"), PlainWord("little down", "<"), PlainWord("usual rate", "0"),
  ]

  /// Words for what keys do wherever they do something.
  static let everywhere = [
    PlainWord("Enter", .enter), PlainWord("lessons", "i"), PlainWord("play", "p"),
    PlainWord("phase", "."), PlainWord("update", "u"), PlainWord("epoch", "e"),
    PlainWord("restart", "r"), PlainWord("words", "w"), PlainWord("glossary", "w"),
    PlainWord("help", "?"),
    PlainWord("Tab", .tab), PlainWord("close", .escape), PlainWord("Esc", .escape),
    PlainWord("quit", "q"),
  ]

  /// The word that passes the open question, so that its answer is told.
  static let pass = "pass"

  /// The key that a line stands for, an empty one for Enter; nil where it is no such word.
  static func key(for line: String) -> Key? {
    line.isEmpty ? .enter : all.first { $0.word.lowercased() == line.lowercased() }?.key
  }

  /// The keys that a line may have pressed several times, as words may be: `u 60` makes 60 updates.
  private static let repeated: Set<String> = ["u", "U", "e", ".", ","]

  /// The key of a word, or one that a line may have pressed several times.
  private static func repeatable(_ name: String) -> Key? {
    key(for: name) ?? (repeated.contains(name) ? .character(Character(name)) : nil)
  }

  /// The most times that a line may have a key pressed.
  private static let mostTimes = 1000

  /// Whether a line reads like a word, and not like the same key over and over.
  static func isWordlike(_ line: String) -> Bool {
    line.allSatisfy(\.isLetter) && Set(line).count > 1
  }

  /// The keys that a line that is no word of these stands for: a word and how often, or characters that are each a key; nil
  /// where it reads like another word.
  static func keys(for line: String) -> [Key]? {
    let words = line.split(separator: " ").map(String.init)
    if words.count > 1, let times = words.last.flatMap({ Int($0) }), 1...mostTimes ~= times,
      let key = repeatable(words.dropLast().joined(separator: " "))
    {
      return Array(repeating: key, count: times)
    }
    guard line.count <= 2 || !isWordlike(line),
      words.allSatisfy({ words.count == 1 || $0.count == 1 })
    else { return nil }
    return line.map(Key.character)
  }
}
