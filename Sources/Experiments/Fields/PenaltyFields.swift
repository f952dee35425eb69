import NeuralNetwork

extension ExperimentField {
  static let l1 = ExperimentField(
    "l1", .number(.nonNegative), summary: "penalty on |w|",
    help: "The penalty l1 Σ\\|w\\| on all weights, a part of `loss`; `data_loss` is without it",
    usual: "0",
    examples: ["0.001"], parts: [.penalty],
    isLive: true,
    read: { value, reading in if let number = value.number() { reading.experiment.l1 = number } },
    write: { $0.l1 == 0 ? nil : YAMLNode($0.l1) },
    reset: { $0.l1 = 0 })

  static let l2 = ExperimentField(
    "l2", .number(.nonNegative), summary: "penalty on w²",
    help: "The penalty l2/2 Σw² on all weights, a part of `loss`; `data_loss` is without it",
    usual: "0",
    examples: ["0.001"], parts: [.penalty],
    isLive: true,
    read: { value, reading in if let number = value.number() { reading.experiment.l2 = number } },
    write: { $0.l2 == 0 ? nil : YAMLNode($0.l2) },
    reset: { $0.l2 = 0 })
}
