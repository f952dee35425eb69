/// The perceptron rule over the samples of a data set, in their order, one epoch after the other.
///
/// It always ends. If weights exist that classify all samples right, some epoch makes no mistake (the convergence theorem,
/// Novikoff 1962). If not, the weights stay within bounds (the cycling theorem, Minsky and Papert 1969); as whole numbers
/// they must then come back to where they were, and from there everything repeats.
public struct PerceptronTraining: Hashable, Sendable {
  /// How the training ended.
  public enum Outcome: Hashable, Sendable {
    /// The last epoch made no mistake.
    case separated
    /// The weights are those after an earlier epoch: no weights classify all samples right.
    case repeats(epoch: Int)
    /// The next epoch might need numbers of more than 64 bits.
    case outgrown
  }

  /// The largest input, by magnitude.
  public static let largestInput = 100_000

  /// The unit after the epochs so far.
  public private(set) var perceptron: Perceptron
  /// How many epochs were made.
  public private(set) var epoch = 0
  /// How many samples the last epoch got wrong: each moved the weights.
  public private(set) var mistakes = 0
  /// How often the weights were moved so far.
  public private(set) var updates = 0
  /// How it ended; nil while it goes on.
  public private(set) var outcome: Outcome?

  private let samples: [[Int]]
  private let targets: [Int]
  /// As long as there are no more updates than this, z fits into 64 bits.
  var mostUpdates: Int
  /// The unit after epoch 0, 1, 2, 4, 8 …, the last of these; a later one that is equal closes a cycle (Brent 1980).
  private var landmark: Perceptron
  private var landmarkEpoch = 0

  /// The beginning: all weights are 0.
  /// - Throws: an `ExperimentError` about data that are not whole numbers, or not one output of two classes.
  public init(_ data: Dataset) throws(ExperimentError) {
    guard data.targets.columns == 1 else {
      throw ExperimentError(
        .data,
        "The perceptron rule trains one unit, but each target has \(data.targets.columns) numbers: "
          + "give it one of 0 or 1.")
    }
    samples = try (0..<data.count).map { row throws(ExperimentError) in
      try data.inputs.row(row).map(Self.input)
    }
    targets = try data.targets.elements.map(Self.target)
    perceptron = Perceptron(inputCount: data.inputs.columns)
    landmark = perceptron
    let largest = samples.joined().map(abs).max() ?? 0
    // Each update adds at most the largest input to a weight and 1 to the bias.
    mostUpdates = Int.max / (data.inputs.columns * largest * largest + 1)
  }

  private static func input(_ value: Double) throws(ExperimentError) -> Int {
    guard let whole = Int(exactly: value), whole.magnitude <= largestInput else {
      throw ExperimentError(
        .data,
        "The perceptron rule counts in whole numbers up to \(largestInput), but an input is \(value): "
          + "round the inputs, and leave scaling out.")
    }
    return whole
  }

  private static func target(_ value: Double) throws(ExperimentError) -> Int {
    guard value == 0 || value == 1 else {
      throw ExperimentError(
        .data, "The perceptron rule needs targets of 0 or 1, but one is \(value).")
    }
    return Int(value)
  }

  /// Makes one more epoch, unless the training has ended.
  public mutating func trainEpoch() {
    guard outcome == nil else { return }
    guard updates <= mostUpdates - samples.count else { return outcome = .outgrown }
    mistakes = 0
    for (inputs, target) in zip(samples, targets) where perceptron.learn(inputs, target: target) {
      mistakes += 1
    }
    epoch += 1
    updates += mistakes
    if mistakes == 0 { outcome = .separated } else { lookForCycle() }
  }

  private mutating func lookForCycle() {
    if perceptron == landmark { return outcome = .repeats(epoch: landmarkEpoch) }
    // A power of two has one bit.
    if epoch.nonzeroBitCount == 1 { (landmark, landmarkEpoch) = (perceptron, epoch) }
  }

  /// How it ended, in words; nil while it goes on.
  public var sentence: String? {
    switch outcome {
    case nil: nil
    case .separated: "Epoch \(epoch) makes no mistake: these weights separate the classes."
    case .repeats(let earlier):
      "After epoch \(epoch) the weights are those after epoch \(earlier): from here everything repeats, and no weights "
        + "separate the classes."
    case .outgrown: "After epoch \(epoch) the numbers may outgrow 64 bits: use smaller inputs."
    }
  }
}
