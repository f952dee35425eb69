import Experiments
import NeuralNetwork
import Workbench

/// Some answers to choose from, one of which is right.
public struct ChoiceQuestion: QuestionKind {
  /// The answers.
  public let choices: [InlineText]
  /// The index of the right one.
  public let answer: Int
  /// The answers as the file has them, by which `wrong` names them.
  let names: [String]

  /// The running text of the answers.
  public var texts: [InlineText] { choices }

  /// How many there are, and which one is right.
  public var form: [String] { ["\(choices.count) choices", "\(answer)"] }

  /// Where the right one is nothing but a number.
  public var isWrittenNumber: Bool { TypedNumber.value(of: choices[answer].literal) != nil }

  /// The wrong ones, as the file has them.
  var wrongNames: [String] {
    names.enumerated().filter { $0.offset != answer }.map(\.element)
  }

  /// It must be one of the choices, and not the right one.
  public func objection(toWrong answer: String) -> String? {
    guard let index = names.firstIndex(of: answer) else {
      let hint = Suggestion.hint(for: answer, among: names)
      return "There is no choice called '\(answer)'.\(hint)"
    }
    return index == self.answer ? "This is the right answer." : nil
  }
}

// What is right.

extension ChoiceQuestion {
  /// Twice where two are left after a miss.
  public var mostTries: Int { choices.count > 2 ? 2 : 1 }

  /// Judges a choice by its index; nil where there is none, as for "not sure".
  public func judgment(
    choice: Int, to question: Question, on workspace: Workspace
  ) -> Answer? {
    guard choices.indices.contains(choice) else { return nil }
    let isRight = choice == answer
    let remark = isRight ? nil : question.remark(on: workspace) { $0 == names[choice] }
    return Answer(
      text: choices[choice].plainText(on: workspace), isRight: isRight, remark: remark ?? "")
  }

  /// Judges a choice by its words.
  public func judgment(of text: String, to question: Question, on workspace: Workspace) -> Answer? {
    choices.firstIndex { $0.plainText(on: workspace) == text }
      .flatMap { judgment(choice: $0, to: question, on: workspace) }
  }

  /// The words of the right one.
  public func rightAnswer(to question: Question, on workspace: Workspace) -> String? {
    choices[answer].plainText(on: workspace)
  }

  /// The same where they hold no number of the run's.
  public var plainAnswer: String? {
    choices[answer].templates.isEmpty ? choices[answer].literal : nil
  }

  /// What proves the number that the right one ends in.
  public func guessed(by question: Question) -> Quantity? {
    Answer(text: choices[answer].literal, isRight: true).number.flatMap(question.proved)
  }
}

// In words.

extension ChoiceQuestion {
  /// Whether a choice begins with a digit, so that a digit would say two things.
  public var hasLetters: Bool { choices.contains { $0.startsWithADigit } }

  /// Numbers, or letters where the choices are numbers themselves.
  public var labels: [String] {
    (0...choices.count).map {
      hasLetters ? String("abcdefghi".dropFirst($0).first ?? "i") : "\($0 + 1)"
    }
  }

  /// From the first label to the last.
  public var invitation: String { "\(labels.first ?? "") to \(labels.last ?? ""), Enter commits" }

  /// All labels.
  public func plainInvitation(pass: String) -> String {
    "Type \(labels.dropLast().joined(separator: ", ")) or \(labels.last ?? "") and Enter; "
      + "\(pass) tells the answer without a guess."
  }
}

extension InlineText {
  /// Whether its first letter or digit is a digit.
  fileprivate var startsWithADigit: Bool {
    literal.first { $0.isLetter || $0.isNumber }?.isNumber ?? false
  }
}

extension QuestionForm {
  /// Choices are called by the digits 1 to 8; one more stands for "not sure".
  private static let mostChoices = 8

  static let choice = QuestionForm(
    key: "choices",
    fields: [.init("choices", .list(.word), "the answers to choose from")],
    help: "`choices` with `answer`",
    read: { fields, context in
      guard let value = fields["choices"], let names = names(value) else { return nil }
      let answer = fields.required("answer", in: "An 'ask' block with choices")
      let name = answer.flatMap { $0.name(among: names, "choice") }
      guard let index = name.flatMap({ names.firstIndex(of: $0) }) else { return nil }
      let parser = InlineParser(context: context, line: value.position.line)
      return ChoiceQuestion(choices: names.map { parser.text($0) }, answer: index, names: names)
    })

  private static func names(_ value: YAMLValue) -> [String]? {
    let names = value.list("a list of choices", atMost: mostChoices) { $0.text(of: "a choice") }
    guard let names else { return nil }
    guard names.count > 1 else { return value.reject("Give two choices or more.") }
    guard Set(names).count == names.count else { return value.reject("A choice is given twice.") }
    return names
  }
}
