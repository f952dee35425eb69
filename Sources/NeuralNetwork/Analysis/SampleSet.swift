/// The samples that a figure is about.
public enum SampleSet: Hashable, Sendable {
  /// Those that a run learns from.
  case training
  /// Those that are kept apart to decide by.
  case heldOut
  /// Those that nothing is decided by.
  case test
}

extension Run {
  /// How often a sample of class i (row) was taken for class j (column); nil without such samples or without classes.
  public func confusion(on samples: SampleSet) -> Matrix? {
    data(of: samples).flatMap { confusion(outputs: network.outputs(for: $0.inputs), of: $0) }
  }

  /// The same of outputs that are known; nil without classes.
  public func confusion(outputs: Matrix, of data: Dataset) -> Matrix? {
    guard isClassification, !hasLabels else { return nil }
    return Metrics.confusion(outputs: outputs, targets: data.targets, boundary: loss.boundary)
  }

  /// R²; nil without such samples, for classes, and for targets that do not vary.
  func rSquared(on samples: SampleSet) -> Double? {
    guard !isClassification, let data = data(of: samples) else { return nil }
    return Metrics.rSquared(outputs: network.outputs(for: data.inputs), targets: data.targets)
  }

  /// The root mean square error in the targets' own unit; nil without such samples and for classes.
  func rootMeanSquareError(on samples: SampleSet) -> Double? {
    guard !isClassification, let data = data(of: samples) else { return nil }
    return Metrics.rootMeanSquareError(
      outputs: outputs(of: network, on: data), targets: targets(of: data))
  }

  /// The samples of a set; nil when there are none.
  public func data(of samples: SampleSet) -> Dataset? {
    switch samples {
    case .training: dataset
    case .heldOut: heldOut
    case .test: test
    }
  }
}
