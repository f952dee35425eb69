import Experiments
import NeuralNetwork

/// `set`: changes a setting of the focused run while it is under way, as the keys do.
public struct NewSetting: Deed {
  /// The setting and its value.
  public let edit: ExperimentEdit

  /// A setting with its value.
  package init(_ edit: ExperimentEdit) { self.edit = edit }

  /// Changes it.
  public func perform(
    on workspace: inout Workspace, watch: Survey.Watch?, at position: SourcePosition
  ) throws(LessonError) {
    let change: Change
    do { change = try edit.change(in: workspace.focusedRun.activeExperiment) } catch {
      throw LessonError(error.list[0].message, at: error.list[0].position ?? position)
    }
    try workspace.apply(change, at: position)
  }
}

/// `set`: gives a parameter of the focused run another value.
public struct NewParameter: Deed {
  /// The parameter.
  public let index: ParameterIndex
  /// Its value.
  public let value: Double

  /// A parameter with its value.
  package init(_ index: ParameterIndex, _ value: Double) {
    (self.index, self.value) = (index, value)
  }

  /// Changes it.
  public func perform(
    on workspace: inout Workspace, watch: Survey.Watch?, at position: SourcePosition
  ) throws(LessonError) {
    try workspace.apply(.parameter(index, value), at: position)
  }
}

/// `prune`: sets this share of the focused run's weights, the smallest, to 0, as if by hand.
public struct Pruning: Deed {
  /// The share, from 0 to 1.
  public let share: Double

  /// A share of the weights.
  package init(share: Double) { self.share = share }

  /// Prunes.
  public func perform(
    on workspace: inout Workspace, watch: Survey.Watch?, at position: SourcePosition
  ) throws(LessonError) {
    workspace.changeFocusedRun { run in
      let (network, pruned) = (run.network, run.network.pruned(share: share))
      for index in network.parameterIndices where network[index] != pruned[index] {
        run.apply(.parameter(index, 0))
      }
    }
  }
}

extension Workspace {
  fileprivate mutating func apply(
    _ change: Change, at position: SourcePosition
  ) throws(LessonError) {
    if let rejection = runs[focus].run.apply(change) {
      throw LessonError(rejection.sentence, at: position)
    }
  }
}
