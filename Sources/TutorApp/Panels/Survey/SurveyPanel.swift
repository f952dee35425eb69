import NeuralNetwork
import TerminalCanvas
import Workbench

/// What came of many runs: a bar for each setting, and how the losses are spread; it fills while the runs are made.
func drawSurvey(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let rows = model.surveyRows
  guard !rows.isEmpty else {
    let text = model.survey?.sentence ?? "No survey has been made here."
    canvas.write(StyledText(text, .muted), in: rect.inset(left: 1))
    return
  }
  guard rows.count == 1 else { return drawComparison(rows, model, in: rect, on: &canvas) }
  let isBar = rows[0].spread == nil
  let (top, rest) = rect.split(top: min(rect.height, isBar ? 1 : 2))
  if isBar {
    let place = top.inset(left: 1, right: 1)
    let texts = figures(rows, model, width: place.width, canvas.glyphs)
    draw(rows[0], texts[0], among: texts, over: nil, in: place, on: &canvas)
  } else {
    drawSettings(rows, model, in: top.inset(left: 1, right: 1), on: &canvas)
  }
  guard rest.height >= 3 else { return }
  drawBins(of: rows, in: rest.inset(left: 1, right: 1), on: &canvas)
}

/// Several settings: what was measured stands over the line from its lowest to its highest; of shares, where the losses
/// ended stands below.
private func drawComparison(
  _ rows: [Survey.Row], _ model: Model, in rect: Rect, on canvas: inout Canvas
) {
  let area = rect.inset(left: 1, right: 1)
  guard rows.allSatisfy({ $0.share != nil }) else {
    return drawSettings(rows, model, in: area, on: &canvas)
  }
  let (top, rest) = area.split(top: min(rect.height, rows.count + 1))
  drawSettings(rows, model, in: top, on: &canvas)
  drawLosses(of: rows, in: rest, on: &canvas)
}

/// The losses of each setting's runs in the end, on one axis.
private func drawLosses(of rows: [Survey.Row], in rect: Rect, on canvas: inout Canvas) {
  let losses = rows.map(\.losses)
  guard rect.height >= rows.count + 2, let axis = axis(over: losses.joined()) else { return }
  canvas.write(StyledText("where their losses end", .muted), in: rect)
  let body = rect.inset(top: 1)
  let labels = rows.map { canvas.glyphs.columns(of: $0.label) }.max() ?? 0
  let lostWidth = losses.joined().allSatisfy(\.isFinite) ? 0 : "100 no number".count + 1
  let left = min(labels, rect.width / 2) + 1
  let picture = body.inset(left: left, right: lostWidth)
  let strips = RunStrips(losses, over: axis, width: picture.width)
  let pitch = min(RunStrips.mostPitch, (body.height - 1) / rows.count)
  for (index, row) in rows.enumerated() {
    // With room a blank row parts it from the one above.
    let strip = picture.inset(top: index * pitch).split(top: pitch).top
      .inset(top: pitch > 2 ? 1 : 0)
    strips.draw(setting: index, in: strip, on: &canvas)
    canvas.write(
      StyledText(row.label, .muted), in: body.split(left: left - 1).left,
      row: (index + 1) * pitch - 1)
    let lost = strips.lost(setting: index)
    let note = StyledText(lost > 0 ? "\(lost) no number" : "", .warning)
    canvas.write(note, in: body, row: (index + 1) * pitch - 1, alignment: .trailing)
  }
  strips.drawAxis(in: picture.inset(top: rows.count * pitch), on: &canvas)
}

/// How what was measured is spread over the runs; where nothing was, their losses.
private func drawBins(of rows: [Survey.Row], in rect: Rect, on canvas: inout Canvas) {
  drawBins(
    LossBins(of: rows, count: rect.height - 1), of: rows.first?.measured ?? "loss", in: rect,
    on: &canvas)
}

/// One recipe: its share of successes as a bar, or where what was measured lies on an axis; of several all are of one length.
private func draw(
  _ row: Survey.Row, _ text: StyledText, among texts: [StyledText], over axis: Axis?,
  in rect: Rect, on canvas: inout Canvas
) {
  let (bar, figures) = rect.split(left: max(0, rect.width - widest(texts, canvas.glyphs) - 1))
  if let share = row.share {
    draw(share: share, in: bar, on: &canvas)
  } else if let axis, let spread = row.spread {
    draw(spread, over: axis, in: bar, on: &canvas)
  }
  canvas.write(text, in: row.share == nil ? rect : figures, alignment: .trailing)
}

