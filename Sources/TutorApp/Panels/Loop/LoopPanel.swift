import NeuralNetwork
import TerminalCanvas

/// The training loop as lines of pseudocode, the line that runs now marked, with live values.
func drawLoop(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let lines = TrainingLoopText(model).lines
  for (row, line) in visible(lines, rows: rect.height).enumerated() {
    draw(line, in: rect.inset(top: row).split(top: 1).top, on: &canvas)
  }
}

/// With a sentence on each line.
private func drawLoopZoomed(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let lines = TrainingLoopText(model).lines
  guard rect.height >= 2 * lines.count else { return drawLoop(model, in: rect, on: &canvas) }
  for (index, line) in lines.enumerated() {
    let place = rect.inset(top: 2 * index)
    draw(line, in: place.split(left: min(rect.width, 64)).left.split(top: 1).top, on: &canvas)
    let left = 4 + 2 * line.depth
    canvas.write(
      StyledText(line.detail, .muted), in: place.inset(left: left, top: 1).split(top: 1).top)
  }
}

/// As many lines as there are rows, with the running one among them.
private func visible(_ lines: [LoopLine], rows: Int) -> ArraySlice<LoopLine> {
  let running = lines.firstIndex(where: \.isRunning) ?? 0
  let first = max(0, min(running - rows / 2, lines.count - rows))
  return lines.dropFirst(first).prefix(max(0, rows))
}

private func draw(_ line: LoopLine, in rect: Rect, on canvas: inout Canvas) {
  let style: Style = line.isRunning ? Style(.accent, .bold) : .text
  let indent = String(repeating: "  ", count: line.depth)
  let text = StyledText((line.isRunning ? "▶ " : "  ") + indent + line.text, style)
  let written = canvas.write(text, in: rect)
  let value = [line.value, line.brief].first {
    written + 1 + canvas.glyphs.columns(of: $0) < rect.width
  }
  canvas.write(
    StyledText(value ?? "", line.isRunning ? .accent : .muted), in: rect.inset(right: 1),
    alignment: .trailing)
}

/// The whole loop, which stays the same while it runs, and the line that has run.
private func loopWords(_ model: Model) -> [String] {
  let lines = TrainingLoopText(model).lines
  let all = lines.enumerated().map { "\($0 + 1), \($1.place)\($1.text)" }.joined(separator: "; ")
  return ["The training loop, line \(all)."]
    + lines.enumerated().filter(\.element.isRunning).map { index, line in
      "In the training loop, line \(index + 1) has run: \(line.text)\(line.valueWords)."
    }
}

/// A sentence on each line, with its values.
private func loopDetails(_ model: Model) -> [String] {
  TrainingLoopText(model).lines.enumerated().map { index, line in
    let mark = line.isRunning ? " It has run." : ""
    return "Line \(index + 1), \(line.place)\(line.text)\(line.valueWords): \(line.detail).\(mark)"
  }
}

extension LoopLine {
  /// What it is nested in.
  fileprivate var place: String {
    switch depth {
    case 0: ""
    case 1: "in each epoch: "
    default: "in each batch: "
    }
  }

  fileprivate var valueWords: String { value.isEmpty ? "" : " (\(value))" }
}

extension Panel {
  static let loop = Panel(
    "loop", term: "update", title: { _ in "the training loop" }, side: .left,
    needs: { _ in PanelNeeds(width: .init(28, best: 42, most: 64), height: .init(10, best: 11)) },
    sheds: "the values, then lines far from the one that runs", fills: { _ in false },
    couldTell: false, draw: drawLoop, drawZoomed: drawLoopZoomed, words: loopWords,
    details: loopDetails,
    legend: { _ in loopLegend })
}

private let loopLegend = [
  LegendRow(StyledText("▶", .accent), "the line that has just run"),
  LegendRow(StyledText("θ"), "all weights and biases"),
  LegendRow(StyledText("∇"), "the gradient of the loss by each of them"),
]
