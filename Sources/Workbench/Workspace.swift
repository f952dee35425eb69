import Experiments
import NeuralNetwork

/// What a lesson or the playground works with: one run, or several side by side, and what is in view.
///
/// A plain value: a copy is a snapshot.
public struct Workspace: Sendable {
  /// A run and what it is called.
  public struct LabeledRun: Sendable {
    /// What the run is called.
    public var label: String
    /// The run.
    public var run: Run
    /// Whether it stands where it is, as a reference for the others.
    public internal(set) var isPinned = false
    /// How long it has been trained, by the clock.
    public package(set) var trainingTime = Duration.zero
    /// The update that a dial was to train it to.
    var reach = 0
    /// What its recipe is read from.
    public internal(set) var file: ExperimentFile
    /// What was changed when before it began anew, in words.
    var earlier: [String] = []
    /// What it is told apart by wherever it stands among the others: a number from 0, one of its own.
    public internal(set) var hue = 0

    /// What tells its samples from all others.
    var samplesName: String { samplesDigest.name(of: run) }
    private let samplesDigest = SamplesDigest()

    /// A run that no document describes.
    init(label: String, run: Run) {
      (self.label, self.run, file) = (label, run, ExperimentFile(run.experiment))
    }

    /// A run at its beginning with its first step in full view; `go: start` hides it.
    init(label: String, file: ExperimentFile) throws(ExperimentError) {
      var run = try Run(file.experiment)
      run.seek(to: Position(update: 0))
      (self.label, self.run, self.file) = (label, run, file)
    }
  }

  /// The runs in their order; never empty.
  public internal(set) var runs: [LabeledRun]
  /// The index of the run that keys, text and claims speak of.
  public internal(set) var focus = 0
  /// The names of the panels in view.
  public internal(set) var panels: [String]
  /// The parameter that the chain rule and the gradient check speak of, where one was chosen.
  public internal(set) var selected: ParameterIndex?
  /// Whether what sets the runs apart is kept from view, to be found out from what they do.
  public internal(set) var isSealed = false
  /// The axis that a lesson draws losses over.
  public internal(set) var lossScale = LossScale.auto
  /// What the last survey found; nil before one, and once other runs are in the workspace.
  public internal(set) var survey: Survey.Result?
  /// The recipe and the panels that `reset: lesson` returns to.
  let origin: Origin
  /// What a run is asked to keep of its way.
  private(set) var observations: @Sendable (Run) -> Observations = { _ in [] }

  struct Origin: Sendable {
    let file: ExperimentFile
    let panels: [String]
  }

  /// A workspace with one run at its beginning.
  /// - Throws: what the engine rejects about the recipe.
  public init(_ file: ExperimentFile, panels: [String] = []) throws(ExperimentError) {
    runs = [try LabeledRun(label: "", file: file)]
    origin = Origin(file: file, panels: panels)
    self.panels = panels
  }

  /// A workspace with one run of a recipe that no file describes.
  /// - Throws: what the engine rejects about the recipe.
  public init(_ experiment: Experiment, panels: [String] = []) throws(ExperimentError) {
    try self.init(ExperimentFile(experiment), panels: panels)
  }

  /// The run that keys, text and claims speak of.
  public var focusedRun: Run { runs[focus].run }

  /// What the focused run's recipe is read from.
  public var focusedFile: ExperimentFile { runs[focus].file }

  /// What the focused run is called; empty when it stands alone.
  public var focusedLabel: String { runs[focus].label }

  /// The run of a label.
  public func run(labeled label: String) -> Run? { runs.first { $0.label == label }?.run }
}

extension Workspace {
  /// Turns the focus to a run by its index; others are ignored.
  public mutating func focus(on index: Int) {
    guard runs.indices.contains(index) else { return }
    focus = index
    forgetLostSelection()
  }

  /// Does something to every run that is not pinned.
  public mutating func forEachRun(_ body: (inout Run) -> Void) {
    for index in runs.indices where !runs[index].isPinned { body(&runs[index].run) }
  }

  /// Does something to the run of an index that there is.
  public mutating func changeRun(_ index: Int, _ body: (inout Run) -> Void) {
    body(&runs[index].run)
  }

  /// Trains the run of an index that there is, and notes how long that takes.
  package mutating func timeRun(_ index: Int, _ body: (inout Run) -> Void) {
    let time = ContinuousClock().measure { body(&runs[index].run) }
    runs[index].trainingTime += time
  }

  /// Does something to the focused run.
  public mutating func changeFocusedRun(_ body: (inout Run) -> Void) {
    body(&runs[focus].run)
  }

  /// Asks every run, also those that are laid later, to keep more of its way.
  ///
  /// - Parameter what: what to keep of a run; it should speak of the run's recipe alone, since another answer begins anew.
  public mutating func observe(_ what: @escaping @Sendable (Run) -> Observations) {
    observations = what
    askRuns()
  }

  /// Asks the runs at hand to keep what is wanted of their way.
  mutating func askRuns() {
    let observations = observations
    forEachRun { $0.observe(observations($0)) }
  }

  /// Every run that is not pinned begins again from another seed: new first parameters, the settings in force otherwise.
  public mutating func reseed(_ seed: UInt64) {
    for (index, run) in runs.enumerated() where !run.isPinned {
      let file = run.fileInForce.reseeded(seed)
      if let fresh = try? run.begun(with: file) { runs[index] = fresh }
    }
    askRuns()
  }

  /// What a run and its fork are called.
  public static let forkLabels = ["A", "B"]

  /// Puts a copy of the focused run beside it, or ends the comparison.
  ///
  /// Of a run and its fork the run stays; of runs that a lesson compares the focused one does.
  public mutating func toggleComparison() {
    if runs.count > 1 {
      let isForked = runs.map(\.label) == Self.forkLabels
      var run = runs[isForked ? 0 : focus]
      (run.label, run.hue) = ("", 0)
      (runs, focus) = ([run], 0)
    } else {
      runs = Self.forkLabels.map { label in
        var run = runs[0]
        run.label = label
        return run
      }
      tellApart()
      focus = 1
    }
  }

  /// Gives each run whose hue another one before it has the first that is free.
  mutating func tellApart() {
    var taken: Set<Int> = []
    for index in runs.indices {
      let hues = [runs[index].hue] + runs.indices
      runs[index].hue = hues.first { !taken.contains($0) } ?? index
      taken.insert(runs[index].hue)
    }
  }

  mutating func forgetLostSelection() {
    if let selected, !focusedRun.network.contains(selected) { self.selected = nil }
  }
}

extension Workspace {
  /// A workspace with a run as it stands.
  init(_ run: Run) {
    runs = [LabeledRun(label: "", run: run)]
    origin = Origin(file: ExperimentFile(run.experiment), panels: [])
    panels = []
  }
}
