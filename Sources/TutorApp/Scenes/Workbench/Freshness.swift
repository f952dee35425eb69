import NeuralNetwork

/// What the last step brought: new numbers are marked for one step, so that the eye finds them.
extension Model {
  /// Whether the last step made known what a phase finds out.
  func isFresh(_ phase: Phase) -> Bool {
    guard let lastPosition, lastPosition.update == run.position.update,
      lastPosition.phase < run.position.phase
    else { return false }
    return lastPosition.phase < phase && phase <= run.position.phase
  }

  /// Whether the last step was the update itself, so that every parameter has just moved.
  var hasJustUpdated: Bool {
    guard let lastPosition else { return false }
    return lastPosition.update + 1 == run.position.update && run.position.phase == .start
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
