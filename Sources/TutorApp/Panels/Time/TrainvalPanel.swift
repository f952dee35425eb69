import NeuralNetwork
import TerminalCanvas
import Workbench

/// Loss over the training samples and over those held out, with the lowest of these marked and the gap as a number.
func drawTrainval(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let scores = ScoreHistory(model)
  guard scores.hasHeldOut else {
    let words = StyledText(
      "No samples are held out, so nothing tells what becomes of new ones.", .muted)
    let place = rect.inset(left: 1, right: 1)
    canvas.write(words.wrapped(to: place.width, glyphs: canvas.glyphs), in: place)
    return
  }
  let (top, rest) = rect.split(top: rect.height >= 4 ? 1 : 0)
  let figures = ScoreFigures(scores, model.summary)
  canvas.write(figures.line(width: top.width - 2, canvas.glyphs), in: top.inset(left: 1))
  let hasAccuracy = scores.hasAccuracy && rest.height >= 15
  let (losses, right) = rest.split(top: hasAccuracy ? rest.height * 3 / 5 : rest.height)
  scores.lossChart(scale: lossScale(model)).aligned(in: losses).draw(in: losses, on: &canvas)
  guard hasAccuracy else { return }
  let (head, below) = right.split(top: 1)
  canvas.write(figures.accuracyLine(width: head.width - 2, canvas.glyphs), in: head.inset(left: 1))
  scores.accuracyChart.aligned(in: below).draw(in: below, on: &canvas)
}

/// Training and held-out scores over a run's way.
private struct ScoreHistory {
  /// What was observed up to now, and seen beyond.
  private let past, future: [Observation]
  private let present: RunSummary
  private let now: Int
  private let end: Double
  private let marks: [Mark]
  /// The lowest held-out loss up to now, of the updates that were looked at.
  let lowest: (update: Int, loss: Double)?

  init(_ model: Model) {
    let (run, summary) = (model.run, model.summary)
    let (history, here) = (run.history, run.position.update)
    let last = model.lastSeenUpdate(ofRun: model.workspace.focus)
    let all = (history.observations + history.seenObservations).filter { $0.trainingLoss != nil }
    let past = all.filter { $0.update < here }
    let future = all.filter { $0.update > here && $0.update <= last }
    lowest = Self.lowest(past, summary, here)
    var marks = lowest.map { [Mark(x: Double($0.update), "lowest at \($0.update)")] } ?? []
    if run.experiment.earlyStopping != nil, !future.isEmpty, lowest?.update == here {
      marks.append(Mark(x: Double(last), "stopped", style: .warning))
    }
    (self.past, self.future, self.marks, now, present) = (past, future, marks, here, summary)
    end = LossAxis.lastUpdate(atLeast: last)
  }

  var hasHeldOut: Bool { present.heldOutLoss != nil }
  var hasAccuracy: Bool { present.heldOutAccuracy != nil }

  private static func lowest(
    _ past: [Observation], _ present: RunSummary, _ now: Int
  ) -> (update: Int, loss: Double)? {
    let all = past.compactMap { one in one.heldOutLoss.map { (update: one.update, loss: $0) } }
    let here = present.heldOutLoss.map { [(update: now, loss: $0)] } ?? []
    return (all + here).filter { $0.loss.isFinite }.min { $0.loss < $1.loss }
  }

  func lossChart(scale: Scale) -> LineChart {
    let curves = [
      curve(\.trainingLoss, present.trainingLoss, Self.training),
      curve(\.heldOutLoss, present.heldOutLoss, Self.heldOut),
    ]
    var chart = LineChart(
      curves, x: Axis(from: 0, to: end, whole: true), y: LossAxis(scale, curves).axis,
      marks: marks)
    chart.now = future.isEmpty ? nil : Double(now)
    return chart
  }

  var accuracyChart: LineChart {
    let curves = [
      curve(\.trainingAccuracy, present.accuracy, Self.training),
      curve(\.heldOutAccuracy, present.heldOutAccuracy, Self.heldOut),
    ]
    var chart = LineChart(
      curves, x: Axis(from: 0, to: end, whole: true), y: Axis(from: 0, to: 1))
    chart.now = future.isEmpty ? nil : Double(now)
    return chart
  }

  static let training = (style: Style(.series1), pattern: LinePattern.solid)
  static let heldOut = (style: Style(.series2), pattern: LinePattern.dashed)

