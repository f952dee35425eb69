import NeuralNetwork
import TerminalCanvas

/// The learning-rate range test.
func drawRange(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  drawTest(model, in: rect, on: &canvas)
}

/// The loss against η, on a logarithmic axis, with the rate that is suggested and the one in use.
private func drawTest(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  guard let range = model.rateRange?.range, let first = range.points.first else {
    let text =
      model.rateRange == nil
      ? "The range test is under way …"
      : "The range test takes too long here: see 'downhill range'."
    canvas.write(
      StyledText(text, .muted).wrapped(to: rect.width - 1, glyphs: canvas.glyphs),
      in: rect.inset(left: 1))
    return
  }
  let (top, rest) = rect.split(top: rect.height > 5 ? 1 : 0)
  let remedy = remedyText(range).wrapped(to: rest.width - 1, glyphs: canvas.glyphs)
  let (plot, words) = rest.split(bottom: rest.height >= remedy.count + 6 ? remedy.count : 0)
  if !words.isEmpty { canvas.write(remedy, in: words.inset(left: 1)) }
  canvas.write(suggestionText(range, model.run), in: top.inset(left: 1))
  let last = range.points[range.points.count - 1]
  let raw = Series("", range.points.map { Bucket(x: $0.rate, y: $0.loss) }, style: .muted).faint
  let smoothed = Series("", range.points.map { Bucket(x: $0.rate, y: $0.smoothed) })
  let largest = range.points.map(\.smoothed).filter(\.isFinite).max() ?? 1
  let chart = LineChart(
    [raw, smoothed], x: Axis(.logarithmic, from: first.rate, to: last.rate),
    y: Axis(from: 0, to: LossAxis.roundedUp(largest)), marks: marks(range, model.run))
  chart.aligned(in: plot).draw(in: plot, on: &canvas)
}

private func marks(_ range: LearningRateRange, _ run: Run) -> [Mark] {
  let used = Mark(x: run.baseLearningRate, "η now", style: .muted)
  return [used] + (range.suggestion.map { [Mark(x: $0, "begin here")] } ?? [])
}

/// What helps where no rate does much and the size of the data is at fault.
private func remedyText(_ range: LearningRateRange) -> StyledText {
  StyledText(range.remedyForScale ?? "", .warning)
}

private func suggestionText(_ range: LearningRateRange, _ run: Run) -> StyledText {
  guard let proof = range.proof else {
    return StyledText("no rate was found that beats the start", .warning)
  }
  return StyledText("begin at η = \(proof.rate.formatted(significant: 2))", .accent)
    + StyledText(", now \(compact(run.baseLearningRate))", .muted)
}

/// With what the suggestion was tried with.
private func drawRangeZoomed(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  guard rect.height >= 20, let proof = model.rateRange?.range?.proof else {
    return drawRange(model, in: rect, on: &canvas)
  }
  let (test, words) = rect.split(bottom: 3)
  drawTest(model, in: test, on: &canvas)
  let lines = [
    "The rate grows by the same factor at each of \(RateRangeStudy.updates) updates; loss over all samples.",
    "Tried: \(proof.trial) at η = \(proof.rate.formatted(significant: 2)) take the loss from "
      + "\(number(proof.firstLoss)) to \(number(proof.lastLoss)).",
  ]
  canvas.write(lines.map { StyledText($0, .muted) }, in: words.inset(left: 1))
}

private func rangeWords(_ model: Model) -> [String] {
  let range = model.rateRange?.range
  let remedy = [range?.remedyForScale].compactMap(\.self)
  guard let proof = range?.proof else {
    let none = range == nil ? [] : ["The range test found no rate that beats the start."]
    return none + remedy
  }
  return [
    "The range test suggests to begin at η = \(proof.rate.formatted(significant: 2)): "
      + "\(proof.trial) there take the loss from \(number(proof.firstLoss)) to "
      + "\(number(proof.lastLoss))."
  ] + remedy
}

extension Panel {
  static let range = Panel(
    "range", term: "range test", title: { _ in "range test: loss over η" },
    brief: { _ in "range test" }, side: .right,
    needs: { _ in
      PanelNeeds(
        width: .init(26, best: 48, most: .max), height: .init(7, best: 13, most: .max), weight: 2)
    },
    sheds: "the words above", fills: { _ in false }, draw: drawRange,
    drawZoomed: drawRangeZoomed,
    prepare: { model, _, _ in model.studyRange() }, words: rangeWords,
    legend: { _ in rangeLegend })
}

private let rangeLegend = [
  LegendRow(StyledText("───", Style(.series1)), "the loss while the rate grows, smoothed"),
  LegendRow(StyledText("───", Style(.muted, .dim)), "the loss of each update"),
  LegendRow(StyledText("┊", .accent), "the rate that the test suggests, or the present"),
]
