/// What is in force at each update of a run: the recipe's own plan, and another one from each change of a setting on.
struct Timeline: Sendable {
  /// The plan of the recipe.
  let base: Plan
  /// What was changed while the run was under way.
  private(set) var journal = Journal()
  /// The plans that changes made, in order of the first update under each.
  private var changes: [(update: Int, plan: Plan)] = []

  init(_ base: Plan) { self.base = base }

  /// The plan in force at an update.
  func plan(at update: Int) -> Plan { changes.last { $0.update <= update }?.plan ?? base }

  /// The plan in force at the update before.
  func plan(before update: Int) -> Plan { plan(at: update - 1) }

  /// Writes a change down at an update and forgets what was written for later ones.
  /// - Throws: why the change was rejected; then nothing has changed.
  mutating func record(_ change: Change, at update: Int) throws(ExperimentError) {
    var journal = journal
    journal.record(change, at: update)
    let old = plan(before: update)
    let entries = journal.entries.filter { $0.update == update }
    let experiment = entries.reduce(old.experiment) { $1.change.applied(to: $0) }
    let isEdited = entries.contains { $0.change.isOfSamples }
    let plan =
      experiment == old.experiment
      ? old : try Plan(old, becoming: experiment, isEdited: isEdited, at: update)
    self.journal = journal
    changes.removeAll { $0.update >= update }
    if plan !== old { changes.append((update, plan)) }
  }
}
