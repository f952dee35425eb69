import Experiments
import Lessons
import NeuralNetwork
import Workbench

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
