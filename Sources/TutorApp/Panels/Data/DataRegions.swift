import Experiments
import NeuralNetwork
import TerminalCanvas
import Workbench

/// Samples over the plane of the two inputs, before the regions that the network divides it into; samples alone as long as
/// nothing has gone through it.
func drawRegions(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let (run, focus) = (model.run, model.workspace.focus)
  let parts = RegionParts(run, in: rect)
  let (rect, x, y) = (parts.plane, parts.x, parts.y)
  drawLegend(regionLegend(model), in: parts.side, on: &canvas)
  let size = ScatterPlot.fieldSize(in: rect, x: x, y: y, on: canvas)
  let sides = parts.sides
  let (across, up) = parts.networkAxes
  let key = PictureCache.Key(
    name: "regions", run: focus, size: size, axes: [across, up], sides: sides)
  let isBegun = run.position.phase > .start || run.previousStep != nil
  var plot = ScatterPlot(samples(of: run, sides, parts, areJudged: isBegun), x: x, y: y)
  if isBegun {
    let surface = model.pictures.value(for: key, of: run.network) {
      OutputSurface(of: run.network, x: across, y: up, size: size, sides: sides)
    }
    (plot.field, plot.contours) = (surface.field, [surface.contour])
  }
  plot.draw(in: rect, on: &canvas)
}

/// Where the plane of the two inputs stands, and what is beside it.
struct RegionParts {
  let plane, side: Rect
  let x, y: Axis
  /// The two sides that the plane is divided into.
  let sides: OutputSides
  /// What the network gets in place of the table's own numbers, which amounts are shown over.
  private let scaler: Scaler?

  init(_ run: Run, in rect: Rect) {
    sides = OutputSides(run)
    scaler = sides.areAmounts ? run.scaler : nil
    let inputs = ([run.dataset.inputs] + (run.heldOut.map { [$0.inputs] } ?? [])).map { [scaler] in
      scaler?.unscaled($0) ?? $0
    }
    // The axes reach further anyway, since their units are equal and their ticks stand on rows.
    let ranges = (0...1).map { column in
      Axis(padding: inputs.flatMap { $0.column(column) }, by: 0.08)
    }
    let ratio = (ranges[0].upper - ranges[0].lower) / (ranges[1].upper - ranges[1].lower)
    guard ratio > 0.2, ratio < 5 else {
      // Units so unlike are those of different things.
      (plane, side) = (rect, rect.split(right: 0).right)
      (x, y) = (ranges[0], ranges[1].aligned(rows: ScatterPlot.rows(in: rect)))
      return
    }
    (plane, side) = planeParts(of: rect, x: ranges[0], y: ranges[1])
    // In few rows round circles would be blobs.
    let rows = ScatterPlot.rows(in: plane)
    let stretch = rows < 6 ? 2 : rows < 12 ? 1.5 : 1
    (x, y) = Axis.plane(x: ranges[0], y: ranges[1], in: plane, stretched: stretch)
  }
}

extension RegionParts {
  /// Inputs as the picture shows them.
  func shown(_ inputs: Matrix) -> Matrix { scaler?.unscaled(inputs) ?? inputs }

  /// The inputs that the network gets at a place.
  func inputs(at place: (x: Double, y: Double)) -> [Double] {
    let inputs = Matrix([[place.x, place.y]])
    return (scaler?.scaled(inputs) ?? inputs).elements
  }

  /// The axes in the unit that the network gets.
  var networkAxes: (x: Axis, y: Axis) {
    let (low, high) = (inputs(at: (x.lower, y.lower)), inputs(at: (x.upper, y.upper)))
    return (Axis(from: low[0], to: high[0]), Axis(from: low[1], to: high[1]))
  }
}

/// The rectangle of a plane, and at its right what it has no use for, where that is wide enough for words.
private func planeParts(of rect: Rect, x: Axis, y: Axis) -> (plane: Rect, side: Rect) {
  let rows = ScatterPlot.rows(in: rect)
  let labels = rect.width - ScatterPlot.columns(in: rect, x: x, y: y)
  let tall = y.aligned(rows: rows)
  // A cell is twice as high as it is wide.
  let columns = 2 * Double(rows) * (x.upper - x.lower) / (tall.upper - tall.lower)
  let plane = labels + Int(min(Double(rect.width), max(20, columns.rounded(.up))))
  let side = min(40, rect.width - plane - 2)
  return side >= 24 ? rect.split(right: side) : (rect, rect.split(right: 0).right)
}

