/// Something done by hand to the samples that a run learns from while it is under way; they count from 0.
public enum SampleEdit: Hashable, Sendable {
  /// A sample more, behind the others.
  case add(inputs: [Double], targets: [Double])
  /// A sample gets other inputs and targets.
  case replace(Int, inputs: [Double], targets: [Double])
  /// A sample goes.
  case remove(Int)
}

extension SampleEdit {
  /// The samples after it; nil where there is no such sample, none would be left, or the numbers do not fit the others.
  package func applied(to data: Dataset) -> Dataset? {
    switch self {
    case .add(let inputs, let targets):
      data.replacing(data.count..<data.count, (inputs, targets))
    case .replace(let sample, let inputs, let targets):
      data.replacing(sample..<sample + 1, (inputs, targets))
    case .remove(let sample): data.count > 1 ? data.replacing(sample..<sample + 1, nil) : nil
    }
  }
}

extension Dataset {
  /// The samples written out.
  fileprivate var written: DataRecipe {
    .explicit(inputs: inputs.rowsOfNumbers, targets: targets.rowsOfNumbers)
  }

  /// The samples with one in place of some, or with none.
  fileprivate func replacing(
    _ samples: Range<Int>, _ new: (inputs: [Double], targets: [Double])?
  ) -> Dataset? {
    let isFitting = new.map {
      $0.inputs.count == inputs.columns && $0.targets.count == targets.columns
        && ($0.inputs + $0.targets).allSatisfy(\.isFinite)
    }
    guard samples.lowerBound >= 0, samples.upperBound <= count, isFitting != false else {
      return nil
    }
    return Dataset(
      inputs: inputs.replacing(samples, with: new?.inputs ?? []),
      targets: targets.replacing(samples, with: new?.targets ?? []))
  }
}

extension Matrix {
  /// Other numbers in place of some rows.
  fileprivate func replacing(_ rows: Range<Int>, with numbers: [Double]) -> Matrix {
    var elements = elements
    elements.replaceSubrange(
      rows.lowerBound * columns..<rows.upperBound * columns, with: numbers)
    return Matrix(rows: elements.count / columns, columns: columns, elements: elements)
  }
}

extension Experiment {
  /// Why samples cannot be changed while a run is under way, in a few words; nil where they can.
  ///
  /// What is scaled by their figures would be another input for the same weights.
  public var obstacleToSampleEdits: String? {
    scaling == nil && targetScaling == nil ? nil : "they are scaled by their own figures"
  }

  /// The recipe with the samples to learn from changed by hand, which are written out then; those that are kept apart stay.
  /// - Throws: why that cannot be.
  func applying(_ edit: SampleEdit) throws(ExperimentError) -> Experiment {
    if let obstacle = obstacleToSampleEdits {
      throw ExperimentError(.change, "The samples cannot change on the way: \(obstacle).")
    }
    let sets = try withoutGaps.sampleSets()
    guard let training = edit.applied(to: sets.training) else {
      throw ExperimentError(
        .change,
        "There is no such sample, it is the last one, or its numbers do not fit the others.")
    }
    var result = self
    result.data = training.written
    if holdout?.isDrawn == true { result.holdout = sets.heldOut.map { .data($0.written) } }
    if test?.isDrawn == true { result.test = sets.test.map { .data($0.written) } }
    return result
  }
}

extension Holdout {
  /// Whether it is a part of the experiment's samples, and none of its own.
  fileprivate var isDrawn: Bool { if case .data = self { false } else { true } }
}
