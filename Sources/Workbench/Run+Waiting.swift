import Experiments
import NeuralNetwork

extension Run {
  /// Trains on to an update in pieces, and tells whoever waits how far of some updates it is.
  /// - Returns: false when they do not want to wait any longer.
  mutating func train(to goal: Int, of count: Int, telling title: String) -> Bool {
    while position.update < goal, divergence == nil {
      let progress = WorkProgress(title, done: position.update, of: count, unit: "update")
      guard Waiting.goesOn(progress) else { return false }
      seek(to: Position(update: min(position.update + 100, goal)))
    }
    return true
  }
}