/// What the signs mean, beside what they stand in.
private func drawLegend(_ rows: [LegendRow], in rect: Rect, on canvas: inout Canvas) {
  guard !rect.isEmpty else { return }
  let area = rect.inset(left: 2)
  let lines = rows.flatMap { row in
    StyledText(row.meaning, .muted).wrapped(
      to: area.width, glyphs: canvas.glyphs, first: row.sign + " ", rest: "    ")
  }
  canvas.write(Array(lines.prefix(area.height)), in: area)
}

/// Samples held out are underlined, and those that are taken for another class stand in boxes, above all others.
private func samples(
  of run: Run, _ sides: OutputSides, _ parts: RegionParts, areJudged: Bool
) -> [PlotPoint] {
  func points(_ data: Dataset, _ own: Style.Attributes) -> [PlotPoint] {
    let places = parts.shown(data.inputs)
    let taken =
      areJudged
      ? data.labels.map { _ in run.classes(of: run.network.outputs(for: data.inputs)) } : nil
    return sides.groups(of: data.targets).enumerated().map { row, group in
      let isWrong = taken.map { $0[row] != [group] } ?? false
      var point = PlotPoint(
        x: places[row, 0], y: places[row, 1], group: group,
        attributes: own, isBoxed: isWrong)
      if sides.areAmounts { point.mark = sides.mark(of: data.targets[row, 0]) }
      return point
    }
  }
  let all = (run.heldOut.map { points($0, .underlined) } ?? []) + points(run.dataset, [])
  return all.filter { !$0.isBoxed } + all.filter(\.isBoxed)
}

func regionLegend(_ model: Model) -> [LegendRow] {
  let classes = model.run.dataset.classCount ?? 2
  let sides = OutputSides(model.run)
  let signs =
    sides.areAmounts
    ? OutputSides.amounts.map { String($0) }
    : (0..<classes).map { String(ScatterPlot.glyph(group: $0, classes: classes)) }
  func row(_ attributes: Style.Attributes, _ meaning: String) -> LegendRow {
    LegendRow(StyledText(signs[0], Style(.text, attributes.union(.bold))), meaning)
  }
  let names = model.classNames
  var rows = signs.enumerated().map { group, sign in
    // As in the plane: amounts are of no class.
    let style: Style = sides.areAmounts ? .heading : ScatterPlot.style(group: group)
    return LegendRow(StyledText(sign, style), sides.meaning(ofGroup: group, names))
  }
  if model.run.heldOut != nil {
    rows.append(row(.underlined, "underlined: a sample that is held out"))
  }
  if model.run.dataset.labels != nil {
    rows.append(
      LegendRow(
        StyledText(signs[0], ScatterPlot.boxed),
        "boxed: told wrong, taken for another class or for several that tie"))
  }
  rows.append(LegendRow(StyledText("───"), sides.meaningOfLine))
  if !model.showsTones, classes > 2, let last = signs.last {
    let point = model.glyphs == .ascii ? "." : "·"
    rows.append(
      LegendRow(
        StyledText(point + last + point, .muted),
        "between points: a region, whose network is the surer, the closer they stand"))
  }
  rows += zip(["→", "↑"], model.workspace.focusedFile.inputNames ?? []).map {
    LegendRow(StyledText($0), SafeText.visible($1))
  }
  return rows
}

extension Axis {
  /// Two axes with equal units, so that a circle is a circle: the one that has room to spare reaches further.
  ///
  /// A cell is twice as high as it is wide.
  ///
  /// - Parameters:
  ///   - x: what the first has to hold.
  ///   - y: what the second has to hold.
  ///   - rect: the place of the plot, with its axes.
  ///   - stretch: how much wider than high a circle may be.
  /// - Returns: the axes.
  static func plane(
    x: Axis, y: Axis, in rect: Rect, stretched stretch: Double = 1
  ) -> (x: Axis, y: Axis) {
    let rows = max(1, ScatterPlot.rows(in: rect))
    let columns = Double(max(1, ScatterPlot.columns(in: rect, x: x, y: y)))
    let y = y.reaching(2 * (x.upper - x.lower) / columns * Double(rows)).aligned(rows: rows)
    return (x.reaching((y.upper - y.lower) / Double(rows) / 2 / stretch * columns), y)
  }

  /// The same around the same middle, but at least so long.
  private func reaching(_ length: Double) -> Axis {
    let margin = (length - (upper - lower)) / 2
    return margin > 0 ? Axis(from: lower - margin, to: upper + margin) : self
  }
}
