import Experiments
import NeuralNetwork

/// `experiment`: one run of the focused run's experiment with these edits takes the place of all.
public struct NewExperiment: Deed {
  /// The keys that are replaced.
  public let edits: [ExperimentEdit]

  /// A run with these edits.
  package init(_ edits: [ExperimentEdit]) { self.edits = edits }

  /// Lays the run.
  public func perform(
    on workspace: inout Workspace, watch: Survey.Watch?, at position: SourcePosition
  ) throws(LessonError) {
    try workspace.lay([("", edits)], at: position)
  }
}

/// `compare`: runs side by side, each the focused run's experiment with edits of its own.
public struct Comparison: Deed {
  /// A run of a comparison.
  public struct Variant: Hashable, Sendable {
    /// What the run is called.
    public let label: String
    /// What sets it apart from the focused run.
    public let edits: [ExperimentEdit]

    /// A run of this label.
    package init(label: String, edits: [ExperimentEdit]) {
      (self.label, self.edits) = (label, edits)
    }
  }

  /// The runs in their order.
  public let variants: [Variant]

  /// Runs side by side.
  package init(_ variants: [Variant]) { self.variants = variants }

  /// Lays the runs.
  public func perform(
    on workspace: inout Workspace, watch: Survey.Watch?, at position: SourcePosition
  ) throws(LessonError) {
    try workspace.lay(variants.map { ($0.label, $0.edits) }, at: position)
  }
}

extension Workspace {
  /// Lays fresh runs of the focused run's experiment, each with edits of its own, in the workspace in place of all others.
  mutating func lay(
    _ edits: [(String, [ExperimentEdit])], at position: SourcePosition
  ) throws(LessonError) {
    var files: [(String, ExperimentFile)] = []
    for (label, edits) in edits {
      do { files.append((label, try focusedFile.replacing(edits))) } catch {
        // The first is the one that its edits are to blame for.
        let problem = error.list[0]
        throw LessonError(problem.message, at: problem.position ?? position)
      }
    }
    try lay(files, at: position)
  }

  /// Lays fresh runs in the workspace in place of all others.
  mutating func lay(
    _ files: [(String, ExperimentFile)], at position: SourcePosition
  ) throws(LessonError) {
    var fresh: [LabeledRun] = []
    for (label, file) in files {
      do { fresh.append(try LabeledRun(label: label, file: file)) } catch {
        throw LessonError(error.sentence, at: position)
      }
    }
    runs = fresh
    tellApart()
    askRuns()
    survey = nil
    focus = 0
    forgetLostSelection()
  }
}
