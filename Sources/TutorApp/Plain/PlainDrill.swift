import Lessons
import TerminalCanvas

/// What a line means in a drill, where lines are all there is: a number in place of what was typed, or one of a few words.
enum PlainDrill {
  /// The messages that a line stands for, or what is said of one that means nothing.
  static func meaning(
    of line: String, in drill: DrillScene
  ) -> (messages: [Message], refusal: String?) {
    if let message = word(line) { return ([message], nil) }
    if line.lowercased() == "hint" {
      return ([], "A drill has no hints: a wrong number costs nothing and tells you more.")
    }
    if drill.prediction.isSettled, !line.isEmpty { return ([], drill.wayOn) }
    let erasing = Array(repeating: Message.drill(.erase), count: drill.typed.count)
    return (erasing + line.map { .drill(.type($0)) } + [.drill(.commit)], nil)
  }

  /// What the words that a drill knows do.
  private static func word(_ line: String) -> Message? {
    if line.lowercased() == PlainWord.pass { return .drill(.pass) }
    switch line.isEmpty ? nil : PlainWord.key(for: line) ?? line.first.map(Key.character) {
    case .escape?, "b": return .close
    case "q": return .quit
    case "?": return .toggleHelp
    default: return nil
    }
  }
}
