import Experiments
import NeuralNetwork

extension Run {
  /// Trains on to an update in pieces, and tells whoever waits how far of some updates it is, which begin to count at a first one.
  /// - Returns: false when they do not want to wait any longer.
  mutating func train(
    to goal: Int, of count: Int, from first: Int = 0, telling title: String
  ) -> Bool {
    var piece = 1
    while position.update < goal, divergence == nil {
      let progress = WorkProgress(title, done: position.update - first, of: count, unit: "update")
      guard Waiting.goesOn(progress) else { return false }
      let end = min(position.update + piece, goal)
      let time = ContinuousClock().measure { seek(to: Position(update: end)) }
      // Each piece costs something of its own, so that small ones would be no faster.
      if time < .milliseconds(100) {
        piece *= 2
      } else if time > .milliseconds(200), piece > 1 {
        piece /= 2
      }
    }
    return true
  }

  /// Goes to an update, ahead or back, and tells whoever waits how far it is.
  /// - Returns: false when they do not want to wait any longer; then the run stands on its way.
  fileprivate mutating func travel(to goal: Int, _ label: String) -> Bool {
    let goal = min(goal, Limits.updates)
    let isBack = goal < position.update
    // Going back is training anew from a place that is kept.
    let first = isBack ? updateBeforeReplay(to: goal) : position.update
    if isBack, first + 1 < goal { seek(to: Position(update: first + 1)) }
    let title = ["Training", label, isBack ? "back" : ""].filter { !$0.isEmpty }
      .joined(separator: " ")
    let isThere =
      goal - first < 2
      || train(to: goal, of: goal - first, from: first, telling: title)
    if isThere { seek(to: Position(update: goal)) }
    return isThere
  }
}

extension Workspace {
  /// Takes every run that is not pinned to an update, ahead or back, and tells whoever waits how far it is.
  ///
  /// Where they do not want to wait any longer, all runs stand where they stood.
  /// - Returns: whether the runs are there.
  package mutating func travel(to goal: (Run) -> Int) -> Bool {
    var copy = self
    for index in runs.indices where !runs[index].isPinned {
      let (goal, label) = (goal(runs[index].run), runs[index].label)
      var isThere = true
      let time = ContinuousClock().measure {
        isThere = copy.runs[index].run.travel(to: goal, label)
      }
      guard isThere else { return false }
      if goal > runs[index].run.position.update { copy.runs[index].trainingTime += time }
    }
    self = copy
    return true
  }
}
