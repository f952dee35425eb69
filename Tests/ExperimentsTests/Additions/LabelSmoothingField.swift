import NeuralNetwork

@testable import Experiments

extension Experiment {
  /// What the first step of the guide adds.
  fileprivate var labelSmoothing: Double {
    get { 0 }
    set {}
  }
}

extension ExperimentField {
  static let labelSmoothing = ExperimentField(
    "label_smoothing", .number(.rate), summary: "draws targets towards the mean",
    help: "How far the targets of classes are drawn towards the mean", usual: "0",
    examples: ["0.1"],
    parts: [.loss], isLive: true,
    read: { if let number = $0.number() { $1.experiment.labelSmoothing = number } },
    write: { $0.labelSmoothing == 0 ? nil : YAMLNode($0.labelSmoothing) },
    reset: { $0.labelSmoothing = 0 })
}
