import NeuralNetwork
import TerminalCanvas
import Workbench

/// The loss of every run over its updates, with a mark wherever the learning rate or something else was changed.
///
/// Where batches are noisy a smoothed curve lies over the raw one. A single run has its held-out loss beside it.
func drawLoss(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let curves = LossCurves(model, width: rect.width)
  let drawn = model.drawnCurve.flatMap { $0.isOpen ? $0 : nil }
  let axis = LossAxis(lossScale(model), curves.measured, ceiling: drawn?.ceiling ?? 0)
  let chart = LineChart(curves.series, x: curves.x, y: axis.axis, marks: curves.marks)
  let remark = remark(on: model.run, axis)
  let (top, plot) = rect.split(top: remark == nil || rect.height < 4 ? 0 : 1)
  if let remark { canvas.write(StyledText(remark, .warning), in: top.inset(left: 1)) }
  chart.aligned(in: plot).draw(in: plot, on: &canvas)
  // In less room they would touch the labels of the axis.
  if let words = curves.wordsForNone, plot.height >= 5, plot.width >= words.count + 14 {
    canvas.write(StyledText(words, .muted), in: plot, row: plot.height / 2, alignment: .center)
  }
}

extension Model {
  /// Whether the held-out loss lies beside that of a single run.
  var showsHeldOut: Bool {
    workspace.runs.count == 1 && summary.heldOutLoss != nil && !isGuessing
  }

  /// What the moving average over the loss keeps: as the learner has it, and by itself something where batches differ.
  var smoothing: Double {
    look.smoothing ?? (workspace.runs.contains(where: \.run.isLossNoisy) ? Look.smoothings[1] : 0)
  }

  mutating func smoothMore() {
    let all = Look.smoothings
    look.smoothing = all.first { $0 > smoothing } ?? all[0]
  }
}

/// As the learner wants it; by itself logarithmic where a linear axis would show the largest loss only, and where runs
/// measure it in different ways: then only how it falls can be compared.
func lossScale(_ model: Model) -> Scale {
  if model.drawnCurve?.isOpen == true { return .linear }
  return model.look.lossScale
    ?? (model.hasTinyLoss || model.hasSeveralLosses ? .logarithmic : .linear)
}

extension LossScale {
  /// The scale of the axis; nil where it is to suit the losses.
  var scale: Scale? {
    switch self {
    case .linear: .linear
    case .log: .logarithmic
    case .auto: nil
    }
  }
}

extension Model {
  /// Whether the runs measure their losses in different ways.
  fileprivate var hasSeveralLosses: Bool { Set(workspace.runs.map(\.run.loss.name)).count > 1 }

  /// The runs that decide how high a plot of losses is: beside a run that keeps its head, one that blows up would make all
  /// that the other does a flat line.
  var runsThatScaleLosses: [Int] {
    let all = Array(workspace.runs.indices)
    let calm = all.count > 1 ? all.filter { !blowsUp($0) } : []
    return calm.isEmpty ? all : calm
  }

  /// Whether a loss gets out of numbers, or beyond a million times the first one.
  private func blowsUp(_ index: Int) -> Bool {
    let losses = losses(ofRun: index)
    guard let first = losses.first?.maximum, first > 0 else { return false }
    return losses.contains { !($0.maximum <= first * 1e6) }
  }

  /// The losses that were seen of a run.
  private func losses(ofRun index: Int) -> [Bucket] {
    points(of: workspace.runs[index].run) + future(ofRun: index)
  }

  /// Whether some loss, noise aside, would lie on the floor of a linear axis.
  ///
  /// The text of a lesson speaks of a linear one as long as a loss does not grow wild.
  fileprivate var hasTinyLoss: Bool {
    var (largest, smallest) = (0.0, Double.infinity)
    for index in runsThatScaleLosses {
      let points = losses(ofRun: index)
      let curve = smoothing > 0 ? Series("", points).smoothed(smoothing).points : points
      for point in curve where point.last.isFinite && point.last > 0 {
        (largest, smallest) = (max(largest, point.last), min(smallest, point.last))
      }
    }
    guard largest > 0 else { return false }
    return playground == nil ? largest > 1e6 && largest / 1e6 > smallest : largest / 1e3 > smallest
  }
}

/// A sentence for what the curve cannot show.
private func remark(on run: Run, _ axis: LossAxis) -> String? {
  if let divergence = run.divergence {
    return "! diverged at update \(divergence.update): not finite"
  }
  return axis.hasGap ? "a loss of 0 has no logarithm: a gap" : nil
}

/// The changes of a run where they were made, several parameters that were set at once as one.
func changeTexts(_ run: Run) -> [(update: Int, text: String)] {
  let marks = run.curve.marks
  let byHand = Dictionary(grouping: marks.filter { !$0.change.isSetting }, by: \.update)
    .filter { $0.value.count > 1 }
  let alone = marks.filter { $0.change.isSetting || byHand[$0.update] == nil }
  return alone.map { ($0.update, changeText($0.change, in: run.network)) }
    + byHand.map { ($0.key, "\($0.value.count) parameters set") }
}

