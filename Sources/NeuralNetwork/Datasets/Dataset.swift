/// Samples to learn from: one row of inputs and one row of targets each.
public struct Dataset: Hashable, Sendable {
  /// N rows of D numbers.
  public let inputs: Matrix
  /// N rows of K numbers.
  ///
  /// Two classes are one column of 0 and 1; more are one column a class.
  public let targets: Matrix
  /// Where, among the elements of the inputs, no value was given: the mean of a column takes its place, that of the samples
  /// to learn from once these are known.
  public let gaps: [Int]

  /// A data set of given numbers.
  /// - Precondition: as many rows of targets as of inputs.
  public init(inputs: Matrix, targets: Matrix, gaps: [Int] = []) {
    precondition(
      inputs.rows == targets.rows, "\(inputs.rows) inputs but \(targets.rows) targets")
    self.inputs = inputs
    self.targets = targets
    self.gaps = gaps
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

  /// The targets that mark a class, from 0, as the others are marked.
  public func targets(ofClass label: Int) -> [Double] {
    targets.columns == 1 ? [Double(label)] : (0..<targets.columns).map { $0 == label ? 1 : 0 }
  }

  /// The same samples with one column for each of two classes.
  func withTwoColumns() -> Dataset {
    let pairs = targets.elements.flatMap { [1 - $0, $0] }
    return Dataset(
      inputs: inputs, targets: Matrix(rows: count, columns: 2, elements: pairs), gaps: gaps)
  }
}
