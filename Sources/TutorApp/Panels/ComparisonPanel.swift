import NeuralNetwork
import TerminalCanvas
import Workbench

/// The runs side by side in numbers, each with the line that its curve is drawn with, and with what sets it apart.
func drawComparison(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let rows = ComparisonRows(model)
  TextTable(
    rows.columns, rows: rows.rows,
    selected: rows.rows.count > rect.height - 1 ? model.workspace.focus : nil
  ).draw(in: rect.inset(left: 1), on: &canvas)
}

/// The table, and below it the curves and the gradients of all runs.
private func drawComparisonZoomed(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let rows = model.workspace.runs.count + 2
  guard rect.height >= rows + 8 else { return drawComparison(model, in: rect, on: &canvas) }
  let (top, below) = rect.split(top: rows)
  drawComparison(model, in: top, on: &canvas)
  let (left, right) = below.split(right: below.width >= 90 ? below.width * 2 / 5 : 0)
  drawLoss(model, in: left, on: &canvas)
  drawGradients(model, in: right.inset(left: 2), on: &canvas)
}

/// What is known of each run, over all samples that it learns from.
private struct ComparisonRows {
  private let model: Model
  private let differences: [RunSetting]
  private let hasAccuracy, hasHeldOut: Bool

  init(_ model: Model) {
    self.model = model
    differences =
      model.workspace.isSealed
      ? [] : RunSetting.differences(of: model.workspace.runs)
    hasAccuracy = model.summaries.contains { $0.accuracy != nil }
    hasHeldOut = model.summaries.contains { $0.heldOutLoss != nil }
  }

  var columns: [TableColumn] {
    func figure(_ title: String, _ priority: Int) -> TableColumn {
      TableColumn(title, alignment: .trailing, priority: priority)
    }
    var columns = [TableColumn("run", priority: 9), figure("loss", 8)]
    if hasHeldOut { columns.append(figure("held out", 7)) }
    if hasAccuracy { columns.append(figure("right", 6)) }
    columns += differences.map { TableColumn($0.name, priority: 5) }
    return columns + [figure("update", 0)]
  }

  var rows: [[StyledText]] { model.workspace.runs.indices.map(row) }

  private func row(_ index: Int) -> [StyledText] {
    let labeled = model.workspace.runs[index]
    let (run, look) = (labeled.run, labeled.look)
    let summary = model.summary(ofRun: index)
    let label = labeled.label.isEmpty ? "this run" : labeled.label
    let name =
      StyledText(index == model.workspace.focus ? "▶ " : "  ", .accent)
      + StyledText("\(look.line) \(label)", look.style)
    var cells = [name, StyledText(number(summary.objective))]
    if hasHeldOut { cells.append(StyledText(summary.heldOutLoss.map { number($0) } ?? "-")) }
    if hasAccuracy { cells.append(StyledText(summary.accuracy.map { percent($0) } ?? "-")) }
    cells += differences.map { StyledText($0.texts[index]) }
    return cells + [StyledText("\(run.position.update)", .muted)]
  }

  /// A sentence a run.
  var words: [String] {
    model.workspace.runs.indices.map { index in
      let run = model.workspace.runs[index]
      let settings = differences.map { "\($0.name) \($0.texts[index])" }
      let summary = model.summary(ofRun: index)
      var scores = ["loss \(number(summary.objective))"]
      if let heldOut = summary.heldOutLoss { scores.append("held out \(number(heldOut))") }
      if let share = summary.accuracy { scores.append("\(percent(share)) right") }
      let name = run.label.isEmpty ? "This run" : "Run \(run.label)"
      return "\(name): \((scores + settings).joined(separator: ", "))."
    }
  }
}

extension Panel {
  static let comparison = Panel(
    "comparison", term: "comparison", title: { _ in "runs, over all samples" }, of: .everyRun,
    side: .left,
    needs: {
      PanelNeeds(
        width: .init(30, best: 60), height: .init(min($0.runCount, 6) + 2, best: $0.runCount + 2))
    },
    sheds: "columns, from the right", fills: { $0.runCount > 1 }, draw: drawComparison,
    drawZoomed: drawComparisonZoomed,
    words: { ComparisonRows($0).words }, legend: { _ in comparisonLegend })
}

private let comparisonLegend = [
  LegendRow(StyledText("▶", .accent), "the run that the keys act on"),
  LegendRow(StyledText("loss"), "over all samples that the run learns from, with penalties"),
]
