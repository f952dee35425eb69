import Lessons
import TerminalCanvas
import Workbench

/// An answer that is typed: a number, or any words.
struct TypedEntry: AnswerEntry {
  let kind: any QuestionKind

  var keys: KeyContext { .answering }
  var lack: String { "Type an answer first" }

  /// What is typed has its own keys.
  func commitment(to question: Question, on workspace: Workspace) -> Commitment? { nil }

  func meaning(of line: String, in model: Model) -> LineMeaning? { typing(line, as: kind) }

  /// Where an answer is typed; then what was said beside what is.
  func lines(_ answering: Answering, _ setter: BlockSetter) -> [[StyledText]] {
    let said = answering.prediction?.last?.text
    guard let answer = answering.outcome?.answer else {
      return field(answering, said ?? setter.language.invitation(kind))
    }
    let say = setter.language
    return told(said.map { say(.youSaid, $0) }, say(.itIs, answer), setter)
  }

  func rightAnswer(_ setter: BlockSetter) -> String { "0.00000" }
}
