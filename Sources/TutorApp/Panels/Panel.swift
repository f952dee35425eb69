import Lessons
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
    /// The side it stands on where there are two columns of panels: numbers left, curves right.
    let side: Side
    /// Its share of spare rows, against the others in its column.
    let weight: Int
    /// Draws the state of the model inside a rectangle, whatever its size.
    let draw: (Model, Rect, inout Canvas) -> Void
  }

  enum Side: Hashable { case left, right }

  var definition: Definition {
    switch self {
    case .network: Definition(title: "network", side: .left, weight: 2, draw: drawNetwork)
    case .chain: Definition(title: "chain rule", side: .left, weight: 2, draw: drawChainRule)
    case .loss: Definition(title: "loss", side: .right, weight: 2, draw: drawLoss)
    case .gradients: Definition(title: "gradients", side: .right, weight: 1, draw: drawGradients)
    case .parameters: Definition(title: "parameters", side: .left, weight: 2, draw: drawParameters)
    case .data: Definition(title: "data", side: .right, weight: 3, draw: drawData)
    case .parabola: Definition(title: "cost", side: .right, weight: 3, draw: drawParabola)
    case .comparison: Definition(title: "runs", side: .left, weight: 1, draw: drawComparison)
    case .diagnosis: Definition(title: "diagnosis", side: .left, weight: 1, draw: drawDiagnosis)
    }
  }
}

/// Rows of a panel, the row of its title included.
struct PanelHeights: Hashable {
  /// Below this it is shed.
  let minimum: Int
  /// With this it shows all it has, or shows it well.
  let best: Int
  /// More would be empty or absurd.
  let maximum: Int

  init(_ minimum: Int, best: Int, maximum: Int? = nil) {
    self.minimum = minimum
    self.best = max(minimum, best)
    self.maximum = max(self.best, maximum ?? 0)
  }
}

extension Panel {
  /// The rows that the panel can use for a workspace.
  func heights(for outline: PanelContext) -> PanelHeights {
    switch self {
    case .network: Self.networkHeights(outline)
    case .chain: Self.chainHeights(outline)
    case .loss: PanelHeights(7, best: 10, maximum: 18)
    case .gradients:
      PanelHeights(min(outline.gradientRows, 9) + 1, best: outline.gradientRows + 3)
    case .parameters:
      PanelHeights(
        5, best: min(outline.parameterCount, 10) + 2, maximum: outline.parameterCount + 2)
    case .data:
      outline.shape[0] <= 2
        ? PanelHeights(7, best: 13, maximum: 24)
        : PanelHeights(5, best: min(outline.sampleCount, 10) + 2, maximum: outline.sampleCount + 2)
    case .parabola: PanelHeights(7, best: 12, maximum: 18)
    case .comparison: PanelHeights(outline.runCount + 2, best: outline.runCount + 2)
    case .diagnosis: PanelHeights(3, best: 5, maximum: 9)
    }
  }

  /// A graph grows with its units; columns have a row for each.
  private static func networkHeights(_ outline: PanelContext) -> PanelHeights {
    let tallest = outline.tallest
    guard tallest <= 4 else { return PanelHeights(6, best: tallest + 2) }
    return PanelHeights(
      max(6, 3 * tallest), best: max(8, 3 * tallest + 2), maximum: tallest == 1 ? 9 : 5 * tallest)
  }

  /// A chain of single units has two factors a layer; elsewhere the layers above are one factor.
  private static func chainHeights(_ outline: PanelContext) -> PanelHeights {
    let factors = outline.isChain ? 2 * outline.depth + 1 : 4
    let sums = outline.sampleCount == 1 ? 0 : outline.sampleCount <= 12 ? 2 : 1
    return PanelHeights(min(factors, 5) + 3, best: factors + sums + 4)
  }
}

extension PanelContext {
  /// Rows of the gradients: one a layer, and the names of several runs.
  var gradientRows: Int { depth + (runCount > 1 ? 1 : 0) }

  /// The panels that fill what room a lesson's own panels leave, the most telling first.
  var extraPanels: [Panel] {
    guard showsExtras else { return [] }
    let comparison: [Panel] = runCount > 1 ? [.comparison] : []
    let data: [Panel] = dataCount > 1 ? [.data] : []
    let cost: [Panel] = parameterCount * sampleCount <= 400 ? [.parabola] : []
    return comparison + [.network] + data + [.chain, .loss, .gradients, .parameters, .diagnosis]
      + cost
  }
}

extension Panel {
  /// The title as it stands above the panel: what the picture is of, and whose.
  func title(in model: Model) -> String {
    let title = ownTitle(in: model)
    guard model.workspace.runs.count > 1, ![.loss, .gradients, .comparison].contains(self) else {
      return title
    }
    return "\(title) · \(model.workspace.focusedLabel)"
  }

  private func ownTitle(in model: Model) -> String {
    switch self {
    case .network: "network" + sampleTitle(model)
    case .chain:
      "chain rule for \(model.run.network.symbol(model.chainParameter))"
        + sampleTitle(model)
    case .loss:
      "\(model.run.loss.rawValue) loss" + (lossScale(model) == .logarithmic ? ", log" : "")
        + (model.isSmoothed ? ", smoothed" : "")
    case .gradients: gradientsTitle(model)
    case .data: dataTitle(model.run, model.glyphs)
    case .parabola: parabolaTitle(model)
    default: definition.title
    }
  }

  private func sampleTitle(_ model: Model) -> String {
    model.shownStep.inputs.rows > 1 ? ", sample \(model.shownSampleNumber)" : ""
  }
}
