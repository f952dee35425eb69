import Lessons
import NeuralNetwork
import TerminalCanvas

/// The number that the learner gave last on this page, and what it was taken for: pictures have it beside what is.
struct Guess: Hashable {
  let kind: Quantity.Kind
  let value: Double
  /// Whether the answer is told.
  let isSettled: Bool

  /// The same in words, beside the number that is; nil while that is not told.
  func words(beside number: Double) -> String? {
    isSettled ? "you said \(compact(value)) · it is \(compact(number))" : nil
  }
}

extension Model {
  /// What the learner committed to; nil before, and where the page asks for no number of a run.
  private var committed: Guess? {
    guard let place, let kind = place.current.question?.asked.first?.kind,
      let said = place.predictions[place.page]?.last, said.curve == nil, let value = said.number
    else { return nil }
    return Guess(kind: kind, value: value, isSettled: place.isSettled(place.page))
  }

  /// The guess where it is of one of these quantities.
  func guess(of kinds: Quantity.Kind...) -> Guess? {
    guard let committed, kinds.contains(committed.kind) else { return nil }
    return committed
  }

  /// The loss that the learner took the run to have.
  var guessedLoss: Double? { guess(of: .loss, .dataLoss, .batchLoss)?.value }
}

extension PlotMark {
  /// Where the learner took something to be.
  static let guess = PlotMark("?", Style(.guess, .bold))
}
