import Lessons
import NeuralNetwork
import TerminalCanvas

/// The number that the learner gave last on this page, and what it was taken for: pictures have it beside what is.
///
/// Every picture that draws the quantity marks it in one way: with `?` in the role of guesses, or with a dotted line where
/// it is a height; a picture that has a line of figures says the two numbers there.
struct Guess: Hashable {
  let kind: Quantity.Kind
  /// The sample that is spoken of, from 1 in its batch.
  let sample: Int
  let value: Double
  /// The number that it is; nil while that is not told.
  let right: Double?
  /// Whether it was judged right.
  let isRight: Bool

  /// The same in words, beside the number that is.
  var words: String? { right.map { "you said \(compact(value)) · it is \(compact($0))" } }

  /// The words as figures of a picture.
  var figures: StyledText? { words.map { StyledText($0, Style(.guess, .bold)) } }
}

extension Guess {
  /// Whether it is of an output.
  func isOutput(in run: Run) -> Bool {
    switch kind {
    case .output: true
    case .activation(let layer, _): layer == run.network.depth
    default: false
    }
  }

  /// The row of the data set that it speaks of; nil where the batch has no such sample.
  func row(in run: Run) -> Int? {
    let indices = run.shownStep.sampleIndices
    return indices.indices.contains(sample - 1) ? indices[sample - 1] : nil
  }
}

extension Model {
  /// What the learner committed to; nil before, and where the page asks for no number of a run.
  var guess: Guess? {
    guard let place, let question = place.current.question, let asked = question.guessed,
      let said = place.predictions[place.page]?.last, let value = said.number
    else { return nil }
    let outcome = place.outcomes[place.page]?.answer
    return Guess(
      kind: asked.kind, sample: asked.sample, value: value,
      right: outcome.flatMap { Answer(text: $0, isRight: true).number },
      isRight: said.isRight == true)
  }

  /// The guess where it is of a parameter, or of the sample that the pictures show.
  var guessOfShownSample: Guess? {
    guard let guess else { return nil }
    switch guess.kind {
    case .parameter, .gradient: return guess
    default: return shownHeldOut == nil && guess.row(in: run) == pinnedSample ? guess : nil
    }
  }

  /// Rows of a legend that stand there as long as there is a guess.
  func guessed(_ rows: LegendRow...) -> [LegendRow] { guess == nil ? [] : rows }

  /// The guess where it is of one of these quantities.
  func guess(of kinds: Quantity.Kind...) -> Guess? {
    guess.flatMap { kinds.contains($0.kind) ? $0 : nil }
  }

  /// The loss that the learner took the run to have.
  var guessedLoss: Double? {
    (guess(of: .loss, .dataLoss, .batchLoss) ?? (showsHeldOut ? guess(of: .heldOutLoss) : nil))?
      .value
  }

  /// The update that the learner took something to happen at.
  var guessedUpdate: Mark? {
    guess(of: .update).map { Mark(x: $0.value, "?", style: .guess) }
  }
}

extension PlotMark {
  /// Where the learner took something to be.
  static let guess = PlotMark("?", Style(.guess, .bold))
}

extension Series {
  /// The height that the learner took something to have, all over an axis.
  static func guess(_ value: Double, over x: Axis, name: String = "") -> Series {
    Series(
      name, [x.lower, x.upper].map { Bucket(x: $0, y: value) }, style: .guess, pattern: .dotted)
  }
}

extension LegendRow {
  /// The sign of a guess.
  static let guess = LegendRow(.guess, "where you took it to be")
  /// That of a height, or of a line.
  static let guessedLine = LegendRow(StyledText("· ·", .guess), "what you took it for")
}
