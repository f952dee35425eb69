import NeuralNetwork
import TerminalCanvas

/// The optimizer on the whole screen: its parts in numbers, and below each of them over the last updates.
func drawMomentsZoomed(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let history = model.momentHistory.steps
  let charts = MomentCharts(model, history)
  let height = MomentTable(model).heights.first {
    rect.height - $0 >= 2 * MomentCharts.leastHeight
  }
  guard history.count > 1, !charts.isEmpty, let height else {
    return drawMoments(model, in: rect, on: &canvas)
  }
  let (top, rest) = rect.split(top: height)
  drawMoments(model, in: top, on: &canvas)
  charts.draw(in: rest.inset(left: 1, top: 1), on: &canvas)
}

let prepareMoments: Panel.Preparation = { model, _, _ in
  guard model.look.isZoomed, model.look.focusedPanel == .moments else { return }
  model.studies.moments = model.momentHistory
}

/// A chart for each parameter and each part of what the optimizer makes of its gradient, over the last updates.
///
/// A column a parameter and a row a part; the parts of a single parameter stand side by side.
private struct MomentCharts {
  private let steps: [TrainingStep]
  private let optimizer: Optimizer
  private let parts: [OptimizerPart]
  private let indices: [ParameterIndex]
  private let selected: Int
  private let updates: Axis

  /// Less than this leaves no more than an axis.
  static let leastHeight = 5
  private static let leastWidth = 30

  init(_ model: Model, _ steps: [TrainingStep]) {
    self.steps = steps
    optimizer = model.run.activeExperiment.optimizer
    indices = model.shownStep.network.parameterIndices
    selected = indices.firstIndex(of: model.chainParameter) ?? 0
    let isAsked = indices.contains { model.veil.hidesGradient($0) }
    // What an update does may be what is asked.
    parts = model.isGuessing ? (isAsked ? [] : [.gradient]) : Self.parts(of: optimizer, model)
    let (first, last) = (1 + (steps.first?.update ?? 0), 1 + (steps.last?.update ?? 0))
    updates =
      first == 1
      ? Axis(from: 0, to: LossAxis.lastUpdate(atLeast: last), whole: true)
      : Axis(from: Double(first), to: Double(last), whole: true)
  }

  private static func parts(of optimizer: Optimizer, _ model: Model) -> [OptimizerPart] {
    let telling: [OptimizerPart] = [.gradient, .velocity, .first, .second, .step]
    let own = OptimizerPart.of(optimizer, in: model.shownStep).map(\.symbol)
    // The rate of its own says something only where it is not the one that all have.
    let hasOwnRate = own.contains(OptimizerPart.second.symbol)
    return telling.filter { own.contains($0.symbol) } + (hasOwnRate ? [.effectiveRate] : [])
  }

  /// Whether nothing of it may be shown yet.
  var isEmpty: Bool { parts.isEmpty }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let grid = grid(in: rect)
    let columns = grid.map(\.count).max() ?? 1
    for (row, charts) in grid.enumerated() {
      let (top, bottom) = (row * rect.height / grid.count, (row + 1) * rect.height / grid.count)
      for (column, chart) in charts.enumerated() {
        let (left, right) = (column * rect.width / columns, (column + 1) * rect.width / columns)
        let place = Rect(
          x: rect.x + left, y: rect.y + top, width: right - left - 1, height: bottom - top)
        draw(chart.part, of: chart.index, in: place, on: &canvas)
      }
    }
  }

  /// The parts and parameters that have room, the most telling parts and the parameters around the selected one.
  private func grid(in rect: Rect) -> [[(part: OptimizerPart, index: ParameterIndex)]] {
    let columns = max(1, rect.width / Self.leastWidth)
    let most = max(1, rect.height / Self.leastHeight)
    if indices.count == 1 {
      let charts = telling(most * min(2, columns)).map { (part: $0, index: indices[0]) }
      let width = charts.count > 3 ? min(2, columns) : 1
      return stride(from: 0, to: charts.count, by: width).map {
        Array(charts[$0..<min(charts.count, $0 + width)])
      }
    }
    let first = max(0, min(selected - columns / 2, indices.count - columns))
    let shown = indices.dropFirst(first).prefix(columns)
    return telling(most).map { part in shown.map { (part: part, index: $0) } }
  }

  /// The most telling parts, in the order of the work.
  private func telling(_ count: Int) -> [OptimizerPart] {
    let symbols = parts.sorted { $0.priority > $1.priority }.prefix(count).map(\.symbol)
    return parts.filter { symbols.contains($0.symbol) }
  }

  private func draw(
    _ part: OptimizerPart, of index: ParameterIndex, in rect: Rect, on canvas: inout Canvas
  ) {
    let (head, plot) = rect.split(top: 1)
    let name = "\(part.symbol) of \(steps[0].network.symbol(index))"
    canvas.write(
      StyledText(name, .heading) + StyledText("  \(part.meaning)", .muted), in: head)
    let points = steps.map { step in
      Bucket(x: Double(step.update + 1), y: part.value(step, index, optimizer) ?? .nan)
    }
    let known = points.map(\.last).filter(\.isFinite)
    let chart = LineChart(
      [Series("", points, hasHead: true)], x: updates, y: Axis(fitting: known + [0]))
    chart.aligned(in: plot).draw(in: plot, on: &canvas)
  }
}
