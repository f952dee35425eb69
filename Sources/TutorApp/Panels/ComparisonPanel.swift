import NeuralNetwork
import TerminalCanvas
import Workbench

/// The runs side by side in numbers, each with the line that its curve is drawn with.
func drawComparison(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let runs = model.workspace.runs
  let labels = runs.map { $0.label.isEmpty ? "this run" : $0.label }
  let rows = runs.indices.map { index in
    comparisonRow(
      runs[index].run, model.summaries[index], label: labels[index],
      isFocused: index == model.workspace.focus,
      look: RunStyle.of(run: index))
  }
  let table = TextTable(comparisonColumns, rows: rows)
  table.draw(in: rect.inset(left: 1), on: &canvas)
}

private let comparisonColumns = [
  TableColumn("run", priority: 9), TableColumn("loss", alignment: .trailing, priority: 8),
  TableColumn("right", alignment: .trailing, priority: 7),
  TableColumn("η", alignment: .trailing, priority: 5),
  TableColumn("hidden", priority: 6),
  TableColumn("‖∇‖ layer 1", alignment: .trailing, priority: 2),
  TableColumn("last layer", alignment: .trailing, priority: 1),
  TableColumn("update", alignment: .trailing, priority: 0),
]

private func comparisonRow(
  _ run: Run, _ summary: RunSummary, label: String, isFocused: Bool, look: RunStyle
) -> [StyledText] {
  let norms = run.step.weightGradientNorms
  return [
    StyledText(isFocused ? "▶ " : "  ", .accent) + StyledText("\(look.line) \(label)", look.style),
    StyledText(number(run.step.loss), .text),
    StyledText(summary.accuracy.map { "\(Int(($0 * 100).rounded())) %" } ?? "-", .text),
    StyledText(compact(run.learningRate), .text),
    StyledText(run.hiddenActivation?.title ?? "-", .text),
    StyledText((norms.first ?? 0).scientific(significant: 2), .muted),
    StyledText((norms.last ?? 0).scientific(significant: 2), .muted),
    StyledText("\(run.position.update)", .muted),
  ]
}

extension Panel {
  static let comparison = Panel(
    "comparison", term: "comparison", title: { _ in "runs" }, of: .everyRun, side: .left,
    needs: { PanelNeeds(width: .init(30, best: 60), height: .init($0.runCount + 2)) },
    sheds: "columns, from the right", fills: { $0.runCount > 1 }, draw: drawComparison,
    legend: { _ in comparisonLegend })
}

private let comparisonLegend = [
  LegendRow(StyledText("▶", .accent), "the run that the keys act on"),
  LegendRow(StyledText("‖∇‖"), "the length of the gradient of a layer's weights"),
]
