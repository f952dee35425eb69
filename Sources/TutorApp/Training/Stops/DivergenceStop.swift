import NeuralNetwork

extension StopRule {
  /// The next update cannot be made.
  static let divergence = StopRule(
    "divergence",
    sentence: { place, run in
      (run.divergence?.sentence ?? place)
        + " Go back with U and try a smaller learning rate, clip, or smaller first weights."
    },
    updatesToLook: { _ in .max }, holds: { run, _ in run.divergence != nil })
}

extension StopRule.Kind {
  static let divergence = StopRule.Kind(word: "divergence") { _, _ throws(CommandProblem) in
    .divergence
  }
}
