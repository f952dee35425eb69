import NeuralNetwork
import TerminalCanvas

/// The cost for every value that the selected parameter could have, and the place of the run on it.
func drawParabola(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let run = model.run
  guard let parameter = model.selected ?? run.network.parameterIndices.first else { return }
  let curve = CostCurve(of: parameter, in: run)
  let here = curve.here
  let (top, plot) = rect.split(top: rect.height > 5 ? 1 : 0)
  let name = run.network.symbol(parameter)
  canvas.write(
    StyledText(" E for every \(name);  x here: \(number(here.x)) ", .muted)
      + StyledText("o before", .muted), in: top)
  var points = [PlotPoint(x: here.x, y: here.cost, group: 1, isEmphasized: true)]
  if let before = curve.previous { points.insert(PlotPoint(x: before.x, y: before.cost), at: 0) }
  let chart = ScatterPlot(
    points, x: Axis(fitting: curve.points.map(\.x)),
    y: Axis(fitting: curve.points.map(\.cost) + [0]),
    curves: [Series("", curve.points.map { Bucket(x: $0.x, y: $0.cost) }, style: .muted)])
  chart.draw(in: plot, on: &canvas)
}
