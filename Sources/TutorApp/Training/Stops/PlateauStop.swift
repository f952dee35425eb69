import NeuralNetwork

extension StopRule {
  /// The loss has not fallen by a thousandth for so many epochs.
  static func plateau(epochs: Int) -> StopRule {
    StopRule(
      "plateau \(epochs)",
      sentence: { place, _ in
        "\(place): for \(epochs.counted("epoch")) the loss has not fallen by a thousandth. Try another learning rate, "
          + "momentum or Adam, or more units."
      },
      updatesToLook: { $0.updatesToEpochEnd },
      holds: { run, lowest in
        let (loss, epoch) = (run.loss(of: run.network, on: run.dataset), run.epoch)
        guard let best = lowest, epoch >= best.epoch, loss > best.loss * (1 - 1e-3) else {
          lowest = LowestLoss(loss: loss, epoch: epoch)
          return false
        }
        return epoch - best.epoch >= epochs
      })
  }
}

extension StopRule.Kind {
  static let plateau = StopRule.Kind(word: "plateau") { rest, _ throws(CommandProblem) in
    guard let rest else { return .plateau(epochs: 20) }
    return .plateau(
      epochs: max(1, try wholeNumber(rest, "Write for how many epochs: stop plateau 20")))
  }
}
