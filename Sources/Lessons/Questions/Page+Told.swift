import NeuralNetwork
import Workbench

extension Page {
  /// The quantities that its text tells before its question is answered.
  public var told: [Quantity] {
    let texts = blocks.flatMap { block -> [InlineText] in
      if case .question(let question) = block { [question.prompt] } else { block.texts }
    }
    return texts.flatMap(\.templates).compactMap(\.reading.quantity)
  }
}
