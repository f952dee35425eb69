import Experiments
import NeuralNetwork
import Workbench

/// A number, which may be a quantity of the run.
public struct NumberQuestion: QuestionKind {
  /// The right number.
  public let value: Term.Side
  /// How far off an answer may be.
  public let tolerance: Double

  /// The number, or the name of the quantity, and its tolerance.
  public var form: [String] {
    switch value {
    case .number(let number): ["number", "\(tolerance)", "\(number)"]
    case .reading(let reading): ["number", "\(tolerance)", reading.text]
    }
  }

  /// Unless it is a quantity.
  public var isWrittenNumber: Bool { if case .number = value { true } else { false } }

  /// It must be a number.
  public func objection(toWrong answer: String) -> String? {
    Literal.tolerance(of: answer) == nil
      ? "Expected a number as the wrong answer, but found '\(answer)'." : nil
  }

  /// The run must have the quantity by then.
  public func problems(of question: Question, before: Workspace, after: Workspace) -> [String] {
    guard case .reading(let reading) = value, reading.value(on: after) == nil else { return [] }
    return [reading.absence(on: after)]
  }
}

// What is right.

extension NumberQuestion {
  /// Right within the tolerance; what is near a known mistake is told so.
  public func judgment(of text: String, to question: Question, on workspace: Workspace) -> Answer? {
    let values = TypedNumber.readings(of: text)
    guard let first = values.first else { return nil }
    guard let situation = Situation(of: self, in: question, on: workspace) else {
      return Answer(text: text, isRight: false)
    }
    if values.contains(where: situation.isRight) { return Answer(text: text, isRight: true) }
    let known = question.wrong.compactMap { feedback in
      Self.distance(of: first, typed: text, from: feedback.answer, situation.expected)
        .map { (distance: $0, text: feedback.text) }
    }
    let remark =
      known.min { $0.distance < $1.distance }?.text.plainText(on: workspace)
      ?? Mistake.all.lazy.compactMap { $0.remark(first, situation) }.first
    return Answer(text: text, isRight: false, remark: remark ?? "")
  }

  /// How far a number is from a known one; nil where neither would be rounded to the other.
  private static func distance(
    of value: Double, typed text: String, from known: String, _ right: Double
  ) -> Double? {
    guard let number = YAMLValue.number(known), let tolerance = Literal.tolerance(of: known) else {
      return nil
    }
    // The right number with fewer digits is meant by nothing but itself.
    guard abs(right - number) > tolerance else { return value == number ? 0 : nil }
    let distance = abs(value - number)
    let rounding = TypedNumber.rounding(of: text)
    let isRounded = distance <= rounding && abs(right - value) > rounding
    return distance <= tolerance || isRounded ? distance : nil
  }

  /// With the digits that such numbers have everywhere.
  public func rightAnswer(to question: Question, on workspace: Workspace) -> String? {
    let number: Double? =
      switch value {
      case .number(let value): value
      case .reading(let reading):
        question.workspaceAtAnswer(workspace).flatMap { reading.value(on: $0) }
      }
    return number.map(NumberFormat.automatic.text)
  }

  /// The tolerance.
  public var leeway: String { " ± \(NumberFormat.automatic.text(tolerance))" }

  /// What gives the number, and what proves it.
  public func asked(by question: Question) -> [Quantity] {
    guard case .reading(let reading) = value else { return question.proving }
    return (reading.quantity.map { [$0] } ?? []) + question.proving
  }

  /// What gives the number, or proves it.
  public func guessed(by question: Question) -> Quantity? {
    switch value {
    case .reading(let reading): reading.quantity
    case .number(let value): question.proved(value)
    }
  }
}

// In words.

extension NumberQuestion {
  /// Every digit begins one.
  public var invitation: String { "type a number" }

  /// A number.
  public func plainInvitation(pass: String) -> String {
    "Type a number and Enter; \(pass) tells the answer without a guess."
  }

  /// It must be one that stands in numbers.
  public func objection(to character: Character) -> String? {
    TypedNumber.takes(character) ? nil : "'\(character)' is not part of a number"
  }

  /// What reads like a number.
  public func isMeant(by line: String, isWord: Bool) -> Bool { TypedNumber.begins(line) }

  /// That it is no number.
  public func refusal(of typed: String) -> String { TypedNumber.refusal(of: typed) }
}

extension QuestionForm {
  static let number = QuestionForm(
    key: "answer",
    fields: [.init("tolerance", .number(.nonNegative), "how far off a number may be")],
    help: "a number or a quantity as `answer`, with its `tolerance`",
    read: { fields, context in NumberQuestion(fields, context) })
}

extension NumberQuestion {
  /// Reads `answer` and `tolerance`; nil after complaints.
  init?(_ fields: YAMLFields, _ context: LessonContext) {
    guard let answer = fields["answer"], let text = answer.text(of: "a number or a quantity")
    else { return nil }
    let side = ConditionParser(context: context, position: answer.position).side(text)
    guard let side, let tolerance = Self.tolerance(fields, of: text, answer) else { return nil }
    self.init(value: side, tolerance: tolerance)
  }

  private static func tolerance(
    _ fields: YAMLFields, of text: String, _ answer: YAMLValue
  ) -> Double? {
    if let value = fields["tolerance"] { return value.tolerance() }
    if let tolerance = Literal.tolerance(of: text) { return tolerance }
    guard !fields.isMisspelled("tolerance") else { return nil }
    return answer.reject("An answer that is a quantity needs 'tolerance'.")
  }
}
