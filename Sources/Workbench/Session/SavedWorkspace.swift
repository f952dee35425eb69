import Experiments
import NeuralNetwork

/// All that makes the runs of a workspace, and which of them the keys act on.
public struct SavedWorkspace: Hashable, Sendable {
  /// The runs side by side; never empty.
  public let runs: [SavedRun]
  /// The index of the run that keys act on.
  public let focus: Int
}

extension SavedWorkspace {
  /// The runs of a workspace as they stand; without files on this machine, samples that came from one are written out.
  public init(_ workspace: Workspace, withoutFiles: Bool = false) {
    runs = workspace.runs.map { SavedRun($0, withoutFiles: withoutFiles) }
    focus = workspace.focus
  }
}

extension Workspace {
  /// Brings back runs, every one with its changes and at its place.
  /// - Returns: a sentence when their samples have changed since.
  /// - Throws: what is wrong with one of them; then nothing has changed.
  @discardableResult
  public mutating func restore(_ saved: SavedWorkspace) throws(Diagnostics) -> String? {
    var restored: [LabeledRun] = []
    for run in saved.runs { restored.append(try run.restored(observations)) }
    let surprises = zip(saved.runs, restored).compactMap { $0.surprise(about: $1) }
    (runs, focus, survey) = (restored, saved.focus, nil)
    tellApart()
    forgetLostSelection()
    return surprises.first
  }

  /// Brings back the runs of a session.
  /// - Returns: a sentence when their samples have changed since.
  /// - Throws: what is wrong with one of them; then nothing has changed.
  @discardableResult
  public mutating func restore(_ session: Session) throws(Diagnostics) -> String? {
    try restore(session.now)
  }
}

/// The runs on the other side of an edit.
public struct SavedState: Hashable, Sendable {
  /// The edit between them and those at hand, or the state that is nearer to these.
  public let edit: String
  /// The runs.
  public let workspace: SavedWorkspace
}
