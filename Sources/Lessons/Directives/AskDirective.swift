import Experiments
import Workbench

extension Directive {
  static let ask: Directive = Directive(
    "ask",
    [.init("question", .word, "what is asked", isRequired: true)]
      + QuestionForm.all.flatMap(\.fields) + [
        .init("answer", .word, "the right choice, number, quantity or shape"),
        .init("because", .word, "why it is the answer"),
        .init("wrong", .group([]), "a sentence for each wrong answer"),
        .init("proof", .word, "a condition that proves the answer, or none"),
        .init("after", .word, "what happens before the answer is known"),
      ],
    help:
      "`question`, and what its answer is: \(QuestionForm.all.map(\.help).joined(separator: "; or ")). Then "
      + "`because`; `wrong: {answer: feedback}`; `proof:` and `after:` let the engine vouch for the answer; where it is a number that no run "
      + "gives, `proof: none` says so. Diagnoses and the next values wait for the guess",
    read: { block, page in
      block.yaml(QuestionParser(context: block.context).question).map {
        page.blocks.append(.question($0))
      }
    },
    demands: { page in
      [
        page.count(ask) > 1 ? "A page asks one question: begin the next with '---'." : nil,
        page.hasTextBelowQuestion
          ? "On the screen a text below 'ask' stands above it, before the guess: put it there, or "
            + "behind '---'." : nil,
      ].compactMap(\.self)
    })
}

extension PageDraft {
  /// Whether something to read follows the question.
  fileprivate var hasTextBelowQuestion: Bool {
    blocks.drop { if case .question = $0 { false } else { true } }.dropFirst()
      .contains { block in
        switch block {
        case .action, .goal: false
        default: true
        }
      }
  }
}

/// Reads `ask` blocks.
struct QuestionParser {
  let context: LessonContext

  /// A question; nil after complaints.
  func question(_ root: YAMLValue) -> Question? {
    guard let fields = root.fields(of: "An 'ask' block", known: Directive.ask.keys) else {
      return nil
    }
    let prompt = fields.required("question", in: "An 'ask' block").flatMap(context.text)
    guard let prompt, let kind = QuestionForm.kind(fields, context) else { return nil }
    if kind.isJudged { _ = fields.required("because", in: "An 'ask' block with an answer") }
    var question = question(prompt, kind, fields, at: root.position)
    question.doubt = doubt(about: kind, fields)
    return question
  }

  /// That its answer is a number that nobody vouches for: no quantity, no proof, and no word that there is none.
  func doubt(about kind: any QuestionKind, _ fields: YAMLFields) -> String? {
    guard kind.isWrittenNumber, fields["proof"] == nil else { return nil }
    return
      "The answer is a number that nothing proves: give 'proof:', a condition that holds where it is told, or "
      + "'proof: none' where no run gives it."
  }

  /// A question of a kind, with the keys that all kinds have.
  func question(
    _ prompt: InlineText, _ kind: any QuestionKind, _ fields: YAMLFields,
    at position: SourcePosition
  ) -> Question {
    Question(
      prompt: prompt, kind: kind,
      because: fields["because"].flatMap(context.text) ?? InlineText(""),
      wrong: wrong(fields, kind), proof: proof(fields),
      after: fields["after"].flatMap(context.move), position: position)
  }

  /// The condition that proves the answer; nil where there is none, as the author may say: `proof: none`.
  private func proof(_ fields: YAMLFields) -> Condition? {
    guard let value = fields["proof"], value.scalarText != Self.noProof else { return nil }
    return context.condition(value)
  }

  /// What says that no run gives the answer.
  private static let noProof = "none"

  /// What is said to known wrong answers.
  private func wrong(_ fields: YAMLFields, _ kind: any QuestionKind) -> [Question.Feedback] {
    guard let value = fields["wrong"], let pairs = value.pairs(of: "'wrong'") else { return [] }
    return pairs.compactMap { key, value in
      if let objection = kind.objection(toWrong: key.name) {
        context.diagnose(objection, at: key.position)
        return nil
      }
      return context.text(value).map {
        Question.Feedback(answer: key.name, text: $0, position: key.position)
      }
    }
  }
}
