import Lessons
import TerminalCanvas
import Workbench

/// An answer while it is given: how the questions of a kind are answered on the screen, and drawn.
///
/// Answers are typed unless a kind has an entry of its own, which is a file here and its line in `Question.entry`.
protocol AnswerEntry: Sendable {
  /// The keys that are valid while nothing is typed.
  var keys: KeyContext { get }
  /// Which of the labels is selected.
  var selection: Int? { get }
  /// Selects one of the labels.
  mutating func select(_ label: Int)
  /// Moves the selection, or the pen.
  mutating func move(right columns: Int, up rows: Int)
  /// What Enter commits; nil where there is nothing yet.
  func commitment(to question: Question, on workspace: Workspace) -> Commitment?
  /// What there is to do first where there is nothing to commit.
  var lack: String { get }
  /// What a whole line means, where lines are all there is; nil where it is no answer.
  func meaning(of line: String, in model: Model) -> LineMeaning?
  /// Its lines, a group for each label; one group where there are none.
  func lines(_ answering: Answering, _ setter: BlockSetter) -> [[StyledText]]
  /// The right answer as wide as it may be told.
  func rightAnswer(_ setter: BlockSetter) -> String
}

/// What Enter commits.
enum Commitment {
  case answer(Answer)
  /// "Not sure".
  case pass
}

/// What a line means to an open question.
enum LineMeaning {
  case messages([LessonScene.Message])
  /// It is meant as an answer, and is none.
  case refusal(String)
}

extension Question {
  /// How it is answered on the screen.
  var entry: any AnswerEntry {
    switch kind {
    case let kind as ChoiceQuestion: ChoiceEntry(kind: kind)
    case let kind as CurveQuestion: CurveEntry(kind: kind)
    default: TypedEntry(kind: kind)
    }
  }
}

extension AnswerEntry {
  var selection: Int? { nil }
  mutating func select(_ label: Int) {}
  mutating func move(right columns: Int, up rows: Int) {}
}

extension TutorLanguage {
  /// How to answer on the screen.
  func invitation(_ kind: any QuestionKind) -> String {
    TutorSentence(rawValue: kind.invitation).map { self($0) } ?? kind.invitation
  }
}

extension AnswerEntry {
  /// A line that is typed as an answer.
  func typing(_ line: String, as kind: any QuestionKind) -> LineMeaning? {
    guard kind.isMeant(by: line, isWord: PlainWord.key(for: line) != nil) else { return nil }
    return .messages(
      [.beginTyping] + line.map(LessonScene.Message.type) + [LessonScene.Message.commitTyped])
  }

  /// The lines of what was said beside what it is.
  func told(_ said: String?, _ answer: String, _ setter: BlockSetter) -> [[StyledText]] {
    let words = [said, answer].compactMap(\.self)
      .joined(separator: setter.glyphs == .ascii ? ", " : " · ")
    return [setter.set(StyledText("  \(words)", .accent), indent: 2)]
  }

  /// The line where an answer stands: what is being typed, or other words.
  func field(_ answering: Answering, _ words: String) -> [[StyledText]] {
    let words = answering.typed.map { $0 + "_" } ?? words
    return [[StyledText("  ", .text) + StyledText(words, .accent)]]
  }
}
