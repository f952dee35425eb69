import Experiments
import NeuralNetwork

/// All that makes a run: what it began with, what was changed when, and where it stands.
///
/// Every number comes back from it.
public struct SavedRun: Hashable, Sendable {
  /// What was changed before an update.
  public enum Change: Hashable, Sendable {
    /// A setting.
    case edit(ExperimentEdit)
    /// A parameter, set by hand.
    case parameter(ParameterIndex, Double)
    /// A sample, changed by hand.
    case sample(SampleEdit)
  }

  /// A change and the update, from 0, that was the first to feel it.
  public struct Entry: Hashable, Sendable {
    /// The update.
    public let update: Int
    /// The change.
    public let change: Change
  }

  /// What a run begins with.
  public struct Start: Hashable, Sendable {
    /// The experiment.
    public let experiment: YAMLNode
    /// The file that it was read from, beside which others are looked for.
    public let source: String
    /// What tells the samples from all others where a file holds them; it may be another one by the next time.
    public let samples: String?
  }

  /// What the run is called; empty when it stands alone.
  public let label: String
  /// Whether it stands where it is, as a reference.
  public let isPinned: Bool
  /// What it began with.
  public let start: Start
  /// What was changed before that, while it was another run.
  public let story: [String]
  /// In order of their updates.
  public let entries: [Entry]
  /// Updates made.
  public let update: Int
  /// How many phases of the next one have been walked through.
  public let phase: Int
}

extension SavedRun {
  /// What makes a run of a workspace; without files on this machine, samples that came from one are written out.
  public init(_ labeled: Workspace.LabeledRun, withoutFiles: Bool = false) {
    let run = labeled.run
    (label, isPinned) = (labeled.label, labeled.isPinned)
    start = Start(of: labeled, withoutFiles: withoutFiles)
    story = withoutFiles ? labeled.recentStory : labeled.earlier
    entries = run.journal.entries.compactMap { entry in
      Change(entry.change).map { Entry(update: entry.update, change: $0) }
    }
    update = run.position.update
    phase = Phase.all(depth: run.depth).firstIndex(of: run.position.phase) ?? 0
  }

  /// The run again, with what it is to keep of its way.
  /// - Throws: what is wrong with it, such as a file of samples that has gone.
  func restored(_ observations: (Run) -> Observations) throws(Diagnostics) -> Workspace.LabeledRun {
    let file = try start.read()
    var labeled: Workspace.LabeledRun
    do { labeled = try Workspace.LabeledRun(label: label, file: file) } catch {
      throw start.problem(error)
    }
    (labeled.isPinned, labeled.earlier) = (isPinned, story)
    labeled.run.observe(observations(labeled.run))
    for entry in entries {
      try train(&labeled.run, to: entry.update)
      try entry.apply(to: &labeled.run)
    }
    let phases = Phase.all(depth: labeled.run.depth)
    try train(&labeled.run, to: update)
    labeled.run.seek(to: Position(update: update, phase: phases[min(phase, phases.count - 1)]))
    return labeled
  }

  /// A sentence when the run's samples are no longer those that it was kept with.
  func surprise(about lane: Workspace.LabeledRun) -> String? {
    guard let samples = start.samples, samples != lane.samplesName else { return nil }
    return
      "The samples of \(SafeText.visible(start.source)) have changed since this was kept: the run was trained anew on those "
      + "that are there now, so its numbers are others."
  }

  /// Trains a run on the way that it went before.
  /// - Throws: when whoever waits does not want to any longer.
  private func train(_ run: inout Run, to goal: Int) throws(Diagnostics) {
    let title = label.isEmpty ? "Training back" : "Training \(label) back"
    guard run.train(to: goal, of: update, telling: title) else {
      throw Diagnostics([Diagnostic(file: start.source, message: "Bringing it back was stopped.")])
    }
  }
}

extension ExperimentFile {
  /// The document, in which samples of a file are written out with the names that the file gives them.
  fileprivate var withoutFiles: ExperimentDocument {
    guard document.readsFiles else { return document }
    let written = ExperimentDocument(experiment)
    return (try? written.replacing(names)) ?? written
  }
}

extension SavedRun.Start {
  fileprivate init(of labeled: Workspace.LabeledRun, withoutFiles: Bool) {
    let document = withoutFiles ? labeled.file.withoutFiles : labeled.file.document
    experiment = document.root.withoutPositions
    source = document.readsFiles ? Folder.absolute(document.sourceName) : "experiment"
    samples = document.readsFiles ? labeled.samplesName : nil
  }

  /// The experiment as its file says it.
  func read() throws(Diagnostics) -> ExperimentFile {
    try ExperimentDocument(experiment, source: source).read()
  }

  /// What the engine rejects about it.
  func problem(_ error: ExperimentError) -> Diagnostics {
    Diagnostics([Diagnostic(file: source, message: error.sentence)])
  }
}

extension SavedRun.Change {
  /// A change of a run's journal; nil for one that says nothing.
  init?(_ change: NeuralNetwork.Change) {
    if case .parameter(let index, let value) = change {
      self = .parameter(index, value)
    } else if case .samples(let edit) = change {
      self = .sample(edit)
    } else if let edit = change.edit {
      self = .edit(edit)
    } else {
      return nil
    }
  }

  /// The change in words.
  var words: String {
    switch self {
    case .edit(let edit): edit.label
    case .parameter(let index, let value): "\(index) = \(value) by hand"
    case .sample(let edit): edit.words
    }
  }
}

extension SavedRun.Change {
  /// The change in so few words that several find room on a line.
  var shortWords: String {
    switch self {
    case .edit(let edit): edit.shortLabel
    case .parameter: words
    case .sample: "a sample by hand"
    }
  }
}

extension SampleEdit {
  /// What is done, in words.
  fileprivate var words: String {
    func numbers(_ values: [Double]) -> String { values.map { "\($0)" }.joined(separator: " ") }
    return switch self {
    case .add(let inputs, let targets): "a sample more, \(numbers(inputs)): \(numbers(targets))"
    case .replace(let sample, let inputs, let targets):
      "sample \(sample + 1) becomes \(numbers(inputs)): \(numbers(targets))"
    case .remove(let sample): "sample \(sample + 1) taken away"
    }
  }
}

extension SavedRun.Entry {
  /// Goes to the update and makes the change.
  fileprivate func apply(to run: inout Run) throws(Diagnostics) {
    run.seek(to: Position(update: update))
    let problem: ExperimentError?
    switch change {
    case .edit(let edit): problem = run.apply(try edit.change(in: run.activeExperiment))
    case .parameter(let index, let value): problem = run.apply(.parameter(index, value))
    case .sample(let edit): problem = run.apply(.samples(edit))
    }
    if let problem { throw Diagnostics([Diagnostic(file: "change", message: problem.sentence)]) }
  }
}
