import Experiments
import NeuralNetwork

/// `focus`: the run that keys, text and claims speak of.
public struct Focus: Deed {
  /// Its label.
  public let label: String

  /// The run of a label.
  package init(label: String) { self.label = label }

  /// Turns the focus.
  public func perform(
    on workspace: inout Workspace, watch: Survey.Watch?, at position: SourcePosition
  ) throws(LessonError) {
    guard let index = workspace.runs.firstIndex(where: { $0.label == label }) else {
      let labels = workspace.runs.map(\.label).filter { !$0.isEmpty }.joined(separator: ", ")
      let known = labels.isEmpty ? "compare makes labeled runs" : "there are \(labels)"
      throw LessonError(
        "There is no run called '\(label)' in the workspace: \(known).", at: position)
    }
    workspace.focus(on: index)
  }
}

/// `panels`: what is shown, by name.
public struct ShownPanels: Deed {
  /// The panels, the most wanted first.
  public let names: [String]

  /// Panels by name.
  package init(_ names: [String]) { self.names = names }

  /// Shows them.
  public func perform(
    on workspace: inout Workspace, watch: Survey.Watch?, at position: SourcePosition
  ) throws(LessonError) {
    workspace.panels = names
  }
}

/// The axis that losses are drawn over.
public enum LossScale: String, CaseIterable, Hashable, Sendable {
  case linear, log
  /// As suits the losses.
  case auto
}

/// `scale`: the axis that losses are drawn over.
public struct ShownScale: Deed {
  /// The axis from now on.
  public let scale: LossScale

  /// An axis.
  package init(_ scale: LossScale) { self.scale = scale }

  /// Takes it.
  public func perform(
    on workspace: inout Workspace, watch: Survey.Watch?, at position: SourcePosition
  ) throws(LessonError) {
    workspace.lossScale = scale
  }
}

/// `seal`: whether the recipes of the runs are kept from view.
public struct Seal: Deed {
  /// Whether they are from now on.
  public let isSealed: Bool

  /// Seals them, or opens the seal.
  package init(_ isSealed: Bool) { self.isSealed = isSealed }

  /// Does it.
  public func perform(
    on workspace: inout Workspace, watch: Survey.Watch?, at position: SourcePosition
  ) throws(LessonError) {
    workspace.isSealed = isSealed
  }
}

/// `select`: the parameter that the chain rule and the gradient check speak of.
public struct Selection: Deed {
  /// The parameter.
  public let parameter: ParameterIndex

  /// A parameter.
  package init(_ parameter: ParameterIndex) { self.parameter = parameter }

  /// Selects it.
  public func perform(
    on workspace: inout Workspace, watch: Survey.Watch?, at position: SourcePosition
  ) throws(LessonError) {
    guard workspace.focusedRun.network.contains(parameter) else {
      let shape = workspace.focusedRun.network.shape
      throw LessonError("There is no \(parameter) in a network of shape \(shape).", at: position)
    }
    workspace.selected = parameter
  }
}
