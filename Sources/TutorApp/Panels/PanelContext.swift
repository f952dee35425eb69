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
  /// Whether they are told apart by their targets.
  var targetsDiffer = true
  /// Whether the settings stand to the left: then numbers stand beside them, and curves and planes to the right.
  var hasSettings = false
  /// Whether a cost has a slope: a step lets no error back.
  var passesErrors = true
  /// Whether samples are held out.
  var hasHeldOut = false
  /// Whether some run's learning rate follows a plan.
  var hasSchedule = false
  /// Whether a question is open, whose answer no panel may give away that the lesson did not ask for.
  var isGuessing = false
  /// The panels whose subject a lesson has not explained by its page: they are shown only where it asks for them.
  var unexplained: Set<Panel> = []
  /// Whether the runs show what the open question asks for.
  var isAhead = false
  /// The panels in the order in which a lesson comes to name them; empty where there is no lesson.
  var order: [Panel] = []

  /// Whether a panel must wait for the learner's guess, where these are asked for by the lesson.
  func veils(_ panel: Panel, among wanted: [Panel]) -> Bool {
    isAhead || isGuessing && panel.couldTell && !wanted.contains(panel)
  }

  /// Whether a panel can use any number of rows.
  func isGreedy(_ panel: Panel) -> Bool { panel.needs(self).height.isEndless }

  /// Where a panel stands among others of its column: in its lesson's order, so that one that stays open from page to page
  /// stays in its place whichever of them is the page's own.
  func rank(_ panel: Panel) -> Int { order.firstIndex(of: panel) ?? order.count }

  /// How many weight layers there are.
  var depth: Int { shape.count - 1 }
  /// The units of the largest layer.
  var tallest: Int { shape.max() ?? 1 }
  /// Whether every weight layer is one unit.
  var isChain: Bool { shape.dropFirst().allSatisfy { $0 == 1 } }
  /// Whether gradients hardly ever come through all of its layers unscathed.
  var isDeep: Bool { depth >= 5 }
  /// Whether the inputs are an image.
  var hasImage: Bool { InputImage.side(ofInputs: shape[0]) != nil }
  /// The panels that may fill what room the wanted ones leave, the most telling first: in a deep network whether gradients
  /// arrive.
  var fillers: [Panel] {
    let first: [Panel] = isDeep ? [.gradients, .heat] : []
    return (first + Panel.all.filter { !first.contains($0) }).filter {
      !unexplained.contains($0) && $0.fills(self)
    }
  }
}

extension PanelContext {
  init(_ workspace: Workspace) {
    self.init(workspace.focusedRun, among: workspace.runs.count)
    hasSchedule = workspace.runs.contains { $0.run.activeExperiment.schedule != .constant }
  }

  init(_ run: Run, among runCount: Int) {
    self.init(
      shape: run.network.shape, runCount: runCount,
      parameterCount: run.network.parameterCount, sampleCount: run.step.sampleCount,
      dataCount: run.dataset.count, targetsDiffer: run.dataset.targetsDiffer,
      passesErrors: run.network.layers.allSatisfy(\.activation.passesErrors),
      hasHeldOut: run.heldOut != nil)
  }

  /// What these panels, and those that may fill room beside them, want a run to keep of its way.
  func observations(for panels: Set<Panel>) -> Observations {
    (panels.union(fillers)).reduce(into: []) { $0.formUnion($1.observes(self)) }
  }
}

extension Dataset {
  /// Whether some target is another than the first.
  fileprivate var targetsDiffer: Bool {
    targets.elements.first.map { first in targets.elements.contains { $0 != first } } ?? false
  }
}