/// From the lowest to the highest of all that was measured, by powers of ten where these lie far apart; nil where there is
/// nothing to compare.
private func axis(over values: some Sequence<Double>) -> Axis? {
  let finite = values.filter(\.isFinite)
  guard let low = finite.min(), let high = finite.max(), low < high else { return nil }
  let isLogarithmic = low > 0 && high / low > 100
  return Axis(isLogarithmic ? .logarithmic : .linear, from: low, to: high)
}

/// A line from the lowest to the highest, with a dot at the median.
private func draw(
  _ spread: Spread, over axis: Axis, in bar: Rect, on canvas: inout Canvas
) {
  guard bar.width >= shortestBar,
    let first = axis.cell(of: spread.minimum, cells: bar.width),
    let last = axis.cell(of: spread.maximum, cells: bar.width),
    let middle = axis.cell(of: spread.median, cells: bar.width)
  else { return }
  let isASCII = canvas.glyphs == .ascii
  drawTrack(in: bar, on: &canvas)
  let line = String(repeating: isASCII ? "-" : "─", count: last - first + 1)
  canvas.write(StyledText(line, .text), in: bar.inset(left: first))
  canvas.write(StyledText(isASCII ? "*" : "●", .accent), in: bar.inset(left: middle))
}

/// The figures of recipes below one another, as full as they fit beside bars.
private func figures(
  _ rows: [Survey.Row], _ model: Model, width: Int, _ glyphs: GlyphSet
) -> [StyledText] {
  func texts(isShort: Bool) -> [StyledText] {
    rows.map { outcome(of: $0, isGuessing: model.isGuessing, isShort: isShort) }
  }
  let full = texts(isShort: false)
  let isPictured = rows.contains { $0.share != nil } || axis(over: rows.flatMap(\.values)) != nil
  let bar = isPictured ? shortestBar + 1 : 0
  return widest(full, glyphs) + bar <= width ? full : texts(isShort: true)
}

private func widest(_ texts: [StyledText], _ glyphs: GlyphSet) -> Int {
  texts.map { glyphs.columns(of: $0) }.max() ?? 0
}

/// Columns in which shares can still be told apart; how many runs there were gives way to them.
private let shortestBar = 6

/// A row a recipe.
private func drawSettings(
  _ rows: [Survey.Row], _ model: Model, in rect: Rect, on canvas: inout Canvas
) {
  let shown = max(0, rect.height - 1)
  let (rows, title) = fitting(rows, shown)
  // Over each line as many rows as there are for the runs it is drawn through; the axis is below.
  let pitch = max(1, min(RunStrips.mostPitch, (shown - 1) / max(1, rows.count)))
  let labels = ([title] + rows.map(\.label)).map { canvas.glyphs.columns(of: $0) }.max() ?? 0
  let (left, right) = rect.split(left: min(labels, rect.width / 2))
  canvas.write(StyledText(title, .heading), in: left)
  let heading =
    headings(rows, isGuessing: model.isGuessing).first {
      canvas.glyphs.columns(of: $0) < right.width
    } ?? ""
  canvas.write(StyledText(heading, .heading), in: right.inset(left: 1), alignment: .trailing)
  let seen = Array(rows.prefix(shown))
  let places = right.inset(left: 1)
  let texts = figures(seen, model, width: places.width, canvas.glyphs)
  let axis = axis(over: rows.flatMap(\.values))
  let bars = places.split(
    left: max(0, places.width - widest(texts, canvas.glyphs) - 1)
  ).left
  let strips = axis.map { RunStrips(seen.map(\.values), over: $0, width: bars.width) }
  for (index, row) in seen.enumerated() {
    let last = (index + 1) * pitch
    let place = places.inset(top: last).split(top: 1).top
    canvas.write(StyledText(row.label), in: left, row: last)
    draw(row, texts[index], among: texts, over: axis, in: place, on: &canvas)
    guard bars.width >= shortestBar else { continue }
    let above = Rect(x: bars.x, y: place.y - pitch + 1, width: bars.width, height: pitch - 1)
    strips?.draw(setting: index, in: above, on: &canvas)
  }
  guard bars.width >= shortestBar, shown > seen.count * pitch else { return }
  strips?.drawAxis(in: bars.inset(top: 1 + seen.count * pitch), on: &canvas)
}

