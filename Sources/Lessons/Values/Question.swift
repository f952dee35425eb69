import Experiments
import NeuralNetwork
import Workbench

/// A prediction to commit to before the answer is shown.
public struct Question: Hashable, Sendable {
  /// What kind of answer it takes.
  public enum Kind: Hashable, Sendable {
    /// One of these; `answer` is the index of the right one.
    case choice([InlineText], answer: Int)
    case number(NumberAnswer)
    /// Any words; none is wrong.
    case free
  }

  /// Words for an answer that comes from a known misunderstanding.
  public struct Feedback: Hashable, Sendable {
    /// The answer that it is for.
    public enum Match: Hashable, Sendable {
      case choice(Int)
      case number(Double, tolerance: Double)
    }

    /// The answer that it is for.
    public let match: Match
    /// What to say.
    public let text: InlineText
  }

  /// What is asked.
  public let prompt: InlineText
  /// The answers it takes, and the right one.
  public let kind: Kind
  /// Why the answer is what it is: shown once the learner has answered.
  public let because: InlineText
  /// What to say to answers from known misunderstandings.
  public let wrong: [Feedback]
  /// What proves the answer, after `after`; the check evaluates it.
  public let proof: Condition?
  /// What must happen before answer and proof hold: nil when they hold on the page's own workspace.
  public let after: Move?
  /// Where it stands in the file.
  public let position: SourcePosition
}

/// The right number, or the quantity that it is.
public struct NumberAnswer: Hashable, Sendable {
  /// The right number.
  public let value: Term.Side
  /// How far off an answer may be.
  public let tolerance: Double
}

/// What a learner answered, as it was committed.
public struct Answer: Hashable, Sendable {
  /// In the learner's own terms: the words of a choice, or the number as typed.
  public let text: String
  /// Nil for "not sure" and for questions that only ask for a guess.
  public let isRight: Bool?
  /// What the lesson says to it.
  public let feedback: String

  /// An answer that was given before.
  public init(text: String, isRight: Bool?, feedback: String) {
    self.text = text
    self.isRight = isRight
    self.feedback = feedback
  }
}

extension Question {
  /// Judges a choice by its index; nil stands for "not sure".
  ///
  /// The workspace is as the page leaves it.
  public func judgement(choice: Int?, on workspace: Workspace) -> Answer {
    guard case .choice(let choices, let answer) = kind, let choice, choices.indices.contains(choice)
    else {
      return Answer(text: "not sure", isRight: nil, feedback: because.plainText(on: workspace))
    }
    return Answer(
      text: choices[choice].plainText(on: workspace), isRight: choice == answer,
      feedback: feedback(isRight: choice == answer, on: workspace) { $0 == .choice(choice) })
  }

  /// Judges what was typed; nil when a number is asked for and this is none.
  ///
  /// The workspace is as the page leaves it.
  public func judgement(typed text: String, on workspace: Workspace) -> Answer? {
    guard case .number(let answer) = kind else {
      return Answer(text: text, isRight: nil, feedback: because.plainText(on: workspace))
    }
    guard let value = Self.number(text) else { return nil }
    let isRight =
      expectedNumber(answer, on: workspace).map { abs(value - $0) <= answer.tolerance } ?? false
    let words = feedback(isRight: isRight, on: workspace) { match in
      guard case .number(let known, let tolerance) = match else { return false }
      return abs(value - known) <= tolerance
    }
    return Answer(text: text, isRight: isRight, feedback: words)
  }

  /// The right number; nil when the workspace cannot tell it.
  func expectedNumber(_ answer: NumberAnswer, on workspace: Workspace) -> Double? {
    switch answer.value {
    case .number(let value): return value
    case .reading(let reading):
      return workspaceAtAnswer(workspace).flatMap { reading.value(on: $0) }
    }
  }

  /// The workspace after what must happen before the answer is known.
  func workspaceAtAnswer(_ workspace: Workspace) -> Workspace? {
    guard let after else { return workspace }
    var workspace = workspace
    do { try workspace.go(after, at: position) } catch { return nil }
    return workspace
  }

  /// A number as people type it: a comma or a point, and any kind of minus.
  static func number(_ text: String) -> Double? {
    let plain = text.filter { $0 != " " }.map { $0 == "," ? "." : $0 == "−" ? "-" : $0 }
    guard plain.allSatisfy({ "0123456789.+-eE".contains($0) }) else { return nil }
    return Double(String(plain)).flatMap { $0.isFinite ? $0 : nil }
  }

  private func feedback(
    isRight: Bool, on workspace: Workspace, matching isMatch: (Feedback.Match) -> Bool
  ) -> String {
    let known = isRight ? nil : wrong.first { isMatch($0.match) }
    let texts = [known?.text, because].compactMap { $0?.plainText(on: workspace) }
    return texts.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
