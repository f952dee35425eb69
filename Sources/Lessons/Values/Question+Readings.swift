import NeuralNetwork
import Workbench

extension Question {
  /// The quantities that it asks for: what gives its answer, and what proves it.
  public var asked: [Quantity] {
    if case .curve(let answer) = kind { return [answer.quantity] }
    var readings: [QuantityReference] = []
    if case .number(let answer) = kind, case .reading(let reading) = answer.value {
      readings = [reading]
    }
    return (readings + (proof?.terms.flatMap(\.readings) ?? [])).compactMap(\.quantity)
  }

  /// Whether an update, or more of them, lies between the question and its answer.
  public var awaitsUpdates: Bool {
    guard let after else { return false }
    switch after {
    case .phase, .allForward, .allBackward, .ahead(_, .phase), .back: return false
    default: return true
    }
  }
}

extension Page {
  /// The quantities that its text tells before its question is answered.
  public var told: [Quantity] {
    let texts = blocks.flatMap { block -> [InlineText] in
      if case .question(let question) = block { [question.prompt] } else { block.texts }
    }
    return texts.flatMap(\.templates).compactMap(\.reading.quantity)
  }
}

extension Question {
  /// The quantity that an answer is a guess of; nil where a number that is said would be none of it.
  public var guessed: Quantity? {
    switch kind {
    case .free, .curve: nil
    case .choice(let choices, let answer):
      Answer(text: choices[answer].literal, isRight: true).number.flatMap(proved)
    case .number(let answer):
      switch answer.value {
      case .reading(let reading): reading.quantity
      case .number(let value): proved(value)
      }
    }
  }

  /// The quantity that the proof sets against the right number.
  private func proved(_ right: Double) -> Quantity? {
    proof?.terms.lazy.compactMap { term in
      guard case .number(let value) = term.right else { return nil }
      // A choice may be a rounded number.
      return abs(value - right) <= 0.1 * abs(value) ? term.left.quantity : nil
    }.first
  }
}
