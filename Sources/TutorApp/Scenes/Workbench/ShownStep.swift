import NeuralNetwork

/// Which training step the panels speak of.
extension Model {
  /// Right after an update it is the step that made it; else the one that starts from the present parameters.
  var shownStep: TrainingStep { run.shownStep }
  /// How far the learner has walked through the shown step.
  var shownPhase: Phase { run.shownPhase }
}

extension Run {
  var shownStep: TrainingStep { position.phase == .start ? previousStep ?? step : step }
  var shownPhase: Phase {
    position.phase == .start && previousStep != nil ? .whole : position.phase
  }

  /// The activation of the hidden layers; nil when there are none.
  var hiddenActivation: Activation? { depth > 1 ? activation : nil }

  /// The losses that the loss key walks through: the two conventions of the squared error where the run began with one of
  /// them, else all that go with the output, round to the first.
  var lossChoices: [Loss] {
    let squared: [Loss] = [.meanSquaredError, .halfMeanSquaredError]
    let isSquared = squared.contains(experiment.loss) && squared.contains(loss)
    let menu = isSquared ? squared : Loss.all
    return menu.filter { rejection(of: .loss($0)) == nil }
  }
}

extension Run {
  /// Begins again with the settings in force now: learning rate, activation and loss as the keys left them.
  mutating func restart() {
    let now = (rate: baseLearningRate, activation: hiddenActivation, loss: loss)
    seek(to: Position(update: 0))
    if baseLearningRate != now.rate { apply(.learningRate(now.rate)) }
    if let activation = now.activation, activation != hiddenActivation {
      apply(.hiddenActivation(activation))
    }
    if loss != now.loss { apply(.loss(now.loss)) }
  }
}
