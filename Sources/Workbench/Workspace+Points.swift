import Experiments
import NeuralNetwork

/// Samples put in, taken out and changed by hand: the data is written out then, and a new run begins with it.
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

  /// The runs that learn from the samples of the focused one: by their indices, those that are pinned left out.
  public var runsSharingSamples: [Int] {
    let own = focusedRun.activeExperiment
    return runs.indices.filter { index in
      let other = runs[index].run.activeExperiment
      return index == focus
        || !runs[index].isPinned && other.data == own.data && other.seed == own.seed
    }
  }

  /// Changes the samples of the focused run's experiment, and of all that share them; places are in their original unit.
  ///
  /// What follows from the name of a data set or from a table, such as the loss, is said outright then, so that the task stays.
  /// - Throws: when the samples have no classes, or none would be left.
  public mutating func edit(_ edit: PointEdit) throws(Diagnostics) {
    let experiment = focusedRun.activeExperiment
    let data: Dataset
    do { data = try Dataset(experiment.withoutGaps.data, seed: experiment.seed) } catch {
      throw Self.refusal(error.sentence)
    }
    var inputs = data.inputs.rowsOfNumbers
    var targets = data.targets.rowsOfNumbers
    switch edit {
    case .add(let place, let values):
      inputs.append(place)
      targets.append(values)
    case .delete(let place):
      guard inputs.count > 1 else { throw Self.refusal("It is the only sample.") }
      let index = Self.nearest(to: place, in: inputs)
      inputs.remove(at: index)
      targets.remove(at: index)
    case .move(let place, let other): inputs[Self.nearest(to: place, in: inputs)] = other
    case .flip(let place):
      guard data.classCount != nil else {
        throw Self.refusal("The targets are numbers, not classes.")
      }
      let index = Self.nearest(to: place, in: inputs)
      targets[index] = Self.flipped(targets[index])
    }
    try write([
      ExperimentEdit("inputs", value: YAMLNode(inputs)),
      ExperimentEdit("targets", value: YAMLNode(targets)),
    ])
  }

  /// Writes samples out in every run that shares those of the focused one.
  private mutating func write(_ samples: [ExperimentEdit]) throws(Diagnostics) {
    var copy = self
    for index in runsSharingSamples {
      copy.focus = index
      try copy.edit(samples + copy.taskOfNamedSamples + copy.focusedFile.names)
    }
    copy.focus = focus
    self = copy
  }

  /// The loss and the output layer of the focused run, where its samples have a name or a file that decides them.
  private var taskOfNamedSamples: [ExperimentEdit] {
    guard fileInForce.document["data"] != nil else { return [] }
    let task = focusedRun.activeExperiment
    let output = task.layers.last.map {
      ExperimentEdit("output", value: YAMLNode($0.activation.name))
    }
    return [ExperimentEdit("loss", value: YAMLNode(task.loss.name)), output].compactMap(\.self)
  }

  private static func nearest(to place: [Double], in inputs: [[Double]]) -> Int {
    func distance(_ row: [Double]) -> Double {
      zip(row, place).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
    return inputs.indices.min { distance(inputs[$0]) < distance(inputs[$1]) } ?? 0
  }

  private static func flipped(_ row: [Double]) -> [Double] {
    row.count == 1 ? [1 - row[0]] : [row[row.count - 1]] + row.dropLast()
  }

  private static func refusal(_ sentence: String) -> Diagnostics {
    Diagnostics([Diagnostic(file: "samples", message: sentence)])
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
