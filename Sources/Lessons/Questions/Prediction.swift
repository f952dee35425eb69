import Workbench

/// What a learner answered, as it was committed.
public struct Answer: Hashable, Sendable {
  /// In the learner's own terms: the words of a choice, or the number as typed.
  public let text: String
  /// Nil for questions that only ask for a guess.
  public let isRight: Bool?
  /// What there is to say to this very answer; empty where its mistake is none of those known.
  public let remark: String

  /// An answer.
  public init(text: String, isRight: Bool?, remark: String = "") {
    (self.text, self.isRight, self.remark) = (text, isRight, remark)
  }
}

extension Answer {
  /// The number that it is, or ends in; nil where it has none.
  public var number: Double? {
    text.split(separator: " ").last.flatMap { TypedNumber.value(of: String($0)) }
  }
}

/// What a learner has said to a question, try by try.
public struct Prediction: Hashable, Sendable {
  /// The answers in order.
  public internal(set) var tries: [Answer] = []
  /// How many the question allows.
  public let mostTries: Int
  /// The learner has gone on without an answer, or without the right one, and was told it.
  public var isPassed = false
  /// The learner is sure of it.
  public var isSure = false

  /// Nothing said yet.
  public init(to question: Question) { self.init(mostTries: question.kind.mostTries) }

  init(mostTries: Int) { self.mostTries = mostTries }

  /// What was said before, judged again on the workspace that the page leaves; so what there is to say to it is said
  /// again, too.
  public init(
    to question: Question, recorded: LearnerProgress.RecordedAnswer, on workspace: Workspace
  ) {
    self.init(to: question)
    tries = recorded.tries.compactMap { question.judgment(typed: $0, on: workspace) }
    isPassed = recorded.isPassed ?? false
    isSure = recorded.isSure ?? false
  }

  /// The answer that counts.
  public var last: Answer? { tries.last }
  /// Whether there is no more to say: the answer was right, passed or missed for good.
  public var isSettled: Bool {
    isPassed || tries.count >= mostTries || (last.map { $0.isRight != false } ?? false)
  }
  /// Whether a try was missed and another one is left.
  public var hasAnotherTry: Bool { !isSettled && !tries.isEmpty }

  /// Takes one more try.
  public mutating func add(_ answer: Answer) { tries.append(answer) }
}

/// What the run has to say, once nothing is left to guess.
public struct Outcome: Hashable, Sendable {
  /// The right answer, as it is to be shown; nil where none is wrong.
  public let answer: String?
  /// Why it is.
  public let because: String

  /// What is told.
  public init(answer: String?, because: String) { (self.answer, self.because) = (answer, because) }
}
