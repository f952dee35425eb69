import NeuralNetwork
import Workbench

/// What the layout needs to know of a workspace; it stays the same while a run trains, so panels do not jump about.
struct PanelContext: Hashable {
  /// Units of every layer of the focused run, the inputs first.
  var shape = [1, 1]
  /// Runs side by side.
  var runCount = 1
  /// Weights, biases and the like together.
  var parameterCount = 2
  /// Samples in a batch.
  var sampleCount = 1
  /// Samples in the whole data set.
  var dataCount = 1
  /// Whether the settings stand to the left: then numbers stand beside them, and curves and planes to the right.
  var hasSettings = false
  /// Whether a question is open, whose answer no panel may give away that the lesson did not ask for.
  var isGuessing = false

  /// How many weight layers there are.
  var depth: Int { shape.count - 1 }
  /// The units of the largest layer.
  var tallest: Int { shape.max() ?? 1 }
  /// Whether every weight layer is one unit.
  var isChain: Bool { shape.dropFirst().allSatisfy { $0 == 1 } }
  /// The panels that may fill what room the wanted ones leave, the most telling first.
  var fillers: [Panel] { Panel.all.filter { $0.fills(self) } }
}

extension PanelContext {
  init(_ workspace: Workspace) {
    let run = workspace.focusedRun
    self.init(
      shape: run.network.shape, runCount: workspace.runs.count,
      parameterCount: run.network.parameterCount, sampleCount: run.step.inputs.rows,
      dataCount: run.dataset.count)
  }
}
