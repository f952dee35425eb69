import NeuralNetwork

/// What a lesson or a sandbox works with: one run, or several side by side, and what is in view.
///
/// A plain value: a copy is a snapshot.
public struct Workspace: Sendable {
  /// A run and what it is called.
  public struct LabelledRun: Sendable {
    /// What the run is called.
    public var label: String
    /// The run.
    public var run: Run
  }

  /// The runs in their order; never empty.
  public internal(set) var runs: [LabelledRun]
  /// The index of the run that keys, text and claims speak of.
  public internal(set) var focus = 0
  /// The names of the panels in view.
  public internal(set) var panels: [String]
  /// The parameter that the chain rule and the gradient check speak of, where one was chosen.
  public internal(set) var selected: ParameterIndex?
  /// What the last survey found; nil before one, and once other runs are in the workspace.
  public internal(set) var survey: Survey.Result?
  /// The recipe and the panels that `reset: lesson` returns to.
  let origin: Origin

  struct Origin: Hashable, Sendable {
    let experiment: Experiment
    let panels: [String]
  }

  /// A workspace with one run at its beginning.
  /// - Throws: what the engine rejects about the recipe.
  public init(_ experiment: Experiment, panels: [String] = []) throws(ExperimentError) {
    runs = [LabelledRun(label: "", run: try Self.freshRun(experiment))]
    origin = Origin(experiment: experiment, panels: panels)
    self.panels = panels
  }

  /// A run at its beginning with its first step in full view; `go: start` hides it.
  static func freshRun(_ experiment: Experiment) throws(ExperimentError) -> Run {
    var run = try Run(experiment)
    run.seek(to: Position(update: 0))
    return run
  }

  /// The run that keys, text and claims speak of.
  public var focusedRun: Run { runs[focus].run }

  /// What the focused run is called; empty when it stands alone.
  public var focusedLabel: String { runs[focus].label }

  /// The run of a label.
  public func run(labelled label: String) -> Run? { runs.first { $0.label == label }?.run }
}

extension Workspace {
  /// Turns the focus to a run by its index; others are ignored.
  public mutating func focus(on index: Int) {
    guard runs.indices.contains(index) else { return }
    focus = index
    forgetLostSelection()
  }

  /// Does something to every run.
  public mutating func forEachRun(_ body: (inout Run) -> Void) {
    for index in runs.indices { body(&runs[index].run) }
  }

  /// Does something to the focused run.
  public mutating func changeFocusedRun(_ body: (inout Run) -> Void) {
    body(&runs[focus].run)
  }

  /// Every run begins again from another seed: new first parameters, the same recipe otherwise.
  public mutating func reseed(_ seed: UInt64) {
    forEachRun { run in
      var experiment = run.experiment
      experiment.seed = seed
      if let fresh = try? Self.freshRun(experiment) { run = fresh }
    }
  }

  /// What a run and its fork are called.
  public static let forkLabels = ["A", "B"]

  /// Puts a copy of the focused run beside it, or ends the comparison.
  ///
  /// Of a run and its fork the run stays; of runs that a lesson compares the focused one does.
  public mutating func toggleComparison() {
    if runs.count > 1 {
      let isForked = runs.map(\.label) == Self.forkLabels
      runs = [LabelledRun(label: "", run: isForked ? runs[0].run : focusedRun)]
      focus = 0
    } else {
      let run = focusedRun
      runs = Self.forkLabels.map { LabelledRun(label: $0, run: run) }
      focus = 1
    }
  }

  mutating func forgetLostSelection() {
    if let selected, !focusedRun.network.contains(selected) { self.selected = nil }
  }
}
