import Lessons
import TerminalCanvas
import Workbench

/// A choice: it is selected first, and Enter commits it.
struct ChoiceEntry: AnswerEntry {
  let kind: ChoiceQuestion
  /// From 0; "not sure" is the one after the last.
  var selection: Int?

  var keys: KeyContext { kind.hasLetters ? .choosingByLetter : .choosing }
  var lack: String { "Select an answer first" }

  mutating func select(_ label: Int) { selection = label }

  mutating func move(right columns: Int, up rows: Int) {
    let last = kind.choices.count
    selection = selection.map { min(max(0, $0 - rows), last) } ?? (rows < 0 ? 0 : last)
  }

  func commitment(to question: Question, on workspace: Workspace) -> Commitment? {
    selection.map { choice in
      kind.judgment(choice: choice, to: question, on: workspace).map(Commitment.answer) ?? .pass
    }
  }

  /// A label, or the words of a choice.
  func meaning(of line: String, in model: Model) -> LineMeaning? {
    // Accents may be typed or left out.
    let words = kind.choices.map {
      GlyphSet.ascii.written($0.plainText(on: model.workspace)).lowercased()
    }
    let said = GlyphSet.ascii.written(line).lowercased()
    if let choice = kind.labels.firstIndex(of: said) ?? words.firstIndex(of: said) {
      return .messages([.select(choice), .commitAnswer])
    }
    // A label that is none of those here is no key either, and neither is a number.
    let isMeant = keys.answers(line) || line.count > 1 && TypedNumber.begins(line)
    let invitation = kind.plainInvitation(pass: PlainWord.pass)
    return isMeant ? .refusal("'\(line)' is none of the answers. \(invitation)") : nil
  }

  /// The lines of each choice, "not sure" the last while there is something left to be sure of.
  func lines(_ answering: Answering, _ setter: BlockSetter) -> [[StyledText]] {
    let unsure = answering.outcome == nil ? [StyledText(setter.language(.notSure), .muted)] : []
    let words = kind.choices.map { setter.text($0, .text) } + unsure
    let said = Set(answering.prediction?.tries.map(\.text) ?? [])
    let labels = kind.labels
    return words.enumerated().map { index, word in
      let isTried = said.contains(word.plain)
      let isRight = answering.outcome != nil && index == kind.answer
      let sign = selection == index ? "▶" : isRight ? "✓" : isTried ? "✗" : " "
      let marker = StyledText("\(sign) \(labels[index])  ", .accent)
      return setter.set(marker + word, indent: 5)
    }
  }

  func rightAnswer(_ setter: BlockSetter) -> String {
    setter.text(kind.choices[kind.answer], .text).plain
  }
}

extension LessonScene {
  /// While a question with choices is open: a choice is selected first, and Enter commits it.
  static func choosingKeys(_ labels: String) -> [KeyBinding] {
    labels.enumerated().map { index, label in
      KeyBinding(
        [.character(label)], .lesson(.select(index)), help: "Select a choice", .lesson)
    } + [
      KeyBinding(
        [.enter], .lesson(.commitAnswer), "commit", rank: 0, help: "Commit the selected choice",
        .lesson),
      KeyBinding(
        [.down], .lesson(.move(right: 0, up: -1)), help: "Select the next choice", .lesson),
      KeyBinding(
        [.up], .lesson(.move(right: 0, up: 1)), help: "Select the choice before", .lesson),
      sureKey,
    ]
  }
}
