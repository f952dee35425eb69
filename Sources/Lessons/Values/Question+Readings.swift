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
