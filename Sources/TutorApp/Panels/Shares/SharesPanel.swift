import NeuralNetwork
import TerminalCanvas

/// How softmax shares out one among the classes: scores, their exponentials, the shares, the target, and what is pushed
/// back.
func drawShares(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  draw(OutputShares(model), in: rect, on: &canvas)
}

func draw(_ shares: OutputShares, in rect: Rect, on canvas: inout Canvas) {
  let columns = SharesColumns(shares, width: rect.width - 1)
  let body = rect.inset(left: 1)
  columns.drawHeader(in: body, on: &canvas)
  let room = max(0, body.height - 1)
  let isCut = shares.rows.count > room
  let shown = isCut ? max(0, room - 1) : shares.rows.count
  let bars = BarRows(shown, height: room - 1)
  for row in 0..<shown {
    let line = body.inset(top: row * bars.pitch + 1).split(top: bars.thickness).top
    columns.draw(shares.rows[row], in: line, on: &canvas)
  }
  if isCut, room > 0 {
    let rest = StyledText("… \(shares.rows.count - shown) more", .muted)
    canvas.write(rest, in: body, row: shown + 1)
  }
  let foot = shown * bars.pitch + 1
  guard !isCut, let sum = shares.sumText, body.height > foot else { return }
  canvas.write(StyledText(sum, .muted), in: body.inset(top: foot))
}

/// The columns of the panel that have room; the bar takes what they leave.
private struct SharesColumns {
  private let name, powerTitle: String
  private let nameWidth: Int
  private let hasScores: Bool
  private let hasPowers: Bool
  private let pushWidth: Int
  private let barWidth: Int

  init(_ shares: OutputShares, width: Int) {
    (name, powerTitle) = (shares.name, shares.powerTitle)
    nameWidth = max(3, min((shares.rows.map(\.name.count).max() ?? 0) + 1, width / 4))
    // Class with target and a blank, share 7; score 9, power 9, push 8 with a bar of as many more.
    let least = nameWidth + 2 + 7 + 6
    pushWidth = width >= least + 8 ? 8 : 0
    hasScores = width >= least + pushWidth + 9
    hasPowers = shares.isSoftmax && width >= least + pushWidth + 18
    let used = nameWidth + 9 + pushWidth + (hasScores ? 9 : 0) + (hasPowers ? 9 : 0)
    barWidth = max(0, min(60, width - used - 1))
  }

  func drawHeader(in rect: Rect, on canvas: inout Canvas) {
    let score = hasScores ? padded("z") : ""
    let power = hasPowers ? padded(powerTitle) : ""
    var titles = StyledText("".padded(to: nameWidth + 2) + score + power, .heading)
    titles += StyledText(name.padded(to: barWidth + 7), .heading)
    if pushWidth > 0 { titles += StyledText("  a - T", .heading) }
    canvas.write(titles, in: rect.split(top: 1).top)
  }

  /// Its texts in the first row, its bar in all.
  func draw(_ row: OutputShares.Row, in rows: Rect, on canvas: inout Canvas) {
    let line = rows.split(top: 1).top
    var style: Style = row.isTrue ? .right : .text
    if row.isGuess { style.attributes.insert(.bold) }
    let mark = row.target > 0 ? "T" : row.isGuess ? "◂" : " "
    let name = canvas.glyphs.truncated(StyledText(row.name, style), to: nameWidth - 1)
    canvas.write(name, in: line)
    canvas.write(StyledText(mark, style), in: line.inset(left: nameWidth))
    var rest = line.inset(left: nameWidth + 2)
    if hasScores { write(row.score, 4, in: &rest, on: &canvas) }
    if hasPowers { write(row.power, 4, in: &rest, on: &canvas) }
    let (first, right) = rest.split(left: barWidth)
    let bar = Rect(x: first.x, y: first.y, width: first.width, height: rows.height)
    // A whole, of which a bar is a part.
    canvas.shade(bar, with: .shade)
    guard let share = row.share else {
      canvas.write(StyledText("·", .muted), in: right.inset(left: 1))
      return
    }
    Bar(share, style: row.barStyle).drawThick(in: bar, on: &canvas)
    canvas.write(
      StyledText(share.fitted(width: 6, decimals: 4), style), at: right.inset(left: 1).origin,
      within: line)
    guard pushWidth > 0, let push = row.push else { return }
    let place = right.inset(left: 8)
    let pushStyle: Style = push < 0 ? .negative : .positive
    canvas.write(StyledText(push.fitted(width: 7, decimals: 4, signed: true), pushStyle), in: place)
  }

