import NeuralNetwork
import TerminalCanvas

/// The cost for every value that the selected parameter could have, and the run's way down it.
func drawParabola(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let curve = CostCurve(
    of: model.chainParameter, in: model.run, trailLength: trailLength(model))
  guard curve.canBeDrawn else {
    let words = StyledText(refusal(model), .warning)
    let place = rect.inset(left: 1, right: 1)
    canvas.write(words.wrapped(to: place.width, glyphs: canvas.glyphs), in: place)
    return
  }
  guard model.run.position.update > 0 || model.run.position.phase >= .loss else {
    let words = StyledText("no loss yet", .muted)
    canvas.write(words, in: rect, row: rect.height / 2, alignment: .center)
    return
  }
  let (top, plot) = rect.split(top: rect.height > 6 ? 1 : 0)
  canvas.write(figures(curve, model, width: top.width - 1, canvas.glyphs), in: top.inset(left: 1))
  let y = curve.axis.aligned(rows: ScatterPlot.rows(in: plot))
  let x = Axis(from: curve.points[0].x, to: curve.points[curve.points.count - 1].x)
  let other = otherWeight(model).map { parameter in
    Series(
      "", model.run.costs(of: parameter, over: x, steps: 80), style: Style(.series2),
      pattern: .dotted)
  }
  let chart = ScatterPlot(
    curve.trail.map { PlotPoint(x: $0.x, y: $0.cost, .other) } + [
      PlotPoint(x: curve.here.x, y: curve.here.cost, .shown)
    ] + guessed(curve, model, x), x: x, y: y,
    curves: (other.map { [$0] } ?? [])
      + [Series("", curve.points.map { Bucket(x: $0.x, y: $0.cost) }, style: .muted)]
      + (knowsSlope(model)
        ? [Series("", tangent(to: curve, x: x, y: y), style: .accent)] : []),
    // A texture would say no more than the curve, and tear it.
    field: canvas.showsTones ? ground(below: curve, in: plot, x: x, y: y, on: canvas) : nil)
  chart.draw(in: plot, on: &canvas)
}

private func ground(
  below curve: CostCurve, in plot: Rect, x: Axis, y: Axis, on canvas: Canvas
) -> Field {
  let size = ScatterPlot.fieldSize(in: plot, x: x, y: y, on: canvas)
  let rows = max(1, ScatterPlot.rows(in: plot))
  return curve.ground(size, samplesPerRow: max(1, size.height / rows), x: x, y: y)
}

/// The other weight of a network that has two and nothing else: its curve on the same scale says which is the steeper.
private func otherWeight(_ model: Model) -> ParameterIndex? {
  let all = model.run.network.parameterIndices
  let areWeights = all.allSatisfy { if case .weight = $0.kind { true } else { false } }
  guard all.count == 2, areWeights, !model.isGuessing else { return nil }
  return all.first { $0 != model.chainParameter }
}

extension Run {
  /// What a parameter would cost over an axis of values, the others as they are.
  func costs(of parameter: ParameterIndex, over x: Axis, steps: Int) -> [Bucket] {
    let values = (0...steps).map { x.value(at: Double($0) / Double(steps)) }
    return zip(values, objectives(parameter, at: values)).map { Bucket(x: $0, y: $1) }
  }
}

extension CostCurve {
  /// Whether there is a place for the run and a curve beside it: not after a run has diverged.
  fileprivate var canBeDrawn: Bool {
    here.x.isFinite && here.cost.isFinite && points.contains { $0.cost.isFinite }
  }
}

/// Why nothing is drawn.
private func refusal(_ model: Model) -> String {
  let name = model.run.network.symbol(model.chainParameter)
  let value = model.run.network[model.chainParameter]
  return value.isFinite
    ? "No curve: at \(name) = \(compact(value)) the loss is not a finite number."
    : "No curve: \(name) is not a finite number, since the run has diverged."
}

/// What the panel's title says.
private func parabolaTitle(_ model: Model) -> String {
  let parameter = model.chainParameter
  let name = model.run.network.symbol(parameter)
  let other = otherWeight(model).map { ", ··· every \(model.run.network.symbol($0))" } ?? ""
  return "cost for every \(name)\(other), ● is \(name) = \(compact(model.run.step.told(parameter)))"
}

/// Earlier places are worked out again: few, only where an update costs next to nothing, and not for a run that hurries.
private func trailLength(_ model: Model) -> Int {
  let work = model.run.network.parameterCount * model.run.step.sampleCount
  return work > 400 || (model.isPlaying && model.look.pace > .walking) ? 1 : 12
}

/// With other parameters the earlier places lie off the curve, since those have moved too.
private func figures(
  _ curve: CostCurve, _ model: Model, width: Int, _ glyphs: GlyphSet
) -> StyledText {
  if let said = model.guess(of: .parameter(model.chainParameter))?.figures { return said }
  let cost = model.run.position.phase < .loss ? "·" : number(curve.here.cost)
  let figures =
    StyledText("\(costName(model.run)) = \(cost)  ")
    + StyledText("\(slopeName(model.run)) \(slopeText(curve, model))  ", .accent)
  guard !curve.trail.isEmpty else { return figures }
  let isAlone = model.run.network.parameterCount == 1
  let remarks =
    (isAlone ? [] : ["○: before, others differed"])
    + ["○: \(model.run.network.symbol(model.chainParameter)) before"]
  return remarks.map { figures + StyledText($0, .muted) }.first {
    glyphs.columns(of: $0) <= width
  } ?? figures
}

