import NeuralNetwork

extension StopRule {
  /// The next update cannot be made.
  static let divergence = StopRule(
    "divergence",
    sentence: { place, run in
      // The diagnoses know what helps this run.
      let remedy = run.findings.first { !$0.remedy.isEmpty }?.remedy
      return [run.divergence?.sentence ?? place, "U goes back.", remedy].compactMap(\.self)
        .joined(separator: " ")
    },
    updatesToLook: { _ in .max }, holds: { run, _ in run.divergence != nil })
}

extension StopRule.Kind {
  static let divergence = StopRule.Kind(word: "divergence") { _, _ throws(CommandProblem) in
    .divergence
  }
}
