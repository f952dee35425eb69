import NeuralNetwork
import TerminalCanvas

/// A row a sample of the batch: its outputs beside its target, its loss, and the outputs as one bar.
struct SharesOfBatch {
  private let step: TrainingStep
  private let names: [String]
  private let isSoftmax: Bool
  private let selected: Int?
  private let width: Int
  private let isKnown: Bool
  /// What bars of a − T are measured by.
  private let largestPush: Double

  init(_ model: Model, width: Int) {
    step = model.run.step
    let (depth, count) = (step.network.depth, step.network.outputCount)
    names = count == 1 ? ["a"] : (0..<count).map { model.classNames[$0] }
    isSoftmax = step.network.layers.last?.activation == .softmax
    selected = step.row(of: model.pinnedSample)
    self.width = width
    largestPush =
      zip(step.outputs.elements, step.targets.elements).map { abs($0 - $1) }.max() ?? 0
    isKnown =
      step.sampleCount > 1 && !model.isGuessing
      && model.run.position.phase >= .forward(layer: depth)
  }

  /// A rule, a heading and a few rows; 0 where there is nothing to tell.
  var leastHeight: Int { isKnown ? min(step.sampleCount, 4) + 2 : 0 }

  /// The rows for all of them.
  var height: Int { isKnown ? step.sampleCount + 2 : 0 }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    guard isKnown, rect.height > 2 else { return }
    canvas.titledRule(
      rect.inset(left: -1), title: StyledText("each sample of the batch", .muted))
    let first = max(0, min((selected ?? 0) - 100, step.sampleCount - 200))
    let shown = first..<min(step.sampleCount, first + 200)
    TextTable(
      columns, rows: shown.map { cells($0, canvas.glyphs) },
      selected: selected.flatMap { shown.contains($0) ? $0 - first : nil }
    ).draw(in: rect.inset(top: 1), on: &canvas)
  }

  /// How many outputs stand in numbers.
  private var numbered: Int { names.count <= 6 ? names.count : 0 }
  private var barColumns: Int { max(8, width - 26 - 8 * numbered) }

  private var columns: [TableColumn] {
    [
      TableColumn("sample", alignment: .trailing, priority: 5), TableColumn("T", priority: 8),
    ]
      + names.prefix(numbered).map {
        TableColumn(String($0.prefix(6)), alignment: .trailing, priority: 4)
      } + [
        TableColumn("E", alignment: .trailing, priority: 6),
        TableColumn(isSoftmax ? "shares" : "a - T", priority: 7, isPicture: true),
      ]
  }

  private func cells(_ row: Int, _ glyphs: GlyphSet) -> [StyledText] {
    let outputs = Array(step.outputs.row(row))
    let targets = Array(step.targets.row(row))
    let truth = targets.indices.max { targets[$0] < targets[$1] } ?? 0
    let isWrong = outputs.contains { $0 > outputs[truth] }
    let target = names.count == 1 ? compact(targets[0]) : names[truth]
    return [
      StyledText("\(step.sampleIndices[row] + 1)"),
      StyledText(String(target.prefix(8)), isWrong ? .warning : .right),
    ]
      + outputs.prefix(numbered).map { StyledText($0.fitted(width: 6, decimals: 4)) } + [
        StyledText(number(step.dataLoss(ofRow: row))),
        isSoftmax
          ? stack(outputs, glyphs)
          : SignedBar(
            largestPush > 0 ? (outputs[truth] - targets[truth]) / largestPush : 0
          ).text(columns: barColumns, glyphs),
      ]
  }

  /// The shares side by side, each in its class's hue and with its number where it begins.
  private func stack(_ shares: [Double], _ glyphs: GlyphSet) -> StyledText {
    var (text, sum, column) = (StyledText(), 0.0, 0)
    for (group, share) in shares.enumerated() where share.isFinite {
      sum += share
      let end = min(barColumns, Int((sum * Double(barColumns)).rounded()))
      guard end > column else { continue }
      let sign = String(ScatterPlot.glyph(group: group, classes: shares.count))
      let style = ScatterPlot.style(group: group)
      let rest = String(repeating: glyphs == .ascii ? sign : "█", count: end - column - 1)
      text += StyledText(sign, style.reversed) + StyledText(rest, style)
      column = end
    }
    return text
  }
}

extension Style {
  fileprivate var reversed: Style {
    var style = self
    style.attributes.insert(.reversed)
    return style
  }
}
