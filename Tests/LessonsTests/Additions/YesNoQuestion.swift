import Experiments
import Workbench

@testable import Lessons

/// Whether something is so: yes or no.
struct YesNoQuestion: QuestionKind {
  let answer: String

  var form: [String] { ["yes or no", answer] }
  func objection(toWrong answer: String) -> String? { "The other answer is the only wrong one." }

  var mostTries: Int { 1 }
  func judgment(of text: String, to question: Question, on workspace: Workspace) -> Answer? {
    guard ["yes", "no"].contains(text.lowercased()) else { return nil }
    return Answer(text: text, isRight: text.lowercased() == answer)
  }
  func rightAnswer(to question: Question, on workspace: Workspace) -> String? { answer }

  var invitation: String { "t types yes or no" }
  func plainInvitation(pass: String) -> String {
    "Type yes or no and Enter; \(pass) tells the answer without a guess."
  }
}

extension QuestionForm {
  static let yesNo = QuestionForm(
    key: "holds", fields: [.init("holds", .flag, "whether it is so")],
    help: "`holds: true`, which asks for yes or no",
    read: { fields, _ in
      fields["holds"]?.flag().map { YesNoQuestion(answer: $0 ? "yes" : "no") }
    })
}
