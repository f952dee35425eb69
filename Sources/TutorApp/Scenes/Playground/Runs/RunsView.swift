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

  /// The table, where there is room the losses of all runs below it, and what was said last.
  public func draw(_ model: Model, on canvas: inout Canvas) {
    let runs = model.workspace.runs
    let figures = model.runFigures
    let settings = RunSetting.differences(of: runs)
    let line = model.notice ?? "▶ is the run that the keys of the playground act on"
    drawFramed(model, line: line, on: &canvas) { _, canvas in
      TextTable(
        columns(settings, figures), rows: runs.indices.map { row($0, settings, figures, model) },
        selected: index(in: model.workspace)
      ).draw(in: table(in: canvas.bounds.size), on: &canvas)
      drawLosses(of: model, under: runs.count + 1, on: &canvas)
    }
  }

  private func drawLosses(of model: Model, under rows: Int, on canvas: inout Canvas) {
    let below = table(in: canvas.bounds.size).split(top: rows + 1).rest
    guard below.height >= 8 else { return }
    let hasData = below.width >= 98 && Panel.data.fills(PanelContext(model.workspace))
    let (left, right) = below.split(right: hasData ? below.width / 2 : 0)
    Panel.loss.drawTitled(model, in: left, on: &canvas)
    drawData(of: model, in: right.inset(left: 1), on: &canvas)
  }

  /// What each run makes of the data; of a line all of them in one picture.
  private func drawData(of model: Model, in rect: Rect, on canvas: inout Canvas) {
    let count = model.run.network.inputCount == 1 ? 1 : model.workspace.runs.count
    let columns = count > 2 ? 2 : 1
    let size = Size(
      width: rect.width / columns, height: rect.height / ((count + columns - 1) / columns))
    guard size.height >= 8 else { return }
    for run in 0..<count {
      var shown = model
      if count > 1 { shown.workspace.focus(on: run) }
      let place = Rect(
        x: rect.x + run % columns * size.width, y: rect.y + run / columns * size.height,
        width: size.width, height: size.height)
      Panel.data.drawTitled(shown, in: place, on: &canvas)
    }
  }

  private func columns(_ settings: [RunSetting], _ figures: [RunFigure]) -> [TableColumn] {
    [TableColumn("run", priority: 9)]
      + figures.map { TableColumn($0.title, alignment: .trailing, priority: $0.priority) }
      + settings.map { TableColumn($0.name, priority: 5) }
  }

  private func row(
    _ index: Int, _ settings: [RunSetting], _ figures: [RunFigure], _ model: Model
  ) -> [StyledText] {
    let labeled = model.workspace.runs[index]
    let look = labeled.look
    let mark = index == model.workspace.focus ? "▶ " : "  "
    let label =
      (labeled.label.isEmpty ? "this run" : labeled.label) + (labeled.isPinned ? " pinned" : "")
    return [StyledText(mark, .accent) + StyledText("\(look.line) \(label)", look.style)]
      + figures.map { figure in
        StyledText(model.figure(figure, ofRun: index).map(figure.text) ?? "-")
      }
      + settings.map { StyledText($0.texts[index]) }
  }
}
