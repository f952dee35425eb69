import NeuralNetwork
import TerminalCanvas
import Workbench

/// How large the update of each layer's weights is beside the weights, on one logarithmic scale for all times.
///
/// About a thousandth is usual, so a line stands there.
func drawRatio(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  RatioPicture(model).draw(in: rect.inset(left: 1), on: &canvas)
}

/// The way of every layer's ratio above the present ones.
func drawRatioZoomed(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let picture = RatioPicture(model)
  let rows = min(rect.height / 2, picture.depth + 2)
  let (way, now) = rect.split(bottom: rows)
  if way.height >= 6 { picture.chart.draw(in: way, on: &canvas) }
  picture.draw(
    in: (way.height >= 6 ? now : rect).inset(left: 1, top: way.height >= 6 ? 1 : 0), on: &canvas)
}

private struct RatioPicture {
  static let axis = Axis(.logarithmic, from: 1e-7, to: 1)
  /// About what is usual.
  static let usual = 1e-3

  let depth: Int
  private let history: LayerHistory
  /// The ratios of the shown step; nil where the learner has not walked through it, and of weights that are all 0.
  private let ratios: [Double?]
  private let isKnown: Bool
  private let end: Double

  init(_ model: Model) {
    let run = model.run
    depth = run.depth
    isKnown = run.shownPhase == .whole
    history = LayerHistory(
      run, lastSeen: model.lastSeenUpdate(ofRun: model.workspace.focus),
      observed: { $0.updateRatios }, present: { $0.updateRatios })
    ratios = isKnown ? run.shownStep.updateRatios : Array(repeating: nil, count: run.depth)
    end = LossAxis.lastUpdate(atLeast: model.lastSeenUpdate)
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let rows = LayerRows(depth: depth, height: rect.height).rows
    let width = "\(depth)".count
    let inner = rect.split(left: width + 1).rest.width
    let stretches = history.stretches(wayWidth(in: inner) - 1, until: Int(end))
    for (row, layer) in rows.enumerated() {
      let line = Rect(x: rect.x, y: rect.y + row, width: rect.width, height: 1)
      guard let layer else {
        canvas.write(StyledText(":", .muted), in: line)
        continue
      }
      let (label, rest) = line.split(left: width + 1)
      canvas.write(StyledText("\(layer)", .muted), in: label)
      draw(layer, stretches, in: rest, on: &canvas)
    }
    drawScale(under: rows.count, in: rect.inset(left: width + 1), on: &canvas)
  }

  /// A sparkline of its way, the bar, the number.
  private func draw(
    _ layer: Int, _ stretches: [[Double?]], in line: Rect, on canvas: inout Canvas
  ) {
    let (way, rest) = line.split(left: wayWidth(in: line.width))
    let (bar, text) = rest.split(right: rest.width >= 16 ? 8 : rest.width)
    let values = stretches.map { values in
      layer <= values.count ? values[layer - 1] ?? 0 : 0
    }
    Sparkline(values, axis: Self.axis).draw(in: way.inset(right: 1), on: &canvas)
    canvas.write(StyledText(words(layer)), in: text, alignment: .trailing)
    guard let ratio = ratios[layer - 1], let fraction = Self.axis.fraction(of: ratio) else {
      return drawUsual(in: bar, on: &canvas)
    }
    Bar(min(1, max(0.001, fraction)), style: Style(.series1)).draw(in: bar, on: &canvas)
    drawUsual(in: bar, on: &canvas)
  }

  private func wayWidth(in width: Int) -> Int { width >= 40 ? width / 3 : 0 }

  private func words(_ layer: Int) -> String {
    guard isKnown else { return "·" }
    guard let ratio = ratios[layer - 1] else { return "no size" }
    return ratio == 0 ? "0" : ratio.scientific(significant: 2)
  }

  private func drawUsual(in bar: Rect, on canvas: inout Canvas) {
    guard let column = Self.axis.cell(of: Self.usual, cells: bar.width) else { return }
    let point = Point(x: bar.x + column, y: bar.y)
    let isCovered = canvas[point.x, point.y].character != " "
    let style = isCovered && canvas.glyphs != .ascii ? Style(.series1, .reversed) : .muted
    canvas.write("│", at: point, style: style, within: bar)
  }

  private func drawScale(under row: Int, in rect: Rect, on canvas: inout Canvas) {
    guard row < rect.height else { return }
    let line = Rect(x: rect.x, y: rect.y + row, width: rect.width, height: 1)
    let (way, rest) = line.split(left: wayWidth(in: line.width))
    let (bar, _) = rest.split(right: rest.width >= 16 ? 8 : rest.width)
    canvas.write(StyledText("its way", .muted), in: way)
    guard let column = Self.axis.cell(of: Self.usual, cells: bar.width) else { return }
    let point = Point(x: bar.x + max(0, column - 2), y: bar.y)
    canvas.write("1e-3", at: point, style: .muted, within: bar)
  }

  /// Every layer's ratio over the updates.
  var chart: LineChart {
    let stretches = history.stretches(120, until: Int(end))
    let layers = (1...depth).map { layer in
      let points = stretches.enumerated().compactMap { index, values -> Bucket? in
        guard layer <= values.count, let value = values[layer - 1] else { return nil }
        return Bucket(x: Double(index) * end / 120, y: value)
      }
      return Series(
        "layer \(layer)", points, style: RunStyle(hue: layer - 1).style,
        pattern: RunStyle(hue: layer - 1).pattern)
    }
    let line = [0, end].map { Bucket(x: $0, y: Self.usual) }
    return LineChart(
      [Series("", line, style: .muted, pattern: .dotted)] + layers,
      x: Axis(from: 0, to: end, whole: true), y: Self.axis, now: Double(history.now))
  }
}

extension Panel {
  static let ratio = Panel(
    "ratio", term: "update ratio", title: { _ in "update / weight by layer, line at 1e-3" },
    brief: { _ in "update / weight" },
    side: .right,
    needs: { context in
      PanelNeeds(
        width: .init(20, best: 44),
        height: .init(min(context.depth, 6) + 1, best: context.depth + 2))
    },
    observes: { _ in .updateRatios }, sheds: "the sparklines, the scale, layers in the middle",
    fills: { $0.depth > 2 }, draw: drawRatio, drawZoomed: drawRatioZoomed, words: ratioWords,
    legend: { _ in ratioLegend })
}

private func ratioWords(_ model: Model) -> [String] {
  guard model.run.shownPhase == .whole else { return [] }
  let ratios = model.shownStep.updateRatios.map { ratio in
    ratio.map { $0.formatted(significant: 3) } ?? "none, all weights are 0"
  }
  return [
    "Size of the update beside the weights, from layer 1: \(ratios.joined(separator: ", ")); about 0.001 is usual."
  ]
}

private let ratioLegend = [
  LegendRow(
    StyledText("█", Style(.series1)),
    "the length of the update of a layer's weights, divided by the length of the weights"),
  LegendRow(StyledText("│", .muted), "a thousandth, about what is usual"),
  LegendRow(StyledText("▂▅▇", .muted), "the same over the updates so far, on the same scale"),
]
