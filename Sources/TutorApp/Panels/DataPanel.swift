import NeuralNetwork
import TerminalCanvas

/// The samples and what the network makes of them: a fitted line for one input, decision regions for two.
func drawData(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  switch model.run.network.inputCount {
  case 1: drawFit(model.run, in: rect, on: &canvas)
  case 2: drawRegions(model.run, in: rect, on: &canvas)
  default: drawOutputs(model.run, in: rect, on: &canvas)
  }
}

/// Targets as points over the input, the network's output as a line.
private func drawFit(_ run: Run, in rect: Rect, on canvas: inout Canvas) {
  let data = run.dataset
  let points = (0..<data.inputs.rows).map {
    PlotPoint(x: data.inputs[$0, 0], y: data.targets[$0, 0])
  }
  let x = padded(points.map(\.x))
  let inputs = (0...60).map { x.value(at: Double($0) / 60) }
  let outputs = run.network.outputs(for: Matrix(rows: 61, columns: 1, elements: inputs))
  let line = (0...60).map { Bucket(x: inputs[$0], y: outputs[$0, 0]) }
  let plot = ScatterPlot(
    points, x: x, y: padded(points.map(\.y)), curves: [Series("", line, style: Style(.series2))])
  plot.draw(in: rect, on: &canvas)
}

/// Samples over the plane of the two inputs, before the regions that the network divides it into.
private func drawRegions(_ run: Run, in rect: Rect, on canvas: inout Canvas) {
  let data = run.dataset
  let points = (0..<data.inputs.rows).map { row in
    PlotPoint(x: data.inputs[row, 0], y: data.inputs[row, 1], group: data.group(of: row))
  }
  let x = padded(points.map(\.x))
  let y = padded(points.map(\.y))
  let plot = ScatterPlot(
    points, x: x, y: y, field: regions(of: run.network, x: x, y: y, size: rect.size))
  plot.draw(in: rect, on: &canvas)
}

/// The network's output over the plane, from 0 to 1; coarse on purpose, since it is drawn while training.
private func regions(of network: Network, x: Axis, y: Axis, size: Size) -> Field {
  let columns = min(48, max(1, size.width))
  let rows = min(24, max(1, size.height))
  var places: [Double] = []
  _ = Field(columns: columns, rows: rows, x: x, y: y) { x, y in
    places += [x, y]
    return 0
  }
  let outputs = network.outputs(
    for: Matrix(rows: columns * rows, columns: 2, elements: places))
  var next = -1
  return Field(columns: columns, rows: rows, x: x, y: y) { _, _ in
    next += 1
    return outputs.columns == 1 ? outputs[next, 0] : outputs.label(of: next)
  }
}

/// For more than two inputs: what the network says of each sample against what is true.
private func drawOutputs(_ run: Run, in rect: Rect, on canvas: inout Canvas) {
  let step = run.shownStep
  let rows = (0..<min(step.outputs.rows, max(0, rect.height - 1))).map { row in
    [
      StyledText("\(step.sampleIndices[row] + 1)", .muted),
      StyledText(values(step.targets, row)), StyledText(values(step.outputs, row), .accent),
    ]
  }
  let table = TerminalCanvas.Table(
    [TableColumn("sample"), TableColumn("target"), TableColumn("output")], rows: rows)
  table.draw(in: rect.inset(left: 1), on: &canvas)
}

private func values(_ matrix: Matrix, _ row: Int) -> String {
  (0..<min(matrix.columns, 10)).map { matrix[row, $0].formatted(significant: 2) }
    .joined(separator: " ")
}

/// An axis with a little room on both sides of the values.
private func padded(_ values: [Double]) -> Axis {
  let fitting = Axis(fitting: values)
  let margin = (fitting.upper - fitting.lower) * 0.15
  return Axis(from: fitting.lower - margin, to: fitting.upper + margin)
}

extension Dataset {
  /// The class of a sample: by its only target, or by the largest of several.
  fileprivate func group(of row: Int) -> Int {
    targets.columns == 1 ? (targets[row, 0] > 0.5 ? 1 : 0) : Int(targets.largest(of: row))
  }
}

extension Matrix {
  /// The column of the largest value in a row.
  fileprivate func largest(of row: Int) -> Int {
    (0..<columns).max { self[row, $0] < self[row, $1] } ?? 0
  }

  /// The class of a row as a level between 0 and 1.
  fileprivate func label(of row: Int) -> Double {
    Double(largest(of: row)) / Double(max(1, columns - 1))
  }
}
