import Experiments
import NeuralNetwork

/// What was changed of a run when, in words, also across new starts.
extension Workspace.LabeledRun {
  /// What was changed on the way to where it stands, the first change first.
  public var story: [String] { earlier + changes }

  /// The most that is told of a run.
  private static let longestStory = 200

  /// The last of what was changed before it began anew, as much as a line of text that is sent has room for.
  var recentStory: [String] {
    var left = 1000
    let last = earlier.reversed().prefix {
      left -= $0.count
      return left >= 0
    }
    return last.reversed()
  }

  /// The run of another file in its place, which goes on with its story.
  /// - Throws: what the engine rejects about it.
  func begun(with file: ExperimentFile) throws(ExperimentError) -> Self {
    var fresh = try Self(label: label, file: file)
    fresh.hue = hue
    fresh.earlier = run.position.update == 0 ? earlier : story + [farewell(for: file)]
    fresh.earlier = fresh.earlier.suffix(Self.longestStory)
    return fresh
  }

  /// Begins again from the first numbers, with the settings in force.
  mutating func restart(keepingStart keepsStart: Bool) {
    if run.position.update > 0 {
      earlier = (story + ["after \(run.position.update.counted("update")): begun again"])
        .suffix(Self.longestStory)
    }
    run.restart(keepingStart: keepsStart)
  }

  private var changes: [String] {
    run.journal.entries.filter { $0.update <= run.position.update }.compactMap { entry in
      SavedRun.Change(entry.change).map { "before update \(entry.update + 1): \($0.words)" }
    }
  }

  /// How far it came, and with what another run began.
  private func farewell(for file: ExperimentFile) -> String {
    let edits = file.document.edits(since: fileInForce.document).map(\.shortLabel)
    let start = edits.isEmpty ? "" : " with \(edits.joined(separator: ", "))"
    return "after \(run.position.update.counted("update")): a new run\(start)"
  }
}

extension Workspace {
  /// Every run that is not pinned begins again from its first numbers, with the settings in force.
  ///
  /// Parameters that were set by hand have the recipe's numbers again; those set before the first update stay where a lesson
  /// has set them to begin with.
  public mutating func restart(keepingStart keepsStart: Bool = false) {
    for index in runs.indices where !runs[index].isPinned {
      runs[index].restart(keepingStart: keepsStart)
    }
  }
}

extension Run {
  /// Makes the changes of settings on the way here before the first update; what was seen of the way stays where nothing changes.
  fileprivate mutating func restart(keepingStart keepsStart: Bool) {
    let kept = journal.entries.filter {
      $0.update <= position.update && ($0.change.isSetting || keepsStart && $0.update == 0)
    }
    seek(to: Position(update: 0))
    guard kept != journal.entries || kept.contains(where: { $0.update > 0 }) else { return }
    forgetChanges()
    for entry in kept { apply(entry.change) }
  }
}

extension Change {
  /// Whether it is of the recipe, and not of a parameter.
  package var isSetting: Bool { if case .parameter = self { false } else { true } }
}

extension ExperimentEdit {
  /// The edit in words that find room on a line.
  var shortLabel: String { label.count > 60 ? "other \(path[0])" : label }
}
