import NeuralNetwork

/// What a network takes samples for that have classes: those held out, or where there are none those it learns from.
public struct Guesses: Hashable, Sendable {
  /// Which samples.
  public let samples: SampleSet
  /// What the network makes of them: a row a sample.
  public let outputs: Matrix
  /// The class of each sample, from 0.
  public let truths: [Int]
  /// The class that the network takes each for.
  public let guesses: [Int]
  /// How often a sample of class i (row) was taken for class j (column).
  public let confusion: Matrix
  /// The inputs, as the network gets them: a row a sample.
  public let inputs: Matrix

  /// Nil where targets mark no classes.
  init?(_ run: Run) {
    let samples: SampleSet = run.heldOut == nil ? .training : .heldOut
    guard let data = run.data(of: samples), let truths = data.labels, !run.hasLabels,
      run.network.outputCount == data.targets.columns
    else { return nil }
    self.init(
      samples, data, truths, run.network.outputs(for: data.inputs), boundary: run.loss.boundary)
  }

  /// What outputs, a row a sample, say of samples with classes.
  init(
    _ samples: SampleSet, _ data: Dataset, _ truths: [Int], _ outputs: Matrix, boundary: Double
  ) {
    (self.samples, self.truths, self.outputs) = (samples, truths, outputs)
    inputs = data.inputs
    guesses = Self.classes(outputs, boundary: boundary)
    confusion = Metrics.confusion(outputs: outputs, targets: data.targets, boundary: boundary)
  }

  /// The class that each row of outputs stands for: by the side of a boundary that its only number is on, or by the
  /// largest of several.
  static func classes(_ outputs: Matrix, boundary: Double) -> [Int] {
    (0..<outputs.rows).map { row in
      outputs.columns == 1 ? (outputs[row, 0] > boundary ? 1 : 0) : outputs.group(of: row)
    }
  }

  /// The rows of samples that are taken for another class than theirs.
  public var mistakes: [Int] { truths.indices.filter { truths[$0] != guesses[$0] } }

  /// The share of a class's samples that are recognized; nil where it has none.
  func recall(of group: Int) -> Double? {
    let sum = confusion.row(group).reduce(0, +)
    return sum > 0 ? confusion[group, group] / sum : nil
  }

  /// What a title calls the samples.
  var name: String { samples == .heldOut ? "held out" : "training" }
}
