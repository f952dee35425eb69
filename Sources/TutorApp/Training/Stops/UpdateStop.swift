import NeuralNetwork

extension StopRule {
  /// So many updates made.
  static func update(_ update: Int) -> StopRule {
    StopRule(
      "update \(update)", sentence: { place, _ in asAsked(place, "update \(update)") },
      updatesToLook: { ahead(update, $0) }, isPassed: { $0.position.update >= update },
      holds: { run, _ in run.position.update == update })
  }
}

extension StopRule.Kind {
  static let update = StopRule.Kind(word: "update") { rest, _ throws(CommandProblem) in
    .update(try wholeNumber(rest, "Write the update: stop update 500"))
  }
}
