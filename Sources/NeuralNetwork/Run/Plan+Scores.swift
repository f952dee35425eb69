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
    isClassification(loss) ? accuracy(network.outputs(for: data.inputs), data, loss) : nil
  }

  /// Loss and accuracy of a network on some samples, by one pass.
  func scores(
    of network: Network, on data: Dataset, _ loss: Loss
  ) -> (loss: Double, accuracy: Double?) {
    guard let last = network.passes(for: data.inputs).last else { return (0, nil) }
    let value = network.loss(loss, experiment.classWeights, of: last, data.targets)
    return (value, isClassification(loss) ? accuracy(last.a, data, loss) : nil)
  }

  private func accuracy(_ outputs: Matrix, _ data: Dataset, _ loss: Loss) -> Double {
    hasLabels(loss)
      ? Metrics.labelAccuracy(outputs: outputs, targets: data.targets, boundary: loss.boundary)
      : Metrics.accuracy(outputs: outputs, targets: data.targets, boundary: loss.boundary)
  }
}
