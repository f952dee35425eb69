/// Samples to learn from: one row of inputs and one row of targets each.
public struct Dataset: Hashable, Sendable {
  /// The data sets that have a name.
  public enum Name: String, CaseIterable, Hashable, Sendable {
    /// y = slope x + intercept for x in ±1; by itself y = 2 x.
    case line
    /// y = sin(π x) for x in ±1.
    case sine
    /// 1 where both inputs are 1.
    case and
    /// 1 where at least one input is 1.
    case or
    /// 1 where exactly one input is 1.
    case xor
    /// Clouds around points on a circle, one a class.
    case blobs
    /// One ring inside another.
    case circles
    /// Two half rings that reach into each other.
    case moons
    /// Arms wound round the middle, one a class.
    case spirals
    /// Handwritten digits of 8 by 8 pixels, to be handed over as explicit data.
    case digits
    /// Three kinds of insects by height and weight, to be handed over as explicit data.
    case insects
  }

  /// N rows of D numbers.
  public let inputs: Matrix
  /// N rows of K numbers.
  ///
  /// Two classes are one column of 0 and 1; more are one column a class.
  public let targets: Matrix

  /// A data set of given numbers.
  /// - Precondition: as many rows of targets as of inputs.
  public init(inputs: Matrix, targets: Matrix) {
    precondition(
      inputs.rows == targets.rows, "\(inputs.rows) inputs but \(targets.rows) targets")
    self.inputs = inputs
    self.targets = targets
  }

  /// The number of samples.
  public var count: Int { inputs.rows }

  /// The number of classes when every target is 0 or 1 and marks a class; nil otherwise.
  public var classCount: Int? {
    guard targets.elements.allSatisfy({ $0 == 0 || $0 == 1 }) else { return nil }
    if targets.columns == 1 { return 2 }
    let marksOne = (0..<count).allSatisfy { targets.row($0).reduce(0, +) == 1 }
    return marksOne ? targets.columns : nil
  }

  /// The class of each sample, from 0, when the targets mark classes.
  public var labels: [Int]? {
    guard classCount != nil else { return nil }
    return (0..<count).map { row in
      targets.columns == 1 ? Int(targets[row, 0]) : Metrics.largest(targets.row(row))
    }
  }

  /// The same samples with one column for each of two classes.
  func withTwoColumns() -> Dataset {
    let pairs = targets.elements.flatMap { [1 - $0, $0] }
    return Dataset(inputs: inputs, targets: Matrix(rows: count, columns: 2, elements: pairs))
  }
}

/// What may be asked of a named data set; nil leaves the set's own value.
public struct DatasetOptions: Hashable, Sendable {
  /// How many samples; ignored by the truth tables.
  public var samples: Int?
  /// Deviation of the normal noise: on the target of line and sine, on both inputs of the others.
  public var noise: Double?
  /// Blobs and spirals: how many classes.
  public var classes: Int?
  /// Line: its slope.
  public var slope: Double?
  /// Line: its height at 0.
  public var intercept: Double?
  /// Spirals: how often an arm goes round.
  public var turns: Double?

  /// Options, all left alone unless given.
  public init(
    samples: Int? = nil, noise: Double? = nil, classes: Int? = nil, slope: Double? = nil,
    intercept: Double? = nil, turns: Double? = nil
  ) {
    self.samples = samples
    self.noise = noise
    self.classes = classes
    self.slope = slope
    self.intercept = intercept
    self.turns = turns
  }
}
