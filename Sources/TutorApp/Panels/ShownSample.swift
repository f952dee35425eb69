import NeuralNetwork

extension Model {
  /// The parameter that chain rule and cost speak of: the selected one, or the first.
  var chainParameter: ParameterIndex {
    look.selected.flatMap { run.network.contains($0) ? $0 : nil }
      ?? .weight(layer: 1, unit: 1, input: 1)
  }

  /// The row of the shown step's batch that the pictures of one sample show: the learner's choice, or a telling one.
  var shownSample: Int {
    guard let sample = look.sample, sample < shownStep.inputs.rows else {
      return shownStep.representativeSample
    }
    return sample
  }

  /// The shown sample's number in the data set, from 1.
  var shownSampleNumber: Int { shownStep.sampleIndices[shownSample] + 1 }

  /// What a title says of it; nothing where there is only one.
  var sampleTitle: String { shownStep.inputs.rows > 1 ? ", sample \(shownSampleNumber)" : "" }
}

extension TrainingStep {
  /// The row of the batch that says most about the network.
  ///
  /// Of the first rows it is the one with the fewest zeros among its inputs, since a factor 0 hides all others.
  var representativeSample: Int {
    var best = (row: 0, zeros: Int.max)
    for row in 0..<min(inputs.rows, 64) {
      let zeros = inputs.row(row).count { $0 == 0 }
      if zeros < best.zeros { best = (row, zeros) }
      if zeros == 0 { break }
    }
    return best.row
  }
}
