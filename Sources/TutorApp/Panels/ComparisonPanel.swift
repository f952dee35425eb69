import Lessons
import NeuralNetwork
import TerminalCanvas

/// The runs side by side in numbers.
func drawComparison(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let rows = model.bench.runs.enumerated().map { index, lane in
    comparisonRow(lane, isFocused: index == model.bench.focus, style: RunStyle.of(run: index).style)
  }
  let table = TerminalCanvas.Table(comparisonColumns, rows: rows)
  table.draw(in: rect.inset(left: 1), on: &canvas)
}

private let comparisonColumns = [
  TableColumn("run"), TableColumn("loss", alignment: .trailing, priority: 1),
  TableColumn("right", alignment: .trailing, priority: 3),
  TableColumn("η", alignment: .trailing, priority: 2),
  TableColumn("‖∇‖ layer 1", alignment: .trailing, priority: 4),
  TableColumn("last", alignment: .trailing, priority: 5),
]

private func comparisonRow(_ lane: Bench.LabelledRun, isFocused: Bool, style: Style) -> [StyledText]
{
  let run = lane.run
  let norms = run.step.weightGradientNorms
  return [
    StyledText((isFocused ? "▶ " : "  ") + lane.label, style),
    StyledText(number(run.step.loss), .text),
    StyledText(run.accuracy.map { "\(Int(($0 * 100).rounded())) %" } ?? "", .text),
    StyledText(compact(run.learningRate), .text),
    StyledText((norms.first ?? 0).formatted(significant: 2), .muted),
    StyledText((norms.last ?? 0).formatted(significant: 2), .muted),
  ]
}