  private func curve(
    _ score: (Observation) -> Double?, _ value: Double?,
    _ look: (style: Style, pattern: LinePattern)
  ) -> Series {
    func buckets(_ part: [Observation]) -> [Bucket] {
      part.compactMap { one in score(one).map { Bucket(x: Double(one.update), y: $0) } }
    }
    let here = value.map { [Bucket(x: Double(now), y: $0)] } ?? []
    return Series(
      value.map { $0.formatted(significant: 3) } ?? "", buckets(past) + here + buckets(future),
      style: look.style, pattern: look.pattern, hasHead: true)
  }
}

/// The present scores as a line of numbers.
private struct ScoreFigures {
  let training, heldOut: Double
  let accuracies: (training: Double, heldOut: Double)?
  let lowest: (update: Int, loss: Double)?

  init(_ scores: ScoreHistory, _ present: RunSummary) {
    training = present.trainingLoss
    heldOut = present.heldOutLoss ?? .nan
    lowest = scores.lowest
    accuracies = present.accuracy.flatMap { own in
      present.heldOutAccuracy.map { (training: own, heldOut: $0) }
    }
  }

  /// As many figures as fit, in the colors of their curves.
  func line(width: Int, _ glyphs: GlyphSet) -> StyledText {
    let gap = StyledText("gap \((heldOut - training).formatted(significant: 3, signed: true))")
    let best = lowest.map {
      StyledText(" lowest \($0.loss.formatted(significant: 3)) at \($0.update)", .accent)
    }
    let long = pair(training, heldOut, "── training ", "- - held out ") {
      $0.formatted(significant: 3)
    }
    let short = pair(training, heldOut, "train ", "held out ") { $0.formatted(significant: 3) }
    let choices = [long + gap + (best ?? ""), long + gap, short + gap, gap]
    return choices.first { glyphs.columns(of: $0) <= width } ?? gap
  }

  func accuracyLine(width: Int, _ glyphs: GlyphSet) -> StyledText {
    guard let accuracies else { return "" }
    let points = Int(((accuracies.heldOut - accuracies.training) * 100).rounded())
    let gap = StyledText("gap \(points > 0 ? "+" : points < 0 ? "−" : "")\(abs(points)) points")
    let right = StyledText("right: ", .muted)
    let pair = pair(accuracies.training, accuracies.heldOut, "training ", "held out ", percent)
    return [right + pair + gap, pair].first { glyphs.columns(of: $0) <= width } ?? pair
  }

  private func pair(
    _ training: Double, _ heldOut: Double, _ first: String, _ second: String,
    _ text: (Double) -> String
  ) -> StyledText {
    StyledText("\(first)\(text(training)) ", ScoreHistory.training.style)
      + StyledText("\(second)\(text(heldOut)) ", ScoreHistory.heldOut.style)
  }
}

extension Panel {
  static let trainval = Panel(
    "trainval", term: "held-out loss", title: trainvalTitle, side: .right,
    needs: { context in
      PanelNeeds(
        width: .init(24, best: 50, most: .max),
        height: .init(6, best: context.hasHeldOut ? 12 : 6, most: context.hasHeldOut ? .max : 6),
        weight: 2)
    },
    observes: { _ in .scores }, sheds: "the accuracies, the lowest as a number, ticks of the axes",
    fills: \.hasHeldOut, draw: drawTrainval, words: trainvalWords, legend: { _ in trainvalLegend })
}

private func trainvalTitle(_ model: Model) -> String {
  "training and held out" + (lossScale(model) == .logarithmic ? ", log" : "")
}

private func trainvalWords(_ model: Model) -> [String] {
  let scores = ScoreHistory(model)
  guard scores.hasHeldOut else { return ["No samples are held out."] }
  let figures = ScoreFigures(scores, model.summary)
  var sentence =
    "Loss over the training samples \(number(figures.training)), held out \(number(figures.heldOut)): "
    + "a gap of \(number(figures.heldOut - figures.training, signed: true))"
  if let lowest = figures.lowest {
    sentence += "; the lowest held-out loss was \(number(lowest.loss)), at update \(lowest.update)"
  }
  var sentences = [sentence + "."]
  if let right = figures.accuracies {
    sentences.append(
      "Right: \(percent(right.training)) of the training samples, \(percent(right.heldOut)) of those held out."
    )
  }
  return sentences
}

private let trainvalLegend = [
  LegendRow(
    StyledText("───", ScoreHistory.training.style), "over all training samples, without penalties"),
  LegendRow(
    StyledText("- -", ScoreHistory.heldOut.style), "over the held-out samples"),
  LegendRow(StyledText("●"), "now; what was seen beyond is dim"),
  LegendRow(StyledText("┊", .accent), "the lowest held-out loss so far"),
  LegendRow(StyledText("gap"), "held out less training"),
]
