import NeuralNetwork
import TerminalCanvas
import Workbench

/// The loss of every run over its updates, with a mark wherever the learning rate or something else was changed.
///
/// Where batches are noisy a smoothed curve lies over the raw one. A single run has its held-out loss beside it.
func drawLoss(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let curves = LossCurves(model)
  let axis = LossAxis(lossScale(model), curves.series)
  let chart = LineChart(curves.series, x: curves.x, y: axis.axis, marks: curves.marks)
  let remark = remark(on: model.run, axis)
  let (top, plot) = rect.split(top: remark == nil || rect.height < 4 ? 0 : 1)
  if let remark { canvas.write(StyledText(remark, .warning), in: top.inset(left: 1)) }
  chart.aligned(in: plot).draw(in: plot, on: &canvas)
}

/// What the loss panel draws, from back to front.
private struct LossCurves {
  private(set) var series: [Series] = []
  let x: Axis
  let marks: [Mark]
  /// On a logarithmic axis the first update is 1, since 0 has no place there.
  private let shift: Double

  init(_ model: Model) {
    let isLog = model.look.isLogTime
    let last = model.lastSeenUpdate
    shift = isLog ? 1 : 0
    x =
      isLog
      ? Axis(.logarithmic, from: 1, to: max(10, Double(last + 1)), whole: true)
      : Axis(from: 0, to: LossAxis.lastUpdate(atLeast: last), whole: true)
    marks = model.run.curve.marks.map { entry in
      Mark(x: Double(entry.update) + (isLog ? 1 : 0), changeText(entry.change))
    }
    let runs = model.workspace.runs
    let names = runs.count > 1 ? model.workspace.runNames : []
    for (index, lane) in runs.enumerated() {
      add(
        lane.run, model.future(ofRun: index), index, name: names.isEmpty ? nil : names[index], model
      )
    }
    if runs.count == 1 { addHeldOut(model) }
  }

  /// What lies behind and the run's curve; its name, or its newest value, stands at its end.
  private mutating func add(
    _ run: Run, _ future: [Bucket], _ index: Int, name: String?, _ model: Model
  ) {
    let look = RunStyle.of(run: index)
    series.append(Series("", shifted(future), style: look.style).faint)
    var curve = Series(
      "", shifted(points(of: run)), style: look.style, pattern: look.pattern, hasHead: true)
    if model.isSmoothed {
      series.append(curve.faint)
      curve = curve.smoothed(0.9)
    }
    curve.name = name ?? Self.value(curve.points.last)
    series.append(curve)
  }

  private mutating func addHeldOut(_ model: Model) {
    guard let present = model.summary.heldOutLoss, !model.isGuessing else { return }
    let (history, now, shift) = (model.run.history, model.run.position.update, shift)
    func buckets(_ part: [Observation]) -> [Bucket] {
      part.compactMap { one in
        one.heldOutLoss.map { Bucket(x: Double(one.update) + shift, y: $0) }
      }
    }
    let here = Bucket(x: Double(now) + shift, y: present)
    let past = buckets(history.observations.filter { $0.update < now }) + [here]
    let style = Style(.series2)
    series.append(Series("", buckets(history.seenObservations), style: style).faint)
    series.append(
      Series(Self.value(here), past, style: style, pattern: .dashed, hasHead: true))
  }

  private static func value(_ bucket: Bucket?) -> String {
    bucket.map { $0.last.formatted(significant: 3) } ?? ""
  }

  private func shifted(_ points: [Bucket]) -> [Bucket] {
    guard shift > 0 else { return points }
    return points.map {
      Bucket(x: $0.x + shift, minimum: $0.minimum, maximum: $0.maximum, last: $0.last)
    }
  }
}

extension Model {
  /// Whether a moving average lies over the loss: as the learner has it, and by itself where batches differ.
  var isSmoothed: Bool {
    look.isSmoothed ?? workspace.runs.contains { !$0.run.isBatchWhole }
  }
}