/// The rows in the order to be shown and what heads them: where not all find room, those with the most successes.
private func fitting(_ rows: [Survey.Row], _ room: Int) -> ([Survey.Row], title: String) {
  guard room < rows.count else { return (rows, rows.count > 1 ? "setting" : "") }
  guard rows.allSatisfy({ $0.share != nil }) else { return (rows, "\(room) of \(rows.count)") }
  let best = rows.enumerated().sorted {
    (-($0.element.share ?? 0), $0.offset) < (-($1.element.share ?? 0), $1.offset)
  }
  return (best.map(\.element), "best \(room) of \(rows.count)")
}

/// What stands above the figures, the longest words first.
private func headings(_ rows: [Survey.Row], isGuessing: Bool) -> [String] {
  guard rows.allSatisfy({ $0.share == nil }) else {
    return (isGuessing ? [] : ["share (95 % range), runs", "share (95 % range)"]) + ["share"]
  }
  let measured = rows.first?.measured
  guard rows.contains(where: { $0.count > 1 }) else { return [measured ?? "", ""] }
  return [(measured.map { "\($0): " } ?? "") + "median, lowest to highest"]
    + (measured.map { ["\($0): median, range"] } ?? []) + ["median, lowest to highest", "median"]
}

/// What a share, or a spread, is a part of.
private func drawTrack(in rect: Rect, on canvas: inout Canvas) {
  canvas.fill(rect.split(top: 1).top, with: canvas.glyphs == .ascii ? "." : "·", style: .rule)
}

private func draw(share: Double, in rect: Rect, on canvas: inout Canvas) {
  drawTrack(in: rect, on: &canvas)
  Bar(share, style: .accent).draw(in: rect, on: &canvas)
}

/// The figures of a recipe: its share with how far chance may have moved it, or its median and range.
///
/// How far a share can be trusted is what questions are about: while one is open it is left blank.
private func outcome(of row: Survey.Row, isGuessing: Bool, isShort: Bool = false) -> StyledText {
  if let share = row.share, let successes = row.successes {
    let bounds = shareBounds(successes: successes, of: row.count)
    let ends = [bounds.lowerBound, bounds.upperBound].map { "\(Int(($0 * 100).rounded()))" }
    let interval = "(\(ends.joined(separator: "–")))"
    let shown = isGuessing ? String(repeating: " ", count: interval.count) : interval
    return StyledText("\(percent(share)) \(shown)", .accent)
      + StyledText(isShort ? "" : "  \(successes) of \(row.count)", .muted)
  }
  guard let spread = row.spread else { return StyledText(row.count.counted("run"), .muted) }
  // A single run has no range.
  let range =
    isShort || row.count == 1
    ? "" : "  \(number(spread.minimum)) to \(number(spread.maximum))"
  return StyledText(number(spread.median), .accent) + StyledText(range, .muted)
}

