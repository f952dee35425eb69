import NeuralNetwork
import TerminalCanvas

/// The pictures of a run.
///
/// A lesson names them by raw value; a new one is a case here and a file in `Panels`.
public enum Panel: String, CaseIterable, Hashable, Sendable {
  case network, chain, loss, gradients, parameters, data, parabola, comparison, diagnosis

  /// What the layout and the frame need to know of a panel, and how it is drawn.
  struct Definition {
    let title: String
    /// Rows below which it is shed, its title included.
    let minimumHeight: Int
    /// Its share of spare rows, against the others in its stack.
    let weight: Int
    /// Whether it stands in the strip at the bottom.
    var isStrip = false
    /// Draws the state of the model inside a rectangle, whatever its size.
    let draw: (Model, Rect, inout Canvas) -> Void
  }

  var definition: Definition {
    switch self {
    case .network:
      Definition(title: "network", minimumHeight: 6, weight: 2, draw: drawNetwork)
    case .chain:
      Definition(title: "chain rule", minimumHeight: 6, weight: 1, draw: drawChainRule)
    case .loss:
      Definition(title: "loss", minimumHeight: 5, weight: 2, isStrip: true, draw: drawLoss)
    case .gradients:
      Definition(
        title: "gradients", minimumHeight: 4, weight: 1, isStrip: true, draw: drawGradients)
    case .parameters:
      Definition(title: "parameters", minimumHeight: 5, weight: 1, draw: drawParameters)
    case .data:
      Definition(title: "data", minimumHeight: 7, weight: 3, draw: drawData)
    case .parabola:
      Definition(title: "cost", minimumHeight: 7, weight: 3, draw: drawParabola)
    case .comparison:
      Definition(title: "runs", minimumHeight: 4, weight: 1, draw: drawComparison)
    case .diagnosis:
      Definition(title: "diagnosis", minimumHeight: 3, weight: 1, draw: drawDiagnosis)
    }
  }
}

extension Panel {
  /// The title as it stands above the panel, with what the picture is of.
  func title(in model: Model) -> String {
    switch self {
    case .chain:
      "chain rule" + (model.selected.map { " for \(model.run.network.symbol($0))" } ?? "")
    case .loss:
      model.isLogScale ? "\(model.run.loss.rawValue) loss, log" : "\(model.run.loss.rawValue) loss"
    default: definition.title
    }
  }
}
