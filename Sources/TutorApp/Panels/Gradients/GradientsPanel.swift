import NeuralNetwork
import TerminalCanvas
import Workbench

/// The size of every layer's weight gradient, on one absolute logarithmic scale for all runs and all times.
///
/// Ratios would hide a network whose gradients are all small. Several runs stand side by side, each under its name.
func drawGradients(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let names = model.workspace.runNames
  let runs = model.workspace.runs.enumerated().map { index, lane in
    GradientColumn(
      lane, problems: model.diagnoses(ofRun: index), name: names[index],
      look: RunStyle.of(run: index),
      isFocused: index == model.workspace.focus)
  }
  GradientPicture(runs, in: rect.inset(left: 1), glyphs: canvas.glyphs).draw(on: &canvas)
}

/// What the panel's title says; the bars of several runs leave no row for what the lines stand for.
private func gradientsTitle(_ model: Model) -> String {
  guard model.workspace.runs.count > 1 else { return "gradients of weights" }
  let limits = GradientPicture.marks
  return "gradients of weights, lines at "
    + limits.map { $0.scientific(significant: 1) }.joined(separator: " and ")
}

/// One run's gradients by layer, as far as its learner has walked.
struct GradientColumn {
  let label: String
  let style: Style
  let isFocused: Bool
  /// A norm for each layer, from the first; nil where it is not known yet.
  let norms: [Double?]
  /// What is wrong with the run: the words beside the bars are taken from it.
  private let problems: [TrainingProblem]

  init(
    _ lane: Workspace.LabelledRun, problems: [TrainingProblem], name: String, look: RunStyle,
    isFocused: Bool
  ) {
    self.problems = problems
    label = name
    style = look.style
    self.isFocused = isFocused
    let (step, phase) = (lane.run.shownStep, lane.run.shownPhase)
    norms = step.weightGradientNorms.enumerated().map { index, norm in
      phase >= .backward(layer: index + 1) ? norm : nil
    }
  }

  /// A number for a layer: `4.3e-2`, or a word.
  func text(layer: Int) -> String {
    guard norms.indices.contains(layer - 1) else { return "" }
    guard let norm = norms[layer - 1] else { return "·" }
    return norm == 0 ? "0" : norm.scientific(significant: 2)
  }

  /// What a layer's gradient means, in a word; empty where it is as it should be.
  func verdict(layer: Int) -> String {
    verdicts.indices.contains(layer - 1) ? verdicts[layer - 1] ?? "" : ""
  }

  private var verdicts: [String?] {
    norms.enumerated().map { index, norm in
      norm == nil ? nil : problems.gradientVerdict(layer: index + 1)
    }
  }

  /// The layers that have gone wrong in one way, in words: `1-3 vanish`.
  var summary: String? {
    let verdicts = verdicts
    guard let verdict = verdicts.lazy.compactMap({ $0 }).first else { return nil }
    let layers = verdicts.indices.filter { verdicts[$0] == verdict }
    guard let first = layers.first, let last = layers.last else { return nil }
    let range = first == last ? "\(first + 1)" : "\(first + 1)-\(last + 1)"
    return "\(range) \(verdict)"
  }
}

extension PanelContext {
  /// Rows of the gradients: one a layer, and the names of several runs.
  var gradientRows: Int { depth + (runCount > 1 ? 1 : 0) }
}

extension Panel {
  static let gradients = Panel(
    "gradients", term: "gradient norm", title: gradientsTitle, of: .everyRun, side: .right,
    needs: { context in
      let runs = context.runCount
      return PanelNeeds(
        width: .init(runs == 1 ? 20 : 13 * runs, best: 24 * runs + 10),
        height: .init(min(context.gradientRows, 9) + 1, best: context.gradientRows + 3))
    },
    sheds: "the scale, layers in the middle, verdicts, bars", draw: drawGradients,
    words: gradientWords, legend: { _ in gradientsLegend })
}

private func gradientWords(_ model: Model) -> [String] {
  guard model.run.shownPhase == .whole else { return [] }
  let norms = model.shownStep.weightGradientNorms.map { $0.formatted(significant: 3) }
  return ["Gradient norm of the weights by layer: " + norms.joined(separator: ", ")]
}

private let gradientsLegend = [
  LegendRow(StyledText("█"), "the length of the gradient of a layer's weights, biases left out"),
  LegendRow(
    StyledText("│", .muted), "marks of the scale, on which each step is ten times the one before"),
  LegendRow(StyledText("█", .warning), "a layer that the diagnosis names"),
  LegendRow(StyledText("·", .muted), "not worked out yet"),
]
