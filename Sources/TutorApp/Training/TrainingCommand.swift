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

/// How far a survey is.
public struct SurveyProgress: Hashable, Sendable {
  /// The runs that have been made.
  public let done: Int
  /// All that are to be made; 0 until the first one is.
  public let count: Int
  /// What came out of the runs that have been made.
  public let rows: [Survey.Row]
  /// The load that it belongs to.
  public let generation: Int

  init(done: Int, count: Int, rows: [Survey.Row] = [], generation: Int) {
    (self.done, self.count, self.rows, self.generation) = (done, count, rows, generation)
  }

  /// For the status line.
  var sentence: String {
    count == 0
      ? "Training many starts for this page …" : "\(done) of \(count) starts trained …"
  }
}

/// A copy of the workspace as the worker left it.
public struct Snapshot: Sendable {
  /// The workspace as it was.
  public var workspace: Workspace
  /// The workspace as the load has left it, whatever was done since.
  var loaded: Workspace?
  /// What is found out about each run.
  public var summaries: [RunSummary]
  /// The load that it came from.
  public var generation: Int
  /// Whether the worker goes on by itself.
  public var isPlaying: Bool
  /// Why a command could not be carried out, or what it did that is not to be seen, in a sentence.
  public var problem: String?
  /// The update that a playing run is on its way to; nil where it goes on and on.
  var target: Int?
  /// Which kept session was brought back; nil for none.
  var restored: String?
  /// What was changed ahead of where a run stood, and is gone with another change, in words.
  var dropped: [String] = []
  /// What can be taken back.
  var history = EditHistory()
  /// How many edits were asked for since the load: which of them it has answered.
  var editCount = 0

  /// A copy of a workspace as it is now.
  public init(workspace: Workspace, generation: Int, isPlaying: Bool, problem: String?) {
    self.workspace = workspace
    summaries = RunSummary.all(workspace)
    self.generation = generation
    self.isPlaying = isPlaying
    self.problem = problem
  }
}
