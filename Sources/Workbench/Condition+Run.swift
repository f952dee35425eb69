import NeuralNetwork

extension Condition {
  /// The condition as the goal of a trial.
  public var trialGoal: TrialGoal {
    TrialGoal(reading: terms.flatMap(\.readings).compactMap(\.quantity)) { value in
      terms.allSatisfy { $0.holds { $0.quantity.flatMap(value) } }
    }
  }

  /// Whether every term holds for a run that stands alone.
  public func holds(on run: Run) -> Bool {
    terms.allSatisfy { $0.holds { $0.quantity.flatMap { $0.value(in: run) } } }
  }

  /// The first quantity that a run which stands alone has not got; nil when it has all.
  public func firstMissing(in run: Run) -> String? {
    let workspace = Workspace(run)
    return terms.flatMap(\.readings).first { $0.value(on: workspace) == nil }?.text
  }
}
