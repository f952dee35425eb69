import NeuralNetwork
import TerminalCanvas
import Workbench

/// Loss over the training samples and over those held out, with the lowest of these marked and the gap as a number.
func drawTrainval(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let scores = ScoreHistory(model)
  guard scores.hasHeldOut else { return drawNothingHeldOut(in: rect, on: &canvas) }
  draw(scores, model, in: rect, on: &canvas)
}

/// Beside the curves the scores of some updates in numbers.
private func drawTrainvalZoomed(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let scores = ScoreHistory(model)
  guard scores.hasHeldOut, rect.width >= 90 else {
    return drawTrainval(model, in: rect, on: &canvas)
  }
  let (left, right) = rect.split(right: 44)
  draw(scores, model, in: left, on: &canvas)
  scores.table(rows: right.height - 1).draw(in: right.inset(left: 2), on: &canvas)
}

private func drawNothingHeldOut(in rect: Rect, on canvas: inout Canvas) {
  let words = StyledText(
    "No samples are held out, so nothing tells what becomes of new ones.", .muted)
  let place = rect.inset(left: 1, right: 1)
  canvas.write(words.wrapped(to: place.width, glyphs: canvas.glyphs), in: place)
}

/// Losses, and accuracies below them where there is room; or accuracies alone, as the learner wants it.
private func draw(
  _ scores: ScoreHistory, _ model: Model, in rect: Rect, on canvas: inout Canvas
) {
  let figures = ScoreFigures(scores, model)
  func drawAccuracies(in place: Rect) {
    let (head, below) = place.split(top: place.height >= 4 ? 1 : 0)
    let line = figures.accuracyLine(width: head.width - 2, canvas.glyphs)
    canvas.write(line, in: head.inset(left: 1))
    scores.accuracyChart.aligned(in: below).draw(in: below, on: &canvas)
  }
  guard !(scores.hasAccuracy && model.look.showsAccuracy) else { return drawAccuracies(in: rect) }
  let (top, rest) = rect.split(top: rect.height >= 4 ? 1 : 0)
  canvas.write(figures.line(width: top.width - 2, canvas.glyphs), in: top.inset(left: 1))
  let hasAccuracy = scores.hasAccuracy && rest.height >= 15
  let (losses, below) = rest.split(top: hasAccuracy ? rest.height * 3 / 5 : rest.height)
  scores.lossChart(scale: lossScale(model)).aligned(in: losses).draw(in: losses, on: &canvas)
  if hasAccuracy { drawAccuracies(in: below) }
}

/// The present scores as a line of numbers.
private struct ScoreFigures {
  let training, heldOut: Double
  let accuracies: (training: Double, heldOut: Double)?
  let lowest: ScoreHistory.Lowest?
  /// What the learner took one of these numbers for, beside what it is.
  private let said: (ofLoss: StyledText?, ofAccuracy: StyledText?)
  private let looks: ScoreLooks

  init(_ scores: ScoreHistory, _ model: Model) {
    let present = model.summary
    said = (
      model.guess(of: .loss, .dataLoss, .heldOutLoss, .gap, .update)?.figures,
      model.guess(of: .accuracy, .heldOutAccuracy)?.figures
    )
    training = present.trainingLoss
    heldOut = present.heldOutLoss ?? .nan
    lowest = scores.lowest
    looks = scores.looks
    accuracies = present.accuracy.flatMap { own in
      present.heldOutAccuracy.map { (training: own, heldOut: $0) }
    }
  }

  /// As many figures as fit, in the colors of their curves.
  func line(width: Int, _ glyphs: GlyphSet) -> StyledText {
    if let said = said.ofLoss, glyphs.columns(of: said) <= width { return said }
    // Of losses beyond all numbers there is no difference.
    let difference = heldOut - training
    let gap: StyledText =
      difference.isFinite
      ? StyledText("gap \(difference.formatted(significant: 3, signed: true))") : ""
    let best = lowest.map {
      StyledText(" lowest \($0.loss.formatted(significant: 3)) \($0.place)", .accent)
    }
    let long = pair(training, heldOut, "── training ", "\(looks.heldOutLine) held out ") {
      $0.formatted(significant: 3)
    }
    let short = pair(training, heldOut, "train ", "held out ") { $0.formatted(significant: 3) }
    // Without its name a curve says nothing; the gap can be seen.
    let mark: StyledText = best == nil ? "" : StyledText("┊ lowest", .accent)
    let choices = [long + gap + (best ?? ""), long + gap, short + gap, short + mark, short, gap]
    return choices.first { glyphs.columns(of: $0) <= width } ?? gap
  }

