import NeuralNetwork
import TerminalCanvas
import Workbench

/// The samples and what the network makes of them: a fitted line for one input, decision regions for two.
func drawData(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  switch model.run.network.inputCount {
  case 1: drawFit(model.workspace, in: rect, on: &canvas)
  case 2: drawRegions(model, in: rect, on: &canvas)
  default: drawOutputs(model.run, in: rect, on: &canvas)
  }
}

/// What the panel's title says: the names of the marks, and how a place looks where the network says 1.
func dataTitle(_ model: Model) -> String {
  let run = model.run
  guard run.network.inputCount <= 2 else { return "targets and outputs" }
  guard run.network.inputCount == 2 else { return "data: o target, line output" }
  let classes = run.dataset.classCount ?? 2
  guard classes <= 2 else { return "data: classes 0 to \(classes - 1)" }
  let region = model.showsTones ? "orange" : String(ScatterPlot.texture(model.glyphs))
  return "data: o is 0, x is 1, \(region) says 1"
}

/// Targets as points over the input, the network's output as a line; several runs have a line each.
private func drawFit(_ workspace: Workspace, in rect: Rect, on canvas: inout Canvas) {
  let data = workspace.focusedRun.dataset
  let points = (0..<data.inputs.rows).map {
    PlotPoint(x: data.inputs[$0, 0], y: data.targets[$0, 0])
  }
  let x = Axis(padding: points.map(\.x))
  let inputs = (0...60).map { x.value(at: Double($0) / 60) }
  let lines = workspace.runs.enumerated().map { index, lane in
    let outputs = lane.run.network.outputs(for: Matrix(rows: 61, columns: 1, elements: inputs))
    let look = workspace.runs.count > 1 ? RunStyle.of(run: index) : .of(run: 1)
    return Series(
      "", (0...60).map { Bucket(x: inputs[$0], y: outputs[$0, 0]) }, style: look.style,
      pattern: workspace.runs.count > 1 ? look.pattern : .solid)
  }
  let outputs = workspace.runs.map { $0.run.network.outputs(for: data.inputs) }
    .flatMap { outputs in (0..<outputs.rows).map { outputs[$0, 0] } }
  let range = FitRange(targets: points.map(\.y), outputs: outputs)
  let y = Axis(from: range.lower, to: range.upper).aligned(rows: ScatterPlot.rows(in: rect))
  ScatterPlot(points, x: x, y: y, curves: lines).draw(in: rect, on: &canvas)
}

/// The range of targets, outputs and 0; it grows in steps only, so that the picture stands still while a run walks.
struct FitRange: Hashable {
  let lower: Double
  let upper: Double

  init(targets: [Double], outputs: [Double]) {
    let base = Axis(fitting: targets + [0])
    let span = base.upper - base.lower
    let finite = outputs.filter(\.isFinite)
    let below = Self.room(span / 4, toHold: base.lower - (finite.min() ?? base.lower))
    let above = Self.room(span / 4, toHold: (finite.max() ?? base.upper) - base.upper)
    lower = base.lower - max(below, span * 0.1)
    upper = base.upper + max(above, span * 0.1)
  }

  private static func room(_ base: Double, toHold distance: Double) -> Double {
    distance > 0 ? base.doubled(toHold: distance) : 0
  }
}

/// Samples over the plane of the two inputs, before the regions that the network divides it into.
private func drawRegions(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let data = model.run.dataset
  let points = (0..<data.inputs.rows).map { row in
    PlotPoint(x: data.inputs[row, 0], y: data.inputs[row, 1], group: data.group(of: row))
  }
  let (x, y) = Axis.plane(
    x: Axis(padding: points.map(\.x)), y: Axis(padding: points.map(\.y)), in: rect)
  let size = ScatterPlot.fieldSize(in: rect, x: x, y: y, on: canvas)
  let key = PictureCache.Key(name: "regions", run: model.workspace.focus, size: size, axes: [x, y])
  let surface = model.pictures.value(for: key, of: model.run.network) {
    OutputSurface(of: model.run.network, x: x, y: y, size: size)
  }
  let plot = ScatterPlot(points, x: x, y: y, field: surface.field, contours: [surface.contour])
  plot.draw(in: rect, on: &canvas)
}

