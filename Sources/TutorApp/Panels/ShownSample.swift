import NeuralNetwork

/// Which sample the pictures of one sample show.
extension Model {
  /// The parameter that chain rule and cost speak of: the selected one, or the first.
  var chainParameter: ParameterIndex {
    look.selected.flatMap { run.network.contains($0) ? $0 : nil }
      ?? .weight(layer: 1, unit: 1, input: 1)
  }

  /// The sample of the data set, from 0, that the network shows: the learner's choice, the one that the shown step learns from
  /// by itself, or a telling one while batches come and go.
  var pinnedSample: Int {
    if let sample = look.sample, sample < run.dataset.count { return sample }
    let step = shownStep
    return step.sampleCount == 1 ? step.sampleIndices[0] : run.dataset.representativeSample
  }

  /// The sample of those held out, from 0, that is shown in its place: the mistake that the learner has chosen.
  var shownHeldOut: Int? {
    guard let guesses = summary.guesses, guesses.samples == .heldOut, let row = look.guess,
      guesses.truths.indices.contains(row)
    else { return nil }
    return row
  }

  /// The samples that the shown one is among, and its row there.
  var shownPlace: (data: Dataset, row: Int) {
    guard let row = shownHeldOut, let data = run.heldOut else { return (run.dataset, pinnedSample) }
    return (data, row)
  }

  /// The row of the shown sample among those that the network is judged by; nil where nobody has chosen one of them.
  var chosenGuess: Int? {
    guard summary.guesses?.samples == .training else { return shownHeldOut }
    return look.sample.flatMap { run.dataset.inputs.rows > $0 ? $0 : nil }
  }

  /// What the shown sample is called.
  var shownName: String {
    shownHeldOut.map { "held-out sample \($0 + 1)" } ?? "sample \(pinnedSample + 1)"
  }

  /// What a title says of the shown sample; nothing where there is only one.
  var shownTitle: String { shownHeldOut == nil ? pinnedTitle : ", \(shownName)" }

  /// What a title says of the pinned one.
  var pinnedTitle: String { run.dataset.count > 1 ? ", sample \(pinnedSample + 1)" : "" }
}

extension Run {
  /// What panels call the loss of the step: the mean over several samples is another number than that of one of them.
  var lossName: String { step.sampleCount > 1 ? "mean E" : "E" }
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
