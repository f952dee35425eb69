import Lessons
import NeuralNetwork
import Workbench

extension Model {
  /// The number that the learner gave last where this page asks for a loss; nil before, and on other pages.
  var guessedLoss: Double? {
    guard let place, let question = place.current.question, question.isAboutLoss else { return nil }
    return place.predictions[place.page]?.last
      .flatMap { $0.text.split(separator: " ").last }.flatMap { Double($0) }
  }
}

extension Question {
  /// Whether the number it asks for is a run's loss: by its answer, or by what proves it; of a choice that ends in one, too.
  fileprivate var isAboutLoss: Bool {
    if case .number(let answer) = kind, case .reading(let reading) = answer.value {
      return reading.isLoss
    }
    return proof?.terms.first?.left.isLoss ?? false
  }
}

extension QuantityReference {
  fileprivate var isLoss: Bool {
    guard case .quantity(let quantity) = source else { return false }
    return [.loss, .dataLoss, .batchLoss].contains(quantity.kind)
  }
}
