import Experiments
import NeuralNetwork

/// Samples put in, taken out and changed by hand: from the next update on a run learns from them, and going back crosses the edit.
///
/// Where that cannot be, the data is written out and a new run begins with it.
extension Workspace {
  /// What is done to the samples.
  public enum PointEdit: Hashable, Sendable {
    /// A sample with its targets.
    case add([Double], targets: [Double])
    /// The sample nearest to a place goes.
    case delete([Double])
    /// The sample nearest to the first place goes to the second.
    case move([Double], to: [Double])
    /// The sample nearest to a place gets the next class.
    case flip([Double])
  }

  /// The runs that learn from the very samples of the focused one: by their indices, those that are pinned left out.
  public var runsSharingSamples: [Int] {
    let own = focusedRun
    return runs.indices.filter { index in
      let other = runs[index].run
      return index == focus
        || !runs[index].isPinned && other.dataset == own.dataset
          && other.activeExperiment.obstacleToSampleEdits
            == own.activeExperiment.obstacleToSampleEdits
    }
  }

  /// Changes the samples that the focused run learns from, and those of all that share them; places are in their original unit.
  /// - Throws: when the samples have no classes, or none would be left.
  public mutating func edit(_ edit: PointEdit) throws(Diagnostics) {
    let samples: Dataset
    do { samples = try focusedRun.samplesByHand } catch { throw Self.refusal(error.sentence) }
    let change = try edit.change(of: samples)
    guard focusedRun.activeExperiment.obstacleToSampleEdits != nil else { return try apply(change) }
    guard let all = change.applied(to: samples) else {
      throw Self.refusal("Its numbers do not fit the others.")
    }
    try write([
      ExperimentEdit("inputs", value: YAMLNode(all.inputs.rowsOfNumbers)),
      ExperimentEdit("targets", value: YAMLNode(all.targets.rowsOfNumbers)),
    ])
  }

  /// Makes a change from the next update on.
  private mutating func apply(_ change: SampleEdit) throws(Diagnostics) {
    var copy = self
    for index in runsSharingSamples {
      if let problem = copy.runs[index].run.apply(.samples(change)) {
        throw Self.refusal(problem.sentence)
      }
    }
    self = copy
  }

  /// Writes samples out in every run that shares those of the focused one; new runs begin with them.
  private mutating func write(_ samples: [ExperimentEdit]) throws(Diagnostics) {
    var copy = self
    for index in runsSharingSamples {
      copy.focus = index
      let labeled = copy.runs[index]
      try copy.edit(
        samples + labeled.taskOfNamedSamples(labeled.run.activeExperiment) + labeled.file.names)
    }
    copy.focus = focus
    self = copy
  }

  fileprivate static func refusal(_ sentence: String) -> Diagnostics {
    Diagnostics([Diagnostic(file: "samples", message: sentence)])
  }
}

extension Run {
  /// The samples that may be changed by hand: those that it learns from; where they are scaled, all of its experiment, those
  /// held out among them, in their original unit.
  public var samplesByHand: Dataset {
    get throws(ExperimentError) {
      let experiment = activeExperiment
      guard experiment.obstacleToSampleEdits != nil else { return dataset }
      return try Dataset(experiment.withoutGaps.data, seed: experiment.seed)
    }
  }
}

extension Workspace.PointEdit {
  /// The change of some samples that it means.
  fileprivate func change(of data: Dataset) throws(Diagnostics) -> SampleEdit {
    switch self {
    case .add(let place, let targets): return .add(inputs: place, targets: targets)
    case .delete(let place):
      guard data.count > 1 else { throw Workspace.refusal("It is the only sample.") }
      return .remove(data.nearest(to: place))
    case .move(let place, let other):
      let index = data.nearest(to: place)
      return .replace(index, inputs: other, targets: Array(data.targets.row(index)))
    case .flip(let place):
      guard data.classCount != nil else {
        throw Workspace.refusal("The targets are numbers, not classes.")
      }
      let index = data.nearest(to: place)
      return .replace(
        index, inputs: Array(data.inputs.row(index)),
        targets: Self.flipped(Array(data.targets.row(index))))
    }
  }

  private static func flipped(_ row: [Double]) -> [Double] {
    row.count == 1 ? [1 - row[0]] : [row[row.count - 1]] + row.dropLast()
  }
}

extension Dataset {
  /// The sample nearest to a place.
  fileprivate func nearest(to place: [Double]) -> Int {
    func distance(_ index: Int) -> Double {
      zip(inputs.row(index), place).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
    return (0..<count).min { distance($0) < distance($1) } ?? 0
  }
}

extension Workspace.LabeledRun {
  /// The samples of an experiment that the run has come to by changes by hand, as a file says them.
  ///
  /// What follows from the name of a data set or from a table, such as the loss, is said outright then, so that the task stays.
  func samples(of experiment: Experiment) -> [ExperimentEdit] {
    let document = ExperimentDocument(experiment)
    let samples = ["inputs", "targets", "holdout", "test"].compactMap { key in
      document[key].map { ExperimentEdit(key, value: $0) }
    }
    return samples + taskOfNamedSamples(experiment) + file.names
  }

  /// The loss and the output layer, where the samples have a name or a file that decides them.
  fileprivate func taskOfNamedSamples(_ task: Experiment) -> [ExperimentEdit] {
    guard file.document["data"] != nil else { return [] }
    let output = task.layers.last.map {
      ExperimentEdit("output", value: YAMLNode($0.activation.name))
    }
    return [ExperimentEdit("loss", value: YAMLNode(task.loss.name)), output].compactMap(\.self)
  }
}

extension ExperimentFile {
  /// What inputs and classes are called: samples that are written out no longer come from what names them.
  var names: [ExperimentEdit] {
    [("input_names", inputNames), ("class_names", classNames)].compactMap { key, names in
      names.map { ExperimentEdit(key, value: YAMLNode(.list($0.map(YAMLNode.init(_:))))) }
    }
  }
}