/// Logarithmic where the learner wants it, and where a linear axis would show the largest loss only.
func lossScale(_ model: Model) -> Scale {
  if model.look.isLogScale { return .logarithmic }
  let buckets = model.workspace.runs.flatMap { $0.run.curve.buckets }
  let largest = buckets.map { $0.maximum }.filter { $0.isFinite }.max() ?? 0
  let smallest = buckets.map { $0.minimum }.filter { $0.isFinite && $0 > 0 }.min() ?? largest
  // A loss that falls by as much is no wild one.
  return largest > 1e6 && largest / 1e6 > smallest ? .logarithmic : .linear
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

/// A sentence for what the curve cannot show.
private func remark(on run: Run, _ axis: LossAxis) -> String? {
  if let divergence = run.divergence {
    return "! diverged at update \(divergence.update): not finite"
  }
  return axis.hasGap ? "a loss of 0 has no logarithm: a gap" : nil
}

/// A change in as few characters as say it.
func changeText(_ change: Change) -> String {
  switch change {
  case .learningRate(let rate): "η \(compact(rate))"
  case .hiddenActivation(let activation): activation.title
  case .loss(let loss): loss.name
  case .parameter(let index, let value): "\(index) = \(compact(value))"
  case .recipe(_, let path): path
  }
}

/// The ends of the axes, in round steps: they move seldom, so the picture stands still while the curve grows.
struct LossAxis {
  let axis: Axis
  /// Whether a value has no place on it.
  let hasGap: Bool

  init(_ scale: Scale, _ series: [Series]) {
    let all = series.flatMap(\.points)
    let largest = all.map { $0.maximum }.filter { $0.isFinite }.max() ?? 1
    if scale == .linear {
      axis = Axis(from: 0, to: Self.roundedUp(min(largest, 1e308) * 1.05))
      hasGap = all.contains { !$0.last.isFinite }
    } else {
      let smallest = all.map(\.minimum).filter { $0.isFinite && $0 > 0 }.min() ?? 0.1
      let top = largest > 1e308 ? .greatestFiniteMagnitude : Self.decade(above: largest)
      axis = Axis(.logarithmic, from: min(Self.decade(below: smallest), top / 10), to: top)
      hasGap = all.contains { $0.last <= 0 }
    }
  }

  /// The next round number that leaves at most a third of the plot above a curve empty.
  static func roundedUp(_ value: Double) -> Double {
    guard value > 0 else { return 1 }
    guard value < 1e300 else { return value.isNaN ? 1 : .greatestFiniteMagnitude }
    let decade = decade(below: value)
    return [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].map { $0 * decade }.first { $0 >= value } ?? value
  }

  /// The largest power of ten that is not above a value.
  private static func decade(below value: Double) -> Double {
    guard value >= 1e-300, value < 1e308 else { return value >= 1e308 ? 1e308 : 1e-300 }
    var exponent = 0
    while power(exponent) > value { exponent -= 1 }
    while power(exponent + 1) <= value { exponent += 1 }
    return power(exponent)
  }

  /// The smallest power of ten that is not below a value.
  private static func decade(above value: Double) -> Double {
    let below = decade(below: value)
    return below >= value ? below : min(below * 10, 1e308)
  }

  private static func power(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? 1 }

  /// The right end, in steps small enough that two thirds of the width are used.
  static func lastUpdate(atLeast last: Int) -> Double {
    let steps = [10, 15, 20, 30, 40, 50, 60, 80]
    let ends = sequence(first: 1) { $0 * 10 }.prefix(17).lazy.flatMap { decade in
      steps.lazy.map { $0 * decade }
    }
    return Double(ends.first { $0 >= max(last, 1) } ?? last)
  }
}

extension Panel {
  static let loss = Panel(
    "loss", term: "loss", title: lossTitle, of: .everyRun, side: .right,
    needs: { _ in PanelNeeds(height: .init(6, best: 10, most: .max), weight: 2) },
    observes: { $0.hasHeldOut ? .scores : [] }, sheds: "ticks of the axes", couldTell: false,
    draw: drawLoss, legend: lossLegend)
}

private func lossTitle(_ model: Model) -> String {
  "\(model.run.loss.name) loss" + (lossScale(model) == .logarithmic ? ", log" : "")
    + (model.isSmoothed ? ", smoothed" : "") + (model.look.isLogTime ? ", update + 1 log" : "")
}

private func lossLegend(_ model: Model) -> [LegendRow] {
  let runs = model.workspace.runs.indices.map { index in
    let look = RunStyle.of(run: index)
    let name = model.workspace.runNames[index]
    return LegendRow(
      StyledText(look.line, look.style), name.isEmpty ? "the loss" : "loss of \(name)")
  }
  let heldOut = LegendRow(StyledText("- -", Style(.series2)), "over the held-out samples")
  let hasHeldOut = runs.count == 1 && model.summary.heldOutLoss != nil
  return runs + (hasHeldOut ? [heldOut] : []) + [
    LegendRow(
      StyledText("───", Style(.series1, .dim)),
      "seen before going back, or raw behind a smoothed curve"),
    LegendRow(StyledText("●"), "where a curve has got to, with its newest value or its name"),
    LegendRow(StyledText("┊", .accent), "something was changed here"),
  ]
}
