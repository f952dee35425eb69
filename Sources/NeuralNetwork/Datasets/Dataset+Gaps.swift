extension Dataset {
  /// Some of the samples, in the given order.
  public func selecting(_ samples: [Int]) -> Dataset {
    Dataset(
      inputs: inputs.selecting(rows: samples), targets: targets.selecting(rows: samples),
      gaps: gaps(in: samples))
  }

  private func gaps(in samples: [Int]) -> [Int] {
    guard !gaps.isEmpty else { return [] }
    let width = inputs.columns
    let columns = Dictionary(grouping: gaps) { $0 / width }.mapValues { $0.map { $0 % width } }
    return samples.enumerated().flatMap { row, sample in
      (columns[sample] ?? []).map { row * width + $0 }
    }
  }

  /// The mean of each column of inputs over the samples that have a value there; nil where none has.
  var means: [Double?] {
    let (missing, width) = (Set(gaps), inputs.columns)
    return (0..<width).map { column in
      let known = (0..<count).filter { !missing.contains($0 * width + column) }
      let sum = known.reduce(0) { $0 + inputs[$1, column] }
      return known.isEmpty ? nil : sum / Double(known.count)
    }
  }

  /// The samples with means where values are missing.
  func filled(with means: [Double?]) -> Dataset {
    guard !gaps.isEmpty else { return self }
    var (inputs, width) = (inputs, inputs.columns)
    for place in gaps {
      if let mean = means[place % width] { inputs[place / width, place % width] = mean }
    }
    return Dataset(inputs: inputs, targets: targets)
  }
}

extension DataRecipe {
  /// The samples with means where values are missing.
  fileprivate func filled(with means: [Double?]) -> DataRecipe {
    if case .samples(let samples) = self { .samples(samples.filled(with: means)) } else { self }
  }

  fileprivate var hasGaps: Bool {
    if case .samples(let samples) = self { !samples.gaps.isEmpty } else { false }
  }
}

extension Experiment {
  /// What takes the place of a missing input, for each column: the mean of the samples to learn from, as others are not to
  /// be known before they are asked about.
  public func fillers() throws(ExperimentError) -> [Double?] {
    var plain = self
    (plain.scaling, plain.targetScaling) = (nil, nil)
    let sets = try plain.sampleSets()
    return sets.means.isEmpty ? sets.training.means : sets.means
  }

  /// The recipe with its gaps filled, as it is when all samples are written out.
  public var withoutGaps: Experiment {
    guard data.hasGaps, let means = try? fillers() else { return self }
    var result = self
    result.data = data.filled(with: means)
    for part in [\Experiment.holdout, \.test] {
      let source = self[keyPath: part]
      if case .data(let recipe) = source {
        result[keyPath: part] = .data(recipe.filled(with: means))
      }
    }
    return result
  }
}
