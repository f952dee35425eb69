import NeuralNetwork
import TerminalCanvas

/// A row a parameter, a column a part, and the step as a bar to either side; where the parts of a single parameter have
/// no room side by side, a row a part.
struct MomentTable {
  private let optimizer: Optimizer
  private let indices: [ParameterIndex]
  private let step: TrainingStep
  private let parts: [OptimizerPart]
  private let selected: ParameterIndex?
  /// What the update does may be what is asked.
  private let isGuessing: Bool
  private let veil: Veil
  private let phase: Phase

  init(_ model: Model) {
    step = model.shownStep
    phase = model.shownPhase
    optimizer = model.run.activeExperiment.optimizer
    indices = step.network.parameterIndices
    parts = OptimizerPart.of(optimizer, in: step)
    selected = model.look.selected
    isGuessing = model.isGuessing
    veil = model.veil
  }

  private static let barWidth = 9
  /// A number and the gap before it.
  private static let columnWidth = 10

  /// The rows that it takes with what its parts are below it, with the formulas, and alone.
  var heights: [Int] {
    let rows = 1 + min(indices.count, 8)
    return [explanation.count, formulas.count].map { rows + 1 + $0 } + [rows]
  }

  /// The rows below its heading.
  func rowCount(in rect: Rect) -> Int {
    min(isTurned(in: rect) ? parts.count : indices.count, max(0, rect.height - 1))
  }

  /// What each part is, where the table keeps many rows and does not say it itself; else the formulas, where it keeps a few.
  func foot(in rect: Rect, _ glyphs: GlyphSet) -> [StyledText] {
    let (formulas, rows) = (self.formulas, rowCount(in: rect))
    let choices =
      isTurned(in: rect)
      ? [(formulas, rows)] : [(explanation, min(rows, 8)), (formulas, min(rows, 3))]
    return choices.first { lines, rows in
      1 + rows + lines.count <= rect.height
        && lines.allSatisfy { glyphs.columns(of: $0) < rect.width - 1 }
    }?.0 ?? []
  }

  private var formulas: [StyledText] { optimizer.formula.map { StyledText($0, .muted) } }

  /// Whether the parts stand below one another; a bar would compare a single step with itself.
  private func isTurned(in rect: Rect) -> Bool {
    indices.count == 1 && rect.height > 4 && rect.width < width
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    if isTurned(in: rect) {
      drawTurned(in: rect, on: &canvas)
    } else {
      drawRows(in: rect, on: &canvas)
    }
  }

  /// A row a part: as many as there is room for, the most telling.
  private func drawTurned(in rect: Rect, on canvas: inout Canvas) {
    let telling = parts.sorted { $0.priority > $1.priority }.prefix(max(0, rect.height - 1))
    let shown = parts.filter { part in telling.contains { $0.symbol == part.symbol } }
    TextTable(
      [
        TableColumn("part", priority: 3),
        TableColumn(step.network.symbol(indices[0]), alignment: .trailing, priority: 2),
        TableColumn("what it is", priority: 1),
      ],
      rows: shown.map {
        [StyledText($0.symbol), text($0, indices[0]), StyledText($0.meaning, .muted)]
      }
    ).draw(in: rect.inset(left: 1), on: &canvas)
  }

  /// The columns in which all parts have room beside one another.
  private var width: Int { 8 + parts.count * Self.columnWidth }

  /// A row a parameter, with bars where they take no part its column but that of the effective rate.
  private func drawRows(in rect: Rect, on canvas: inout Canvas) {
    let barColumns = Self.barWidth + 2
    let hasBars = rect.width + Self.columnWidth >= width + barColumns
    let (text, bars) = rect.split(right: hasBars ? barColumns : 0)
    let row = selected.flatMap { indices.firstIndex(of: $0) }
    let body = text.inset(top: 1)
    let first = body.firstRow(showing: row ?? 0, of: indices.count)
    let shown = indices.dropFirst(first).prefix(body.height)
    let table = TextTable(
      [TableColumn("name", priority: 10)]
        + parts.map { TableColumn($0.symbol, alignment: .trailing, priority: $0.priority) },
      rows: shown.map(cells), selected: row.map { $0 - first })
    table.draw(in: text.inset(left: 1), on: &canvas)
    drawBars(Array(shown), in: bars.inset(left: 1, right: 1), on: &canvas)
    canvas.drawArrows(above: first > 0, below: first + shown.count < indices.count, in: body)
  }

  private func cells(_ index: ParameterIndex) -> [StyledText] {
    [StyledText(step.network.symbol(index))] + parts.map { text($0, index) }
  }

  private func text(_ part: OptimizerPart, _ index: ParameterIndex) -> StyledText {
    guard isKnown(part, index) else { return StyledText("·", .muted) }
    return part.value(step, index, optimizer).map(signed) ?? StyledText("-", .muted)
  }

  /// The gradient is known on the way back, all that follows from it with the update.
  private func isKnown(_ part: OptimizerPart, _ index: ParameterIndex) -> Bool {
    phase >= .backward(layer: index.layer)
      && (!isGuessing || part.symbol == "g" && !veil.hidesGradient(index))
  }

  /// The steps to either side of a middle, down to the left and up to the right, the largest over the whole half.
  private func drawBars(_ shown: [ParameterIndex], in rect: Rect, on canvas: inout Canvas) {
    guard !rect.isEmpty, !isGuessing, phase == .whole else { return }
    canvas.write(StyledText("- step +", .heading), in: rect, alignment: .center)
    let largest = indices.map { abs(step.change($0)) }.filter(\.isFinite).max() ?? 0
    for (row, index) in shown.enumerated() where row + 1 < rect.height && largest > 0 {
      let bar = SignedBar(step.change(index) / largest).text(columns: rect.width, canvas.glyphs)
      canvas.write(bar, in: rect, row: row + 1)
    }
  }

  /// Each part with its meaning, and its value for the selected parameter.
  private var explanation: [StyledText] {
    let index = selected.flatMap { indices.contains($0) ? $0 : nil } ?? indices.first
    guard let index else { return [] }
    let head = StyledText("\(optimizer.rule.title), \(step.network.symbol(index)):", .heading)
    let rows = parts.map { part in
      StyledText(part.symbol.padded(to: 8, atLeast: 1))
        + StyledText(part.meaning.padded(to: 44, atLeast: 1), .muted)
        + text(part, index)
    }
    return [head] + rows + formulas
  }
}
