import Experiments
import NeuralNetwork

extension Workspace.LabeledRun {
  /// What a run with the settings in force would be read from: its file with the changes made up to where it stands.
  public var fileInForce: ExperimentFile {
    file(
      after: run.journal.entries.filter { $0.update <= run.position.update },
      saying: run.activeExperiment)
  }

  /// The same with all changes, also those ahead of where it stands.
  public var fileInTheEnd: ExperimentFile {
    file(after: run.journal.entries, saying: run.finalExperiment)
  }

  /// The file with some changes, which make an experiment of it.
  private func file(after entries: [Journal.Entry], saying experiment: Experiment) -> ExperimentFile
  {
    let changes = entries.map(\.change)
    let edits = changes.compactMap(\.edit).map { [$0] }
    let samples = changes.contains(where: \.isOfSamples) ? [self.samples(of: experiment)] : []
    guard !(edits + samples).isEmpty else { return file }
    guard let changed = try? (edits + samples).reduce(file, { try $0.replacing($1) }) else {
      return ExperimentFile(experiment)
    }
    // An output layer that nobody has named would follow a new loss; in the run it has stayed.
    guard let output = experiment.layers.last?.activation,
      changed.experiment.layers.last?.activation != output
    else { return changed }
    let naming = ExperimentEdit("output", value: YAMLNode(output.name))
    return (try? changed.replacing([naming])) ?? ExperimentFile(experiment)
  }
}

extension Workspace {
  /// The focused run's experiment with the changes that are in force where it stands.
  public var fileInForce: ExperimentFile { runs[focus].fileInForce }

  /// What an edit means where samples of its data set were changed by hand: other data take the place of all of them, those that
  /// are held out among them.
  public func meaning(of edit: ExperimentEdit) -> [ExperimentEdit] {
    let origin = focusedFile.document
    guard edit.path.first == "data", origin["data"] != nil,
      fileInForce.document["data"] == nil,
      let data = (try? origin.replacing([edit]))?["data"]
    else { return [edit] }
    let others = ["holdout", "test"].map { ExperimentEdit($0, value: origin[$0] ?? .null) }
    return [ExperimentEdit("data", value: data)] + others
  }

  /// Gives settings of the focused run other values: from the next update on where that can be, else a new run begins.
  /// - Throws: what is wrong with the values; then nothing has changed.
  public mutating func edit(_ edits: [ExperimentEdit]) throws(Diagnostics) {
    let isLive = edits.allSatisfy { ExperimentField.named($0.path.first ?? "")?.isLive == true }
    guard isLive, !edits.isEmpty else { return try begin(fileInForce.replacing(edits)) }
    var run = focusedRun
    for edit in edits {
      if let problem = run.apply(try edit.change(in: run.activeExperiment)) {
        throw Diagnostics([
          Diagnostic(file: edit.path.joined(separator: "."), message: problem.sentence)
        ])
      }
    }
    runs[focus].run = run
  }

  /// Begins the focused run anew with another file.
  /// - Throws: what the engine rejects about it.
  public mutating func begin(_ file: ExperimentFile) throws(Diagnostics) {
    do { runs[focus] = try runs[focus].begun(with: file) } catch {
      throw Diagnostics([Diagnostic(file: "experiment", message: error.sentence)])
    }
    askRuns()
    forgetLostSelection()
  }
}
