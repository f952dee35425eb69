import NeuralNetwork
import TerminalCanvas

/// What a network takes samples for that have classes: those held out, or where there are none those it learns from.
public struct Guesses: Hashable, Sendable {
  /// Which samples.
  public let samples: SampleSet
  /// What the network makes of them: a row a sample.
  public let outputs: Matrix
  /// The class of each sample, from 0.
  public let truths: [Int]
  /// The classes that the network takes each for: one, or all whose outputs tie.
  public let guesses: [[Int]]
  /// How often a sample of class i (row) was taken for class j (column).
  public let confusion: Matrix
  /// The inputs, as the network gets them: a row a sample.
  public let inputs: Matrix
  /// Whether outputs are shares of certainty, 0...1; those of other output layers are any numbers.
  public let hasShares: Bool

  /// Nil where targets mark no classes.
  init?(_ run: Run) {
    self.init(run, training: run.scores(on: .training), heldOut: run.scores(on: .heldOut))
  }

  /// The same of scores that are known.
  init?(_ run: Run, training: Scores?, heldOut: Scores?) {
    let samples: SampleSet = heldOut == nil ? .training : .heldOut
    guard let scores = heldOut ?? training, let data = run.data(of: samples),
      let truths = data.labels, !run.hasLabels, run.network.outputCount == data.targets.columns
    else { return nil }
    self.init(
      samples, data, truths, scores.outputs, boundary: run.loss.boundary,
      hasShares: run.hasShares)
  }

  /// What outputs, a row a sample, say of samples with classes.
  init(
    _ samples: SampleSet, _ data: Dataset, _ truths: [Int], _ outputs: Matrix, boundary: Double,
    hasShares: Bool = true
  ) {
    (self.samples, self.truths, self.outputs) = (samples, truths, outputs)
    self.hasShares = hasShares
    inputs = data.inputs
    guesses = Self.classes(outputs, boundary: boundary)
    confusion = Metrics.confusion(outputs: outputs, targets: data.targets, boundary: boundary)
  }

  /// The classes that each row of outputs stands for, as accuracy and confusion count them.
  static func classes(_ outputs: Matrix, boundary: Double) -> [[Int]] {
    (0..<outputs.rows).map { Metrics.guesses(outputs.row($0), boundary) }
  }

  /// The rows of samples that are taken for another class than theirs; a tie is no answer, though theirs is among it.
  public var mistakes: [Int] { truths.indices.filter { guesses[$0] != [truths[$0]] } }

  /// Whether some samples are taken for several classes alike: each counts as its share of them.
  var hasTies: Bool { guesses.contains { $0.count > 1 } }

  /// How many samples are mistakes, and how many of these are ties.
  var mistakeCount: String {
    let ties = mistakes.count { guesses[$0].count > 1 }
    let isAll = ties == mistakes.count
    return "\(mistakes.count) of \(truths.count)"
      + (ties == 0 ? "" : isAll ? " (ties)" : " (\(ties) of them ties)")
  }

  /// How many classes there are.
  var classCount: Int { confusion.rows }

  /// What the network says of a class (from 0) for a sample: of two classes that share one output, the second has it and
  /// the first what is left of 1; nil where that output is no share.
  func output(of group: Int, row: Int) -> Double? {
    guard outputs.columns == 1 else { return outputs[row, group] }
    guard hasShares else { return nil }
    return group == 1 ? outputs[row, 0] : 1 - outputs[row, 0]
  }

  /// The same in words: percent of a share, else the number.
  func text(of group: Int, row: Int) -> String {
    guard let output = output(of: group, row: row) else {
      return outputs[row, 0].fitted(width: 6, decimals: 2)
    }
    return hasShares ? percent(output) : output.fitted(width: 6, decimals: 2)
  }

  /// The share of a class's samples that are recognized; nil where it has none.
  func recall(of group: Int) -> Double? {
    let sum = confusion.row(group).reduce(0, +)
    return sum > 0 ? confusion[group, group] / sum : nil
  }

  /// What a title calls the samples.
  var name: String { samples == .heldOut ? "held out" : "training" }
}