/// For more than two inputs: what the network says of each sample against what is true.
private func drawOutputs(_ run: Run, in rect: Rect, on canvas: inout Canvas) {
  let step = run.shownStep
  let isClassified = run.dataset.classCount != nil
  let rows = (0..<min(step.outputs.rows, max(0, rect.height - 1))).map { row in
    [
      StyledText("\(step.sampleIndices[row] + 1)", .muted),
      StyledText(values(step.targets, row)), StyledText(values(step.outputs, row), .accent),
      isClassified ? verdict(step, row) : "",
    ]
  }
  let table = TextTable(
    [
      TableColumn("sample", alignment: .trailing, priority: 1),
      TableColumn("target", priority: 3), TableColumn("output", priority: 4),
      TableColumn("", priority: 2),
    ], rows: rows)
  table.draw(in: rect.inset(left: 1), on: &canvas)
}

private func verdict(_ step: TrainingStep, _ row: Int) -> StyledText {
  step.outputs.group(of: row) == step.targets.group(of: row)
    ? StyledText("✓", .positive) : StyledText("✗", .negative)
}

private func values(_ matrix: Matrix, _ row: Int) -> String {
  (0..<min(matrix.columns, 10)).map { matrix[row, $0].formatted(significant: 2) }
    .joined(separator: " ")
}

extension Axis {
  /// Two axes with equal units, so that a circle is a circle: the one that has room to spare reaches further.
  ///
  /// A cell is twice as high as it is wide.
  static func plane(x: Axis, y: Axis, in rect: Rect) -> (x: Axis, y: Axis) {
    let rows = max(1, ScatterPlot.rows(in: rect))
    let columns = Double(max(1, ScatterPlot.columns(in: rect, x: x, y: y)))
    let y = y.reaching(2 * (x.upper - x.lower) / columns * Double(rows)).aligned(rows: rows)
    return (x.reaching((y.upper - y.lower) / Double(rows) / 2 * columns), y)
  }

  /// The same around the same middle, but at least so long.
  private func reaching(_ length: Double) -> Axis {
    let margin = (length - (upper - lower)) / 2
    return margin > 0 ? Axis(from: lower - margin, to: upper + margin) : self
  }
}

extension Dataset {
  /// The class of a sample.
  fileprivate func group(of row: Int) -> Int { targets.group(of: row) }
}

extension Matrix {
  /// The class of a row: by its only number, or by the largest of several.
  func group(of row: Int) -> Int {
    guard columns > 1 else { return columns == 1 && self[row, 0] > 0.5 ? 1 : 0 }
    return (0..<columns).max { self[row, $0] < self[row, $1] } ?? 0
  }
}

extension Panel {
  static let data = Panel(
    "data", term: "sample", title: { dataTitle($0) }, side: .right,
    needs: { context in
      guard context.shape[0] > 2 else {
        return PanelNeeds(height: .init(7, best: 13, most: .max), aspect: 2, weight: 3)
      }
      let rows = min(context.sampleCount, 10) + 2
      return PanelNeeds(height: .init(5, best: rows, most: context.sampleCount + 2), weight: 3)
    },
    sheds: "ticks of the axes",
    fills: { $0.dataCount > 1 && InputImage.side(ofInputs: $0.shape[0]) == nil }, couldTell: false,
    draw: drawData,
    legend: dataLegend)
}

private func dataLegend(_ model: Model) -> [LegendRow] {
  switch model.run.network.inputCount {
  case 1:
    return [
      LegendRow(StyledText("o"), "a target"), LegendRow(StyledText("───", .accent), "the output"),
    ]
  case 2:
    let classes = model.run.dataset.classCount ?? 2
    return (0..<classes).map {
      LegendRow(StyledText("\(ScatterPlot.glyph(group: $0))"), "a sample of class \($0)")
    } + [LegendRow(StyledText("───"), "where the network is undecided")]
  default:
    return [
      LegendRow(StyledText("✓", .positive), "the right class"),
      LegendRow(StyledText("✗", .negative), "another one"),
    ]
  }
}
