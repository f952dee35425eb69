import NeuralNetwork

/// What a change in the past does to the future: changes that lay ahead of it did not happen.
extension Workspace {
  /// The changes ahead of where the runs stood in an earlier state that are gone by now, in words.
  public func changesDropped(since before: Workspace) -> [String] {
    before.runs.flatMap { old in
      runs.first { $0.label == old.label }?.changesDropped(since: old) ?? []
    }
  }
}

extension Workspace.LabeledRun {
  fileprivate func changesDropped(since old: Self) -> [String] {
    // One that begins anew takes along what was in force; one that goes back to change something leaves that behind, too.
    let isAnew = earlier != old.earlier
    let place = isAnew ? old.run.position.update : min(old.run.position.update, run.position.update)
    let kept = run.journal.entries
    let dropped = old.run.journal.entries.filter { $0.update > place && !kept.contains($0) }
    return dropped.compactMap { entry in
      SavedRun.Change(entry.change).map { "\($0.shortWords) before update \(entry.update + 1)" }
    }
  }
}
