import Lessons
import NeuralNetwork
import TerminalCanvas

/// The loss of every run over its updates, with a mark wherever the learning rate or something else was changed.
func drawLoss(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let runs = model.bench.runs
  let series = runs.enumerated().map { index, lane in
    let look = RunStyle.of(run: index)
    return Series(
      runs.count > 1 ? lane.label : "", points(of: lane.run), style: look.style,
      pattern: look.pattern)
  }
  let scale: Scale = model.isLogScale ? .logarithmic : .linear
  let chart = LineChart(
    series, x: Axis(from: 0, to: Double(lastUpdate(of: runs))), y: lossAxis(scale, fitting: series),
    marks: marks(of: model.run))
  chart.draw(in: rect, on: &canvas)
}

/// The losses of the updates made, and that of the present step once the learner has seen it.
private func points(of run: Run) -> [Bucket] {
  let past = run.curve.buckets.map {
    Bucket(
      x: Double($0.firstUpdate + $0.lastUpdate) / 2, minimum: $0.minimum, maximum: $0.maximum,
      last: $0.last)
  }
  guard run.position.phase >= .loss else { return past }
  return past + [Bucket(x: Double(run.position.update), y: run.step.loss)]
}

/// The right end of the axis: it moves on in steps, so that the curve grows instead of being squeezed at each update.
private func lastUpdate(of runs: [Bench.LabelledRun]) -> Int {
  let last = runs.map(\.run.position.update).max() ?? 0
  let ends = sequence(first: 10) { $0 * 10 }.prefix(18).lazy.flatMap { [$0, $0 * 2, $0 * 5] }
  return ends.first { $0 >= last } ?? last
}

private func lossAxis(_ scale: Scale, fitting series: [Series]) -> Axis {
  let values = series.flatMap(\.points).flatMap { [$0.minimum, $0.maximum] }.filter(\.isFinite)
  return Axis(scale, fitting: scale == .linear ? values + [0] : values.filter { $0 > 0 })
}

private func marks(of run: Run) -> [Mark] {
  run.curve.marks.map { Mark(x: Double($0.update), changeText($0.change)) }
}

/// A change in as few characters as say it.
func changeText(_ change: Change) -> String {
  switch change {
  case .learningRate(let rate): "η \(compact(rate))"
  case .hiddenActivation(let activation): activation.definition.title
  case .loss(let loss): loss.rawValue
  case .parameter(let index, let value): "\(index) = \(compact(value))"
  }
}
