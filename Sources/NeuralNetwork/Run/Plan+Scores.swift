extension Plan {
  /// Whether outputs are read as classes under a loss.
  func isClassification(_ loss: Loss) -> Bool {
    let isForClasses = network.layers.last?.activation.isForClasses == true
    return loss.boundary != 0.5
      || (isForClasses && (dataset.classCount != nil || loss.isForClasses))
  }

  /// Whether the outputs are labels, of which a sample may have any number, and not classes, of which it has one.
  func hasLabels(_ loss: Loss) -> Bool {
    isClassification(loss) && dataset.targets.columns > 1 && dataset.classCount == nil
      && network.layers.last?.activation != .softmax
  }

  /// The share of some samples that a network classifies right; nil without classes.
  func accuracy(of network: Network, on data: Dataset, _ loss: Loss) -> Double? {
    isClassification(loss) ? accuracy(of: network.outputs(for: data.inputs), on: data, loss) : nil
  }

  /// How good a network is on some samples, by one pass.
  func scores(of network: Network, on data: Dataset, _ loss: Loss) -> Scores {
    let last = network.outputPass(for: data.inputs)
    return Scores(
      outputs: last.a, loss: network.loss(loss, experiment.classWeights, of: last, data.targets),
      accuracy: accuracy(of: last.a, on: data, loss))
  }

  /// The share of some samples that outputs classify right; nil without classes.
  func accuracy(of outputs: Matrix, on data: Dataset, _ loss: Loss) -> Double? {
    guard isClassification(loss) else { return nil }
    return hasLabels(loss)
      ? Metrics.labelAccuracy(outputs: outputs, targets: data.targets, boundary: loss.boundary)
      : Metrics.accuracy(outputs: outputs, targets: data.targets, boundary: loss.boundary)
  }
}
