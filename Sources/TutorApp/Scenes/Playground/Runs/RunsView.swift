import NeuralNetwork
import TerminalCanvas
import Workbench

extension RunsScene {
  private func table(in size: Size) -> Rect {
    Rect(x: 1, y: 2, width: max(0, size.width - 2), height: max(0, size.height - 4))
  }

  /// A click selects a run, the next one lets the keys act on it.
  public func message(for mouse: Mouse, in model: Model) -> TutorApp.Message? {
    let row = mouse.point.y - table(in: model.size).y - 1
    guard mouse.isClick, model.workspace.runs.indices.contains(row) else { return nil }
    return .runs(row == index(in: model.workspace) ? .pick : .select(row))
  }

  /// The table, and what was said last.
  public func draw(_ model: Model, on canvas: inout Canvas) {
    let (head, rest) = canvas.bounds.split(top: 1)
    let (body, keys) = rest.split(bottom: 1)
    canvas.write(
      StyledText("Downhill", .heading) + StyledText("  \(title)"), in: head.inset(left: 1, right: 1)
    )
    let runs = model.workspace.runs
    let figures = RunFigure.all.filter { figure in runs.contains { figure.value($0) != nil } }
    let settings = RunSetting.differences(of: runs.map(\.run))
    TextTable(
      columns(settings, figures), rows: runs.indices.map { row($0, settings, figures, model) },
      selected: index(in: model.workspace)
    ).draw(in: table(in: canvas.bounds.size), on: &canvas)
    let line = model.notice ?? "▶ is the run that the keys of the playground act on"
    canvas.write(
      StyledText(line, .accent), in: body.inset(left: 1, right: 1), row: body.height - 1)
    drawKeys(model, in: keys, on: &canvas)
  }

  private func columns(_ settings: [RunSetting], _ figures: [RunFigure]) -> [TableColumn] {
    [TableColumn("run", priority: 9)]
      + figures.map { TableColumn($0.title, alignment: .trailing, priority: $0.priority) }
      + settings.map { TableColumn($0.name, priority: 5) }
  }

  private func row(
    _ index: Int, _ settings: [RunSetting], _ figures: [RunFigure], _ model: Model
  ) -> [StyledText] {
    let (lane, look) = (model.workspace.runs[index], RunStyle.of(run: index))
    let mark = index == model.workspace.focus ? "▶ " : "  "
    let label = (lane.label.isEmpty ? "this run" : lane.label) + (lane.isPinned ? " pinned" : "")
    return [StyledText(mark, .accent) + StyledText("\(look.line) \(label)", look.style)]
      + figures.map { figure in StyledText(figure.value(lane).map(figure.text) ?? "-") }
      + settings.map { StyledText($0.text(lane.run)) }
  }
}
