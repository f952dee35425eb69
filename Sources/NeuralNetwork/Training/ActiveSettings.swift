/// What the journal may change: the settings in force at one update.
struct ActiveSettings: Hashable, Sendable {
  var baseRate: Double
  var hiddenActivation: Activation?
  var loss: Loss

  init(_ plan: Plan, _ journal: Journal, update: Int) {
    baseRate = plan.experiment.optimizer.learningRate
    loss = plan.experiment.loss
    for entry in journal.entries where entry.update <= update {
      switch entry.change {
      case .learningRate(let rate): baseRate = rate
      case .hiddenActivation(let activation): hiddenActivation = activation
      case .loss(let kind): loss = kind
      case .parameter: break
      }
    }
  }
}