  func accuracyLine(width: Int, _ glyphs: GlyphSet) -> StyledText {
    guard let accuracies else { return "" }
    if let said = said.ofAccuracy, glyphs.columns(of: said) <= width { return said }
    // A whole number would not be the difference of the rounded ones.
    let points = ((accuracies.heldOut - accuracies.training) * 1000).rounded() / 10
    let gap = StyledText("gap \(points.formatted(decimals: 1, signed: points != 0)) points")
    let right = StyledText("right: ", .muted)
    let pair = pair(accuracies.training, accuracies.heldOut, "training ", "held out ", percent)
    return [right + pair + gap, pair].first { glyphs.columns(of: $0) <= width } ?? pair
  }

  private func pair(
    _ training: Double, _ heldOut: Double, _ first: String, _ second: String,
    _ text: (Double) -> String
  ) -> StyledText {
    StyledText("\(first)\(text(training)) ", looks.training.style)
      + StyledText("\(second)\(text(heldOut)) ", looks.heldOut.style)
  }
}

extension Panel {
  static let trainval = Panel(
    "trainval", term: "held-out loss", title: trainvalTitle, brief: { _ in "held out" },
    side: .right,
    needs: { context in
      PanelNeeds(
        width: .init(24, best: 50, most: .max),
        height: .init(6, best: context.hasHeldOut ? 12 : 6, most: context.hasHeldOut ? .max : 6),
        weight: 2)
    },
    observes: { _ in .scores }, sheds: "the accuracies, the lowest as a number, ticks of the axes",
    fills: \.hasHeldOut, hasSubject: { $0.run.heldOut != nil }, draw: drawTrainval,
    drawZoomed: drawTrainvalZoomed,
    words: trainvalWords, details: trainvalDetails,
    legend: trainvalLegend)
}

private func trainvalTitle(_ model: Model) -> String {
  "training and held out" + (lossScale(model) == .logarithmic ? ", log" : "")
}

private func trainvalWords(_ model: Model) -> [String] {
  let scores = ScoreHistory(model)
  guard scores.hasHeldOut else { return ["No samples are held out."] }
  let figures = ScoreFigures(scores, model)
  var sentence =
    "Loss over the training samples \(number(figures.training)), held out \(number(figures.heldOut)): "
    + "a gap of \(number(figures.heldOut - figures.training, signed: true))"
  if let lowest = figures.lowest {
    sentence +=
      "; the lowest held-out loss was \(number(lowest.loss)), \(lowest.preposition) update \(lowest.update)"
  }
  var sentences = [sentence + "."]
  if let right = figures.accuracies {
    sentences.append(
      "Right: \(percent(right.training)) of the training samples, \(percent(right.heldOut)) of those held out."
    )
  }
  return sentences
}

/// The same with scores along the way.
private func trainvalDetails(_ model: Model) -> [String] {
  let scores = ScoreHistory(model)
  return trainvalWords(model)
    + (scores.hasHeldOut ? scores.table(rows: mostToldPlaces).words : [])
}

private func trainvalLegend(_ model: Model) -> [LegendRow] {
  let looks = ScoreLooks(model)
  let runs = zip(model.workspace.runs, model.workspace.runNames).filter { $0.0.run.heldOut != nil }
  let heldOut =
    model.workspace.runs.count == 1
    ? [LegendRow(StyledText(looks.heldOutLine, looks.heldOut.style), "over the held-out samples")]
    : runs.map { labeled, name in
      LegendRow(
        StyledText(labeled.look.line, labeled.look.style), "over the held-out samples: \(name)")
    }
  return [
    LegendRow(
      StyledText("───", looks.training.style), "over all training samples, without penalties")
  ] + heldOut + [
    LegendRow(StyledText("●"), "now; what was seen beyond is dim"),
    LegendRow(StyledText("┊", .accent), "the lowest held-out loss so far"),
    LegendRow(StyledText("gap"), "held out less training"),
  ] + model.guessed(.guessedLine, .guess)
}
