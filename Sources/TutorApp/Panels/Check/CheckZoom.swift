import NeuralNetwork
import TerminalCanvas

/// The check on the whole screen: every parameter with all its digits and its error as a bar, and below them the two slopes
/// of one of them on its cost.
func drawCheckZoomed(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let checks = model.gradientChecks
  let (top, body) = rect.split(top: 1)
  canvas.write(verdict(checks), in: top.inset(left: 1))
  let least = CheckedSlopes.leastHeight
  let isTall = body.height >= least + 4
  let (table, rest) = body.split(
    top: isTall ? min(checks.list.count + 1, body.height - least) : body.height)
  drawErrors(checks, model, in: table.inset(left: 1), on: &canvas)
  guard isTall, let check = model.checked(in: checks) else { return }
  CheckedSlopes(check, model).draw(in: rest.inset(left: 1, top: 1), on: &canvas)
}

extension Model {
  /// The check that is looked at: of the selected parameter, or the worst.
  fileprivate func checked(in checks: GradientChecks) -> GradientCheck? {
    checks.list.first { $0.parameter == look.selected } ?? checks.list.first
  }
}

private func drawErrors(
  _ checks: GradientChecks, _ model: Model, in rect: Rect, on canvas: inout Canvas
) {
  let bar = ErrorBar(columns: max(9, rect.width - 66))
  let rows = checks.list.map { check in
    checkRow(check, model.run.network, digits) + [bar.text(check, canvas.glyphs)]
  }
  let columns = checkColumns + [TableColumn(bar.title, priority: 6, isPicture: true)]
  let selected = model.look.selected.flatMap { parameter in
    checks.list.firstIndex { $0.parameter == parameter }
  }
  TextTable(columns, rows: rows, selected: selected).draw(in: rect, on: &canvas)
}

/// All the digits that can be trusted, with the sign.
private func digits(_ value: Double) -> StyledText {
  guard value != 0 else { return StyledText("0", .muted) }
  return StyledText(
    value.formatted(significant: 10, signed: true), value < 0 ? .negative : .positive)
}

/// Relative errors as bars on a logarithmic scale, with a line where they are too large.
private struct ErrorBar {
  let columns: Int
  private static let axis = Axis(.logarithmic, from: 1e-12, to: 1)

  private var limit: Int {
    Self.axis.cell(of: GradientCheck.tolerance * 1.001, cells: columns) ?? 0
  }

  /// The ends of the scale and its line, as far as there is room.
  var title: String {
    guard columns >= 18 else { return "error, log" }
    let (left, middle) = ("1e-12", "1e-6")
    let gap = max(1, limit - left.count - 1)
    let start = left + String(repeating: " ", count: gap) + middle
    return start + String(repeating: " ", count: max(1, columns - start.count - 1)) + "1"
  }

  func text(_ check: GradientCheck, _ glyphs: GlyphSet) -> StyledText {
    let error = check.relativeError
    let share = error.isNaN ? 1 : error > 0 ? Self.axis.fraction(of: error) ?? 1 : 0
    let length = error == 0 ? 0 : max(1, Int((min(1, max(0, share)) * Double(columns)).rounded()))
    let style: Style = check.isPassed ? .right : .warning
    return (0..<columns).reduce(into: StyledText()) { text, column in
      let isBar = column < length
      text +=
        column == limit
        ? StyledText(glyphs == .ascii ? "|" : "┊", isBar ? style : .muted)
        : StyledText(isBar ? (glyphs == .ascii ? "#" : "█") : " ", style)
    }
  }
}

/// What the difference is made of, and both slopes at the place where the run stands.
private struct CheckedSlopes {
  private let check: GradientCheck
  private let model: Model

  /// The lines of text, and a plot that shows something.
  static let leastHeight = 13

  init(_ check: GradientCheck, _ model: Model) { (self.check, self.model) = (check, model) }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let lines = lines(width: rect.width - 1, canvas.glyphs)
    canvas.write(lines, in: rect)
    let plot = rect.inset(top: lines.count + 1)
    // A curve costs an update for each of its points.
    let work = model.run.network.parameterCount * model.run.step.sampleCount
    guard work <= 4000, plot.height >= 6, check.lossAbove.isFinite else { return }
    drawPlot(in: plot, on: &canvas)
  }

  private func lines(width: Int, _ glyphs: GlyphSet) -> [StyledText] {
    let name = model.run.network.symbol(check.parameter)
    func row(_ what: String, _ value: StyledText, _ remark: String) -> StyledText {
      StyledText(what.padded(to: 14)) + value + StyledText("  " + remark, .muted)
    }
    let ratio =
      check.ratio.map { ", \($0.fitted(width: 7, decimals: 4)) times the difference" } ?? ""
    let kink = check.kink.map {
      StyledText($0.sentence, .warning).wrapped(to: width, glyphs: glyphs)
    }
    return [
      StyledText("\(name), worked out twice", .heading),
      row("E(\(name) + h)", loss(check.lossAbove), "h = 1e-5 above its value"),
      row("E(\(name) - h)", loss(check.lossBelow), "as much below"),
      row("difference", digits(check.numerical), "(E above - E below) / 2h: the broken line"),
      row("chain rule", digits(check.analytic), "the whole line" + ratio),
    ] + (kink ?? [])
  }

  private func loss(_ value: Double) -> StyledText {
    StyledText(" " + value.formatted(significant: 10))
  }

  private func drawPlot(in rect: Rect, on canvas: inout Canvas) {
    let (run, parameter) = (model.run, check.parameter)
    let here = (x: run.network[parameter], y: run.step.loss)
    let reach = max(0.5, abs(here.x) / 2)
    let x = Axis(from: here.x - reach, to: here.x + reach)
    let costs = run.costs(of: parameter, over: x, steps: 40)
    func line(_ slope: Double) -> [Bucket] {
      [-reach, reach].map { Bucket(x: here.x + $0, y: here.y + slope * $0) }
    }
    let slopes = [line(check.analytic), line(check.numerical)]
    let y = Axis(fitting: (costs + slopes.joined()).map(\.last))
      .aligned(rows: ScatterPlot.rows(in: rect))
    let chain: Style = check.isPassed ? .accent : .warning
    ScatterPlot(
      [PlotPoint(x: here.x, y: here.y, .shown)], x: x, y: y,
      curves: [
        Series("", costs, style: .muted),
        Series("", slopes[0], style: chain), Series("", slopes[1], style: .text, pattern: .dashed),
      ]
    ).draw(in: rect, on: &canvas)
  }
}
