import Experiments
import Lessons
import NeuralNetwork
import Workbench

/// What the user interface asks of the worker.
public enum TrainingCommand: Sendable {
  /// Work on this workspace from now on, paused, and carry out a lesson's actions on it.
  /// Copies of what came before are told apart by their generation.
  case load(Workspace, acting: [Action], generation: Int)
  case advance(StepSize), rewind(StepSize)
  /// Go to an update, on the way that each run has taken.
  case seek(Int)
  case change(Change)
  /// Gives settings of the focused run other values; it begins anew where it must.
  case edit([ExperimentEdit])
  /// Does something to the workspace that has a name, and can be taken back.
  case act(String, @Sendable (inout Workspace) throws(Diagnostics) -> Void)
  /// Takes the last edit back, or makes the last one that was taken back again: every number as it was.
  case undo, redo
  case play(Pace), pause
  /// Play as fast as the machine can up to an update.
  case playTo(Int)
  /// What a playing run stops for by itself.
  case stop([StopRule])
  /// The goal that a playing run pauses at, at the very update that reaches it.
  case aim(Goal)
  /// Brings the runs of a session back.
  case restore(Session)
  /// Begins again from the first numbers, or in a lesson from those that its page has set.
  case restart(keepingStart: Bool)
  case reseed(UInt64)
  /// Adds a copy of the focused run to compare with, or ends the comparison.
  case toggleComparison
  /// A question about the workspace that takes time; the sentence comes with the next copy.
  case ask(@Sendable (Workspace) -> String)
  /// The run that the keys act on.
  case focus(Int)
}

extension TrainingCommand {
  /// Whether what was under way before has no purpose any more.
  var isLoad: Bool { if case .load = self { true } else { false } }

  /// Whether it is left out where it waits for work that the learner ends: not what belongs to the scene that is open.
  var canBeLeftOut: Bool {
    switch self {
    case .load, .restore, .stop, .aim, .pause: false
    default: true
    }
  }

  /// Whether it moves the runs along time, all but those that are pinned.
  var movesRuns: Bool {
    switch self {
    case .advance, .rewind, .seek, .play, .playTo, .restart: true
    default: false
    }
  }

  /// What it changes of a run, in a few words; nil where there is nothing to take back.
  var editLabel: String? {
    switch self {
    case .change(let change): change.edit.map(\.label) ?? "a parameter set by hand"
    case .edit(let edits): edits.map(\.label).joined(separator: ", ")
    case .act(let label, _): label
    case .restart: "the restart"
    case .reseed(let seed): "seed \(seed)"
    case .toggleComparison: "the fork"
    default: nil
    }
  }
}

extension Workspace {
  /// Why nothing moves; nil where a run does.
  var sentenceOfPins: String? {
    guard runs.allSatisfy(\.isPinned) else { return nil }
    return runs.count == 1
      ? "The run is pinned: it stays where it stands until ':pin' lets it go on."
      : "All runs are pinned: they stay where they stand until ':pin' lets the one in focus go on."
  }

  /// Carries out a command that concerns the runs alone.
  mutating func apply(_ command: TrainingCommand) {
    switch command {
    case .advance(let stride):
      for index in runs.indices where !runs[index].isPinned {
        timeRun(index) { $0.advance(by: stride) }
      }
    case .rewind(let stride): forEachRun { $0.rewind(by: stride) }
    case .change(let change): changeFocusedRun { $0.apply(change) }
    case .restart(let keepsStart): restart(keepingStart: keepsStart)
    case .reseed(let seed): reseed(seed)
    case .toggleComparison: toggleComparison()
    case .focus(let index): focus(on: index)
    case .load, .play, .playTo, .seek, .stop, .aim, .restore, .pause, .edit, .act, .undo, .redo,
      .ask:
      break
    }
  }
}
