import NeuralNetwork

extension ExperimentField {
  static let classWeights = ExperimentField(
    "class_weights", .list(.number(.positive)), summary: "how much each class counts",
    help:
      "What the loss of a sample of each class is multiplied by, so that a rare class counts as much as others: `[1, 5]`",
    usual: "equal", examples: ["[1, 5]"], parts: [.loss], isLive: true,
    read: { value, reading in
      if let weights = value.numbers("a list of numbers, one a class") {
        reading.experiment.classWeights = weights
      }
    },
    write: { $0.classWeights.map { YAMLNode($0) } },
    reset: { $0.classWeights = nil },
    canBeChosen: true)
}