/// Wilson's interval: in 95 of 100 surveys it holds the true share.
func shareBounds(successes: Int, of count: Int) -> ClosedRange<Double> {
  guard count > 0 else { return 0...1 }
  let (n, z) = (Double(count), 1.959964)
  let share = Double(successes) / n
  let spread = (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
  let (center, margin) = (share + z * z / (2 * n), z * spread)
  let (low, high) = ((center - margin) / (1 + z * z / n), (center + margin) / (1 + z * z / n))
  // Rounding must not shut out a share of none or all.
  return max(0, min(share, low))...min(1, max(share, high))
}

private func drawBins(
  _ bins: LossBins, of name: String, in rect: Rect, on canvas: inout Canvas
) {
  // Of a share or a name "which" would be strange.
  let titles = (name == "loss" ? ["how many runs end at which loss"] : []) + ["runs by \(name)"]
  let title = titles.first { canvas.glyphs.columns(of: $0) <= rect.width } ?? "runs by \(name)"
  canvas.write(StyledText(title, .muted), in: rect)
  let largest = max(1, bins.bins.map(\.count).max() ?? 1, bins.diverged)
  let rows =
    bins.bins.map { ("from \(compact($0.lower))", $0.count, Style.accent) }
    + (bins.diverged > 0 ? [("no number", bins.diverged, Style.warning)] : [])
  let width = rows.map(\.0.count).max() ?? 0
  for (index, row) in rows.enumerated() where index + 1 < rect.height {
    let line = rect.inset(top: index + 1).split(top: 1).top
    canvas.write(StyledText(row.0, .muted), in: line)
    let (bar, figure) = line.inset(left: width + 1).split(
      left: max(0, line.width - width - 1 - "\(largest)".count - 1))
    Bar(Double(row.1) / Double(largest), style: row.2).draw(in: bar, on: &canvas)
    canvas.write(StyledText("\(row.1)"), in: figure, alignment: .trailing)
  }
}

/// With every setting's own losses beside each other.
private func drawSurveyZoomed(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let rows = model.surveyRows
  guard rows.count > 1, rect.height >= rows.count + 8, rect.width >= 60 else {
    return drawSurvey(model, in: rect, on: &canvas)
  }
  let (top, rest) = rect.split(top: rows.count + 2)
  drawSettings(rows, model, in: top.inset(left: 1, right: 1), on: &canvas)
  let width = rest.width / rows.count
  for (index, row) in rows.enumerated() {
    let place = rest.inset(left: index * width).split(left: width).left.inset(left: 1, right: 1)
    canvas.write(StyledText(row.label, .heading), in: place)
    drawBins(of: [row], in: place.inset(top: 1), on: &canvas)
  }
}

extension Model {
  /// What has come out of the survey under way, or of the last one.
  var surveyRows: [Survey.Row] {
    if let survey, !survey.rows.isEmpty { return survey.rows }
    return workspace.survey?.rows ?? []
  }
}

private func surveyTitle(_ model: Model) -> String {
  guard let progress = model.survey, progress.count > 0 else {
    let rows = model.surveyRows
    let runs = rows.map(\.count).reduce(0, +)
    guard runs > 0 else { return "survey" }
    let title = "survey of \(runs.counted("run"))"
    return rows[0].condition.map { "\(title): \($0)" } ?? title
  }
  return "survey, \(progress.done) of \(progress.count) runs"
}

/// A sentence a setting; of many those with the most successes and the fewest, or the lowest and the highest medians.
private func surveyWords(_ model: Model) -> [String] {
  let rows = model.surveyRows
  guard rows.count > mostSettings else { return surveyDetails(model) }
  let ranked = rows.sorted { ($1.share ?? 0, $0.median) < ($0.share ?? 0, $1.median) }
  // Whether a low number is a good one the survey does not know.
  let ends =
    rows.contains { $0.share == nil }
    ? "The three lowest and the highest" : "The best three and the worst"
  return ["Survey of \(rows.count) settings; look survey tells all. \(ends):"]
    + (ranked.prefix(3) + ranked.suffix(1)).map { sentence(of: $0, model) } + spreadWords(rows)
}

/// A sentence for every setting.
private func surveyDetails(_ model: Model) -> [String] {
  model.surveyRows.map { sentence(of: $0, model) } + spreadWords(model.surveyRows)
}

/// So many settings are told one by one.
private let mostSettings = 9

private func sentence(of row: Survey.Row, _ model: Model) -> String {
  let name = ["Survey", row.condition ?? "", row.label].filter { !$0.isEmpty }
    .joined(separator: ", ")
  let figures = outcome(of: row, isGuessing: model.isGuessing).plain.replacing(
    #/ {2,}/#, with: ", ")
  return "\(name): \(figures)."
}

extension Survey.Row {
  /// The middle of what was measured; of nothing beyond all.
  fileprivate var median: Double { spread?.median ?? .infinity }
}

extension Panel {
  static let survey = Panel(
    "survey", term: "survey", title: surveyTitle, brief: { _ in "survey" }, of: .everyRun,
    side: .right,
    needs: { _ in
      PanelNeeds(width: .init(30, best: 44, most: 90), height: .init(4, best: 12, most: 16))
    },
    sheds: "the losses in the end", fills: { _ in false },
    hasSubject: { $0.survey != nil || !$0.surveyRows.isEmpty }, draw: drawSurvey,
    drawZoomed: drawSurveyZoomed, words: surveyWords, details: surveyDetails, legend: surveyLegend)
}

private func surveyLegend(_ model: Model) -> [LegendRow] {
  let isASCII = model.glyphs == .ascii
  return [
    LegendRow(
      StyledText(isASCII ? "##" : "██", .accent) + StyledText(isASCII ? ".." : "··", .rule),
      "the runs that succeed, those that do not"),
    LegendRow(
      StyledText("(49–94)", .accent), "in 95 of 100 surveys the true share is between these"),
    LegendRow(
      StyledText(isASCII ? "-" : "─") + StyledText(isASCII ? "*" : "●", .accent)
        + StyledText(isASCII ? "-" : "─"), "from the lowest to the highest, the median"),
    LegendRow(
      StyledText(isASCII ? "##" : "▂▅█", .accent),
      "the runs that end there: a column as high as there are, of all settings against the highest"),
  ]
}