/// What the height of the curve is: with penalties more than the loss of samples.
private func costName(_ run: Run) -> String {
  run.lossName + (run.activeExperiment.hasPenalty ? " + penalty" : "")
}

/// With a planted fault the run's gradient is not the slope of what is drawn.
private func slopeName(_ run: Run) -> String {
  run.activeExperiment.fault == nil ? "slope" : "gradient"
}

/// The value that the learner took the parameter to have, on the curve.
private func guessed(_ curve: CostCurve, _ model: Model, _ x: Axis) -> [PlotPoint] {
  let parameter = model.chainParameter
  guard let guess = model.guess(of: .parameter(parameter)),
    (x.lower...x.upper).contains(guess.value),
    let cost = model.run.objectives(parameter, at: [guess.value]).first
  else { return [] }
  return [PlotPoint(x: guess.value, y: cost, .guess)]
}

/// The slope, unless the learner is to find it, or has not walked back to it.
private func slopeText(_ curve: CostCurve, _ model: Model) -> String {
  guard !model.veil.hidesGradient(model.chainParameter) else { return "?" }
  return knowsSlope(model) ? number(curve.slope, signed: true) : "·"
}

/// Whether the learner may see the slope, and has walked back to it.
private func knowsSlope(_ model: Model) -> Bool {
  let parameter = model.chainParameter
  return !model.veil.hidesGradient(parameter)
    && model.run.position.phase >= .backward(layer: parameter.layer)
}

/// A short piece of the line that touches the curve where the run stands, within the plot: beyond it a line would bend.
private func tangent(to curve: CostCurve, x: Axis, y: Axis) -> [Bucket] {
  let reach = (x.upper - x.lower) * 0.12
  return [-reach, reach].map { distance in
    let rise = curve.slope * distance
    let room = rise > 0 ? y.upper - curve.here.cost : curve.here.cost - y.lower
    let share = rise == 0 ? 1 : min(1, max(0, room / abs(rise)))
    return Bucket(
      x: curve.here.x + share * distance, y: curve.here.cost + share * rise)
  }
}

extension Panel {
  static let parabola = Panel(
    "parabola", term: "loss surface", title: parabolaTitle,
    brief: { "cost by \($0.run.network.symbol($0.chainParameter))" }, side: .right,
    needs: { _ in PanelNeeds(height: .init(7, best: 12, most: .max), weight: 3) },
    sheds: "the line of figures",
    fills: { $0.passesErrors && $0.parameterCount * $0.sampleCount <= 400 },
    draw: drawParabola, words: parabolaWords, details: parabolaDetails,
    legend: { model in
      let other = otherWeight(model).map {
        LegendRow(
          StyledText("···", Style(.series2)),
          "the loss for every \(model.run.network.symbol($0)), on the same scale")
      }
      let ground = model.showsTones ? [CostCurve.groundLegend] : []
      return parabolaLegend + ground + [other].compactMap(\.self) + model.guessed(.guess)
    })
}

/// Where the run stands on the curve, the slope there, and the lowest place that the curve shows.
private func parabolaWords(_ model: Model) -> [String] {
  let parameter = model.chainParameter
  let curve = CostCurve(of: parameter, in: model.run, trailLength: 1)
  guard curve.canBeDrawn, let lowest = curve.lowest else { return [refusal(model)] }
  let name = model.run.network.symbol(parameter)
  let isAsked = model.veil.hidesGradient(parameter)
  return [
    "Cost for every \(name): at \(name) = \(compact(model.run.step.told(parameter))) it is \(compact(curve.here.cost)), "
      + (isAsked ? "" : "with a slope of \(compact(curve.slope)); ")
      + "from \(compact(lowest.from)) to \(compact(lowest.to)) "
      + "the lowest is \(compact(lowest.cost)), near \(name) = \(compact(lowest.x))."
  ]
}

/// The same with costs along the curve.
private func parabolaDetails(_ model: Model) -> [String] {
  let curve = CostCurve(of: model.chainParameter, in: model.run, trailLength: 1)
  guard curve.canBeDrawn else { return parabolaWords(model) }
  let name = model.run.network.symbol(model.chainParameter)
  let places = curve.points.filter { $0.cost.isFinite }.spread(mostToldPlaces).map {
    "\(compact($0.cost)) at \(name) = \(compact($0.x))"
  }
  return parabolaWords(model) + ["The cost is \(places.joined(separator: ", "))."]
}

extension CostCurve {
  /// The lowest point that is drawn, and the range of values that are.
  fileprivate var lowest: (x: Double, cost: Double, from: Double, to: Double)? {
    let known = points.filter { $0.cost.isFinite }
    guard let lowest = known.min(by: { $0.cost < $1.cost }), let first = points.first,
      let last = points.last
    else { return nil }
    // A parabola that touches 0 misses it by a rounding.
    let isZero = abs(lowest.cost) < 1e-12 * (known.map(\.cost).max() ?? 0)
    return (lowest.x, isZero ? 0 : lowest.cost, first.x, last.x)
  }
}

private let parabolaLegend = [
  LegendRow(.shown, "the parameter now"),
  LegendRow(.other, "where it was before"),
  LegendRow(StyledText("───", .muted), "the loss for every value it could have"),
  LegendRow(StyledText("───", .accent), "the slope under it: its gradient"),
]
