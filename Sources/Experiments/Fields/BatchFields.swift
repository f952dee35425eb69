import NeuralNetwork

extension ExperimentField {
  static let batchSize = ExperimentField(
    "batch_size", .either([.choice(["full"]), .integer(1...Limits.dataValues)]),
    summary: "samples an update uses",
    help:
      "The samples of each update, drawn without repetition until all have been used; `full` is all of them",
    usual: "full", examples: ["8", "full"], parts: [.batches],
    excludes: ["batches": "'batches' writes every batch out"],
    isLive: true,
    read: { value, reading in
      if let word = value.scalarText, ["full", "all"].contains(word.lowercased()) {
        return reading.experiment.batches = .full
      }
      if let size = value.integer(1...Limits.dataValues, "'full' or a batch size") {
        reading.experiment.batches = .size(size, isShuffled: reading.isShuffled)
      }
    },
    write: { if case .size(let size, _) = $0.batches { YAMLNode(size) } else { nil } },
    reset: { $0.batches = .full },
    value: { recipe in
      switch recipe.batches {
      case .full: "full"
      case .size(let size, _): YAMLNode(size)
      case .explicit: nil
      }
    })

  static let shuffle = ExperimentField(
    "shuffle", .flag, summary: "whether each epoch has another order",
    help:
      "`false` takes the samples of mini-batches in their order; otherwise each epoch has another one, drawn from the seed",
    usual: "true", examples: ["false"], parts: [.batches],
    isLive: true,
    read: { value, reading in
      guard let flag = value.flag() else { return }
      if case .size(let size, _) = reading.experiment.batches {
        return reading.experiment.batches = .size(size, isShuffled: flag)
      }
      let reason =
        if case .explicit = reading.experiment.batches {
          "'batches' gives the samples of each update"
        } else { "every update uses all samples; it goes with 'batch_size'" }
      if !reading.isPartial { reading.fields.reject("shuffle", because: reason) }
    },
    write: { if case .size(_, isShuffled: false) = $0.batches { YAMLNode(false) } else { nil } },
    reset: { if case .size(let size, _) = $0.batches { $0.batches = .size(size) } })

  static let batches = ExperimentField(
    "batches", .either([.choice(["full"]), .list(.list(.integer(0...Limits.dataValues)))]),
    summary: "the samples of each update, written out",
    help:
      "The samples of each update written out, counted from 0: `[[0, 1], [2, 3]]`; after the last list comes the first again",
    usual: "full", examples: ["[[0, 1], [2]]"], parts: [.batches],
    isLive: true,
    read: { value, reading in
      if value.scalarText == "full" { return reading.experiment.batches = .full }
      let lists = value.list("'full', or a list of sample indices for each update") { batch in
        batch.list("a list of sample indices") {
          $0.integer(0...Limits.dataValues, "a sample index")
        }
      }
      if let lists { reading.experiment.batches = .explicit(lists) }
    },
    write: { experiment in
      guard case .explicit(let lists) = experiment.batches else { return nil }
      return YAMLNode(lists.map { YAMLNode($0.map { YAMLNode($0) }) })
    },
    reset: { $0.batches = .full })
}

extension ExperimentReading {
  /// Whether mini-batches were shuffled so far.
  fileprivate var isShuffled: Bool {
    if case .size(_, let isShuffled) = experiment.batches { isShuffled } else { true }
  }
}
