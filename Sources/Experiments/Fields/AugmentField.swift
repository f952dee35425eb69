import NeuralNetwork

extension ExperimentField {
  static let augment = ExperimentField(
    "augment",
    .group([
      .init("noise", .number(.nonNegative), "deviation of normal noise on every input"),
      .init("shift", .integer(0...Limits.unitsPerLayer), "pixels that images move to each side"),
    ]),
    summary: "moves the samples of every batch a little",
    help:
      "`{noise: 0.05, shift: 1}` moves the samples of every batch: each input by normal noise, square images by up to "
      + "one pixel to each side; anew at each update, drawn from the seed, so that going back meets the same again",
    usual: "not at all", examples: ["{noise: 0.1}"], parts: [.augmentation],
    isLive: true,
    read: { value, reading in
      guard let fields = value.fields(of: "'augment'", known: ["noise", "shift"]) else { return }
      if fields.keys.isEmpty { return value.diagnose("'augment' needs 'noise', 'shift' or both.") }
      reading.experiment.augmentation = Augmentation(
        noise: fields["noise"]?.number() ?? 0,
        shift: fields["shift"]?.integer(0...Limits.unitsPerLayer, "a number of pixels") ?? 0)
    },
    write: { experiment in
      experiment.augmentation.map {
        .group([
          ("noise", YAMLNode($0.noise)), ("shift", $0.shift == 0 ? nil : YAMLNode($0.shift)),
        ])
      }
    },
    reset: { $0.augmentation = nil })
}
