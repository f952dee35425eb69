import NeuralNetwork
import TerminalCanvas

/// Every gradient of the step, by the chain rule and by a finite difference, the worst first.
func drawCheck(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let checks = model.gradientChecks
  let (top, body) = rect.split(top: rect.height > 3 ? 1 : 0)
  canvas.write(verdict(checks), in: top.inset(left: 1))
  let shown = checks.list.prefix(max(0, body.height - 1))
  let selected = model.look.selected.flatMap { parameter in
    shown.firstIndex { $0.parameter == parameter }
  }
  let table = TextTable(
    checkColumns, rows: shown.map { checkRow($0, model.run.network) { signed($0) } },
    selected: selected)
  table.draw(in: body.inset(left: 1), on: &canvas)
}

/// The columns of a check.
let checkColumns = [
  TableColumn("  name", priority: 9), TableColumn("chain rule", alignment: .trailing, priority: 8),
  TableColumn("difference", alignment: .trailing, priority: 7),
  TableColumn("ratio", alignment: .trailing, priority: 5),
  TableColumn("rel. error", alignment: .trailing, priority: 4),
]

/// The cells of a check, with its two slopes written by `number`.
func checkRow(
  _ check: GradientCheck, _ network: Network, _ number: (Double) -> StyledText
) -> [StyledText] {
  let mark =
    check.isPassed
    ? StyledText("✓ ", .right)
    : check.kink == nil ? StyledText("✗ ", .warning) : StyledText("~ ", .warning)
  return [
    mark + StyledText(network.symbol(check.parameter)), number(check.analytic),
    number(check.numerical),
    StyledText(check.ratio.map { $0.fitted(width: 7, decimals: 4) } ?? "-", .text),
    StyledText(check.relativeError.formatted(significant: 2), .muted),
  ]
}

/// The outcome in a line.
func verdict(_ checks: GradientChecks) -> StyledText {
  let count = checks.list.count
  let whole = count == checks.parameterCount ? "\(count)" : "\(count) of \(checks.parameterCount)"
  let failed = checks.failures.count
  let outcome =
    failed == 0
    ? StyledText("✓ \(whole) gradients agree", .right)
    : StyledText("✗ \(failed) of \(whole) differ", .warning)
  return outcome + StyledText(", update \(checks.update)", .muted)
}

private func checkWords(_ model: Model) -> [String] {
  let checks = model.gradientChecks
  let failures = checks.failures
  guard let worst = failures.first else {
    return ["Gradient check: all \(checks.list.count) gradients agree with finite differences."]
  }
  let name = model.run.network.symbol(worst.parameter)
  let names = failures.prefix(9).map { model.run.network.symbol($0.parameter) }
  return [
    "Gradient check: \(failures.count) of \(checks.list.count) gradients differ from finite differences: "
      + names.joined(separator: ", ") + (failures.count > 9 ? " and more" : "") + ".",
    "The worst is \(name): the chain rule says \(number(worst.analytic)), the difference "
      + "\(number(worst.numerical)).",
  ]
}

extension Panel {
  static let check = Panel(
    "check", term: "gradient check", title: { _ in "gradient check" }, side: .left,
    needs: { context in
      PanelNeeds(
        width: .init(28, best: 56, most: 72),
        height: .init(
          5, best: min(context.parameterCount, 8) + 3, most: context.parameterCount + 3),
        weight: 2)
    },
    sheds: "the relative error, the ratio", fills: { _ in false }, draw: drawCheck,
    drawZoomed: drawCheckZoomed,
    prepare: { model, _, _ in model.studies.checks = model.gradientChecks }, words: checkWords,
    legend: { _ in checkLegend })
}

private let checkLegend = [
  LegendRow(StyledText("✓", .right), "both agree to a millionth"),
  LegendRow(StyledText("✗", .warning), "they differ: the way back has a mistake"),
  LegendRow(
    StyledText("~", .warning), "a bend lies between both sides: the difference proves nothing"),
  LegendRow(StyledText("ratio"), "what the chain rule says, as a multiple of the difference"),
  LegendRow(
    StyledText("█", .right) + StyledText("┊", .text),
    "the relative error, each cell several times the one before; what ends left of the line, 1e-6, passes"
  ),
]
