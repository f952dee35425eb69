import NeuralNetwork

extension ExperimentField {
  static let seed = ExperimentField(
    "seed", .integer(0...(1 << 53)), summary: "what all draws follow from",
    help:
      "First weights, generated data, the order of samples, dropout: the same seed draws the same again",
    usual: "1", examples: ["7"],
    read: { value, reading in
      if let seed = value.integer(0...(1 << 53), "a seed") {
        reading.experiment.seed = UInt64(seed)
      }
    },
    write: { $0.seed == 1 ? nil : YAMLNode($0.seed) })
}