/// A change in as few characters as say it.
private func changeText(_ change: Change, in network: Network) -> String {
  switch change {
  case .learningRate(let rate): "η \(compact(rate))"
  case .hiddenActivation(let activation): activation.title
  case .loss(let loss): loss.shortTitle
  case .parameter(let index, let value):
    "\(network.contains(index) ? network.symbol(index) : "\(index)") = \(compact(value))"
  case .recipe(_, let path): path
  case .samples(.add): "+ sample"
  case .samples(.remove): "- sample"
  case .samples(.replace(let index, _, _)): "sample \(index + 1)"
  }
}

extension Panel {
  static let loss = Panel(
    "loss", term: "loss", title: lossTitle,
    brief: { $0.hasSeveralLosses ? "losses" : "loss" }, of: .everyRun,
    side: .right,
    needs: { _ in PanelNeeds(height: .init(6, best: 10, most: .max), weight: 2) },
    observes: { $0.hasHeldOut ? .scores : [] }, sheds: "ticks of the axes", couldTell: false,
    draw: drawLoss, drawZoomed: drawLossZoomed, words: lossWords, details: lossDetails,
    legend: lossLegend)
}

/// The way of each run's loss: its first, its lowest and its newest value; one line a run.
private func lossWords(_ model: Model) -> [String] {
  guard !model.veil.hidesLoss else { return [] }
  let names = model.workspace.runs.count > 1 ? model.workspace.runNames : [""]
  return zip(model.workspace.runs, names).compactMap { labeled, name in
    let (run, buckets) = (labeled.run, labeled.run.curve.buckets)
    guard run.position.update > 0, let first = buckets.first, let last = buckets.last else {
      return nil
    }
    let now = run.position.phase < .loss ? last.last : run.step.loss
    let lowest = (buckets.map(\.minimum) + [now]).filter(\.isFinite).min()
    // A bucket that covers several updates does not say what the first of them was.
    let beginning = first.firstUpdate == first.lastUpdate ? "from \(compact(first.last)) to " : ""
    return (name.isEmpty ? "Loss: " : "Loss of \(name): ") + beginning + compact(now)
      + (lowest.map { ", the lowest \(compact($0))." } ?? ".")
  }
}

/// The same with losses along the way of each run.
private func lossDetails(_ model: Model) -> [String] {
  guard !model.veil.hidesLoss else { return ["The loss waits for your guess."] }
  guard model.workspace.runs.contains(where: { $0.run.position.update > 0 }) else {
    return ["The curve begins here: no update has been made."]
  }
  let ways = zip(model.workspace.runs, model.workspace.runNames).compactMap {
    labeled, name -> String? in
    let places = points(of: labeled.run).spread(mostToldPlaces).map {
      "at update \(compact($0.x.rounded())) \(compact($0.last))"
    }
    guard places.count > 1 else { return nil }
    let title = name.isEmpty ? "Loss along the way" : "Loss of \(name) along the way"
    return "\(title): \(places.joined(separator: ", "))."
  }
  return lossWords(model) + ways
}

private func lossTitle(_ model: Model) -> String {
  // What falls away first, for want of room, stands last: without its scale a curve says something else.
  kindOfLoss(model)
    + (model.hasSeveralLosses ? ", each run by its own" : ": \(model.run.loss.title)")
    + (lossScale(model) == .logarithmic ? ", log" : "")
    + (model.showsHeldOut ? ", - - held out" : "")
    + smoothingTitle(model.smoothing) + (model.look.isLogTime ? ", update + 1 log" : "")
    + (model.look.span.map { ", \($0.lowerBound) to \($0.upperBound)" } ?? "")
}

/// Which loss the curves are: of batches or of all samples, smoothed or not, with what large weights cost or without.
private func kindOfLoss(_ model: Model) -> String {
  let runs = model.workspace.runs.map(\.run)
  return (model.smoothing > 0 ? "smoothed " : "")
    + (runs.allSatisfy(\.isBatchWhole) ? "" : "batch ")
    + (model.hasSeveralLosses ? "losses" : "loss")
    + (runs.contains(where: \.activeExperiment.hasPenalty) ? " with penalty" : "")
}

/// The usual amount needs no number.
private func smoothingTitle(_ amount: Double) -> String {
  amount == 0 || amount == Look.smoothings[1] ? "" : ", smoothing \(amount)"
}

private func lossLegend(_ model: Model) -> [LegendRow] {
  let runs = zip(model.workspace.runs, model.workspace.runNames).map { labeled, name in
    let look = labeled.look
    return LegendRow(
      StyledText(look.line, look.style), name.isEmpty ? "the loss" : "loss of \(name)")
  }
  let penalty = model.run.activeExperiment.hasPenalty ? ", without the penalty" : ""
  let heldOut = LegendRow(
    StyledText("- -", Style(.series2)), "over the held-out samples\(penalty)")
  let hasHeldOut = runs.count == 1 && model.summary.heldOutLoss != nil
  return runs + (hasHeldOut ? [heldOut] : []) + [
    LegendRow(
      StyledText("───", Style(.series1, .dim)),
      "seen before going back, or raw behind a smoothed curve"),
    LegendRow(StyledText("●"), "where a curve has got to, with its newest value or its name"),
    LegendRow(
      StyledText(LineChart.nameTab(model.glyphs)),
      "a name in the color of its curve, which ends at a head elsewhere"),
    LegendRow(StyledText("┊", .accent), "something was changed here"),
  ] + model.guessed(.guessedLine, .guess)
    + (model.drawnCurve == nil
      ? [] : [LegendRow(StyledText("?·?", Style(.guess, .dim)), "the curve that you drew")])
}
