import NeuralNetwork

/// What the last step brought: new numbers, and the parameter that moved most, are marked until the next one.
extension Model {
  /// Whether the last step made known what a phase finds out.
  func isFresh(_ phase: Phase) -> Bool {
    guard let lastPosition, lastPosition.update == run.position.update,
      lastPosition.phase < run.position.phase
    else { return false }
    return lastPosition.phase < phase && phase <= run.position.phase
  }

  /// The parameter that the last step moved the furthest; nil where it made no update.
  var movedMost: ParameterIndex? {
    guard let lastPosition, lastPosition.update + 1 == run.position.update,
      let step = run.previousStep
    else { return nil }
    return run.network.parameterIndices.max { abs(step.change($0)) < abs(step.change($1)) }
  }

  /// Which way numbers go through the network in the phase that is shown; empty where the whole step is.
  var direction: String {
    switch run.position.phase {
    case .forward: " forward →"
    case .backward where run.position.phase != .whole: " ← backward"
    default: ""
    }
  }
}
