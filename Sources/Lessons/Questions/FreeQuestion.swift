import Experiments
import Workbench

/// Any words; none is wrong.
public struct FreeQuestion: QuestionKind {
  /// Nothing is wrong.
  public var isJudged: Bool { false }

  /// That it is free.
  public var form: [String] { ["free"] }

  /// There is none.
  public func objection(toWrong answer: String) -> String? {
    "A free question has no wrong answers."
  }

  /// Once.
  public var mostTries: Int { 1 }

  /// It is noted.
  public func judgment(of text: String, to question: Question, on workspace: Workspace) -> Answer? {
    Answer(text: text, isRight: nil)
  }

  /// None.
  public func rightAnswer(to question: Question, on workspace: Workspace) -> String? { nil }

  /// Letters are keys until then.
  public var invitation: String { "t types an answer" }

  /// Any words.
  public func plainInvitation(pass: String) -> String {
    "Type your answer and Enter; \(pass) goes on without one."
  }
}

extension QuestionForm {
  static let free = QuestionForm(
    key: nil, fields: [], help: "nothing else, for a free guess",
    read: { _, _ in FreeQuestion() })
}
