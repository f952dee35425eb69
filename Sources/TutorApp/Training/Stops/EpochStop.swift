import NeuralNetwork

extension StopRule {
  /// So many epochs made.
  static func epoch(_ epoch: Int) -> StopRule {
    StopRule(
      "epoch \(epoch)", sentence: { place, _ in asAsked(place, "epoch \(epoch)") },
      updatesToLook: { ahead($0.update(afterEpochs: epoch), $0) }, isPassed: { $0.epoch >= epoch },
      holds: { run, _ in run.position.update == run.update(afterEpochs: epoch) })
  }
}

extension StopRule.Kind {
  static let epoch = StopRule.Kind(word: "epoch") { rest, _ throws(CommandProblem) in
    .epoch(try wholeNumber(rest, "Write the epoch: stop epoch 20"))
  }
}
