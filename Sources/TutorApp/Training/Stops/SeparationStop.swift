import NeuralNetwork

extension StopRule {
  /// Every sample is classified right.
  static let separation = StopRule(
    "separation",
    sentence: { place, _ in
      "\(place): every sample is classified right. Do held-out samples agree?"
    },
    updatesToLook: { $0.updatesToEpochEnd }, holds: { run, _ in run.accuracy == 1 })
}

extension StopRule.Kind {
  static let separation = StopRule.Kind(word: "separation") { _, run throws(CommandProblem) in
    guard run.accuracy != nil else {
      throw CommandProblem("These targets are not classes: nothing separates them")
    }
    if run.accuracy == 1 {
      throw CommandProblem("Every sample is classified right already: go back to where that came")
    }
    return .separation
  }
}
