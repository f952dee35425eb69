import NeuralNetwork

/// Which sample the pictures of one sample show.
extension Model {
  /// The parameter that chain rule and cost speak of: the selected one, or the first.
  var chainParameter: ParameterIndex {
    look.selected.flatMap { run.network.contains($0) ? $0 : nil }
      ?? .weight(layer: 1, unit: 1, input: 1)
  }

  /// The sample of the data set, from 0, that the network shows while batches come and go: the learner's choice, or a
  /// telling one.
  var pinnedSample: Int {
    guard let sample = look.sample, sample < run.dataset.count else {
      return run.dataset.representativeSample
    }
    return sample
  }

  /// What a title says of it; nothing where there is only one.
  var pinnedTitle: String { run.dataset.count > 1 ? ", sample \(pinnedSample + 1)" : "" }

  /// The row of the shown step's batch that the chain rule speaks of: the pinned sample's, or a telling one without it.
  var shownSample: Int {
    shownStep.row(of: pinnedSample) ?? shownStep.inputs.representativeRow
  }

  /// The shown sample's number in the data set, from 1.
  var shownSampleNumber: Int { shownStep.sampleIndices[shownSample] + 1 }

  /// What a title says of it, and why it is another than the pinned one; nothing where there is only one.
  var sampleTitle: String {
    guard shownStep.inputs.rows > 1 else { return "" }
    let isPinned = shownStep.row(of: pinnedSample) != nil
    return ", sample \(shownSampleNumber)"
      + (isPinned ? "" : ": \(pinnedSample + 1) is not in the batch")
  }
}

extension TrainingStep {
  /// The row of the batch that holds a sample of the data set (from 0); nil where the batch goes without it.
  func row(of sample: Int) -> Int? {
    // A batch of all samples has most of them at their own place.
    let indices = sampleIndices
    if indices.indices.contains(sample), indices[sample] == sample { return sample }
    return indices.firstIndex(of: sample)
  }
}

extension Dataset {
  /// The sample that says most about a network.
  var representativeSample: Int { inputs.representativeRow }
}

extension Matrix {
  /// Of the first rows the one with the fewest zeros, since a factor 0 hides all others.
  var representativeRow: Int {
    var best = (row: 0, zeros: Int.max)
    for row in 0..<min(rows, 64) {
      let zeros = self.row(row).count { $0 == 0 }
      if zeros < best.zeros { best = (row, zeros) }
      if zeros == 0 { break }
    }
    return best.row
  }
}
