import NeuralNetwork
import TerminalCanvas
import Workbench

extension PointsScene {
  /// The rectangle of the picture on a screen.
  private func picture(in size: Size) -> Rect {
    Rect(x: 1, y: 1, width: max(0, size.width - 2), height: max(0, size.height - 3))
  }

  /// The cells of the plot itself.
  func plot(in size: Size) -> Rect { ScatterPlot.plot(in: picture(in: size), x: x, y: y) }

  /// The cell that a place lies in; nil outside.
  func cell(of place: [Double], in plot: Rect) -> Point? {
    guard let column = x.cell(of: place[0], cells: plot.width),
      let row = y.cell(of: place[1], cells: plot.height)
    else { return nil }
    return Point(x: plot.x + column, y: plot.maxY - 1 - row)
  }

  /// The samples before what the network makes of the plane, and the cursor.
  public func draw(_ model: Model, on canvas: inout Canvas) {
    drawFramed(model, line: model.notice ?? status(model), on: &canvas) { _, canvas in
      let rect = picture(in: canvas.bounds.size)
      scatter(model, in: rect, on: canvas).draw(in: rect, on: &canvas)
      drawCursor(in: plot(in: canvas.bounds.size), on: &canvas)
    }
  }

  private func drawCursor(in plot: Rect, on canvas: inout Canvas) {
    guard let cell = cell(of: place, in: plot) else { return }
    for (side, sign) in [(-1, "["), (1, "]")] {
      canvas.write(
        StyledText(sign, Style(.accent, .bold)), at: Point(x: cell.x + side, y: cell.y),
        within: plot)
    }
  }

  private func scatter(_ model: Model, in rect: Rect, on canvas: Canvas) -> ScatterPlot {
    guard let data = try? model.run.samplesByHand else { return ScatterPlot([], x: x, y: y) }
    let (chosen, sides) = (nearest(in: data), OutputSides(model.run))
    let groups = sides.groups(of: data.targets)
    let points = (0..<data.inputs.rows).map { index in
      let isHeld = held != nil && index == chosen
      return PlotPoint(
        x: isHeld ? place[0] : data.inputs[index, 0], y: isHeld ? place[1] : data.inputs[index, 1],
        group: groups[index], attributes: index == chosen ? .reversed : [])
    }
    guard model.run.network.inputCount == 2 else { return ScatterPlot(points, x: x, y: y) }
    let size = ScatterPlot.fieldSize(in: rect, x: x, y: y, on: canvas)
    let (across, down) = scaled(model.run)
    let key = PictureCache.Key(
      name: "points", run: model.workspace.focus, size: size, axes: [across, down], sides: sides)
    let surface = model.pictures.value(for: key, of: model.run.network) {
      OutputSurface(of: model.run.network, x: across, y: down, size: size, sides: sides)
    }
    return ScatterPlot(points, x: x, y: y, field: surface.field, contours: [surface.contour])
  }

  /// The axes in the unit that the network gets.
  private func scaled(_ run: Run) -> (x: Axis, y: Axis) {
    guard let scaler = run.scaler else { return (x, y) }
    let ends = scaler.scaled(Matrix([[x.lower, y.lower], [x.upper, y.upper]]))
    return (Axis(from: ends[0, 0], to: ends[1, 0]), Axis(from: ends[0, 1], to: ends[1, 1]))
  }
}
