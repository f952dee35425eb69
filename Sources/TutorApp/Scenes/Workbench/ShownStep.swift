import NeuralNetwork

/// Which training step the panels speak of.
extension Model {
  /// Right after an update it is the step that made it; else the one that starts from the present parameters.
  var shownStep: TrainingStep { run.shownStep }
  /// How far the learner has walked through the shown step.
  var shownPhase: Phase { run.shownPhase }
}

extension Run {
  /// Whether the step that is shown has just been made, so that the network holds what came of it.
  var isUpdateMade: Bool { position.phase == .start && previousStep != nil }
  var shownStep: TrainingStep { position.phase == .start ? previousStep ?? step : step }
  var shownPhase: Phase { isUpdateMade ? .whole : position.phase }

  /// The activation of the hidden layers; nil when there are none.
  var hiddenActivation: Activation? { depth > 1 ? activation : nil }

  /// The losses that the loss key walks through: the two conventions of the squared error where the run began with one of
  /// them, else all that go with the output, round to the first.
  var lossChoices: [Loss] {
    let squared = Loss.squaredErrors
    let isSquared = squared.contains(experiment.loss) && squared.contains(loss)
    let menu = isSquared ? squared : Loss.all
    return menu.filter { rejection(of: .loss($0)) == nil }
  }
}