  private func padded(_ text: String) -> String { text.padded(to: 9) }

  private func write(
    _ value: Double?, _ decimals: Int, in rest: inout Rect, on canvas: inout Canvas
  ) {
    let text =
      value.map { StyledText($0.fitted(width: 8, decimals: decimals)) } ?? StyledText("·", .muted)
    canvas.write(text, in: rest.split(left: 8).left)
    rest = rest.inset(left: 9)
  }
}

extension OutputShares.Row {
  /// The hue that the class has in its region of a plane; an output that stands alone has no region.
  var barStyle: Style { isAlone ? .accent : ScatterPlot.style(group: group) }
}

extension Panel {
  static let shares = Panel(
    "shares", term: "softmax",
    title: {
      ($0.run.network.layers.last?.activation == .softmax ? "softmax" : "outputs") + $0.shownTitle
    },
    side: .right,
    needs: { context in
      let classes = context.shape.last ?? 1
      return PanelNeeds(
        width: .init(22, best: 56, most: 90),
        height: .init(min(5, classes + 2), best: classes + 3, most: BarRows.mostPitch * classes + 2)
      )
    },
    sheds: "exponentials, scores, what is pushed back", fills: { ($0.shape.last ?? 1) > 2 },
    draw: drawShares, drawZoomed: drawSharesZoomed, words: sharesWords,
    legend: sharesLegend)
}

private func sharesWords(_ model: Model) -> [String] {
  let shares = OutputShares(model)
  let known = shares.rows.compactMap { row in
    row.share.map { "\(row.words) \(number($0))\(row.target > 0 ? " (target)" : "")" }
  }
  guard !known.isEmpty else { return [] }
  return ["Outputs for sample \(model.pinnedSample + 1): \(known.joined(separator: ", "))."]
}

private func sharesLegend(_ model: Model) -> [LegendRow] {
  let shares = OutputShares(model)
  let name = shares.name
  return shares.rows.count == 1
    ? [
      LegendRow(StyledText("z"), "what the output is made from"),
      LegendRow(StyledText("█", .accent), "the \(name): what the output layer makes of z"),
      LegendRow(StyledText("T", .right), "the target is above 0"), pushLegend(name),
    ]
    : [LegendRow(StyledText("z"), "the score of a class")] + classesLegend(shares) + [
      pushLegend(name)
    ]
}

private func classesLegend(_ shares: OutputShares) -> [LegendRow] {
  let classes = shares.rows.map { LegendRow(StyledText("█", $0.barStyle), $0.words) }
  let bar = StyledText("█", shares.rows.first?.barStyle ?? .accent)
  let made =
    shares.isSoftmax
    ? [
      LegendRow(
        StyledText(shares.powerTitle),
        shares.shift == 0
          ? "its exponential"
          : "its exponential, after the largest score, m, is taken off all of them"),
      LegendRow(bar, "the share: the exponential over the sum of all, in its class's color"),
    ]
    : [LegendRow(bar, "the \(shares.name): what the output layer makes of z, in its class's color")]
  return made + classes + [
    LegendRow(StyledText("T", .right), "the true class, whose target is 1"),
    LegendRow(
      StyledText("◂", .warning), "the class with the largest \(shares.name), where it is another"),
  ]
}

private func pushLegend(_ name: String) -> LegendRow {
  LegendRow(
    StyledText("a - T"), "\(name) less target: with cross-entropy δ times the samples of the batch")
}
