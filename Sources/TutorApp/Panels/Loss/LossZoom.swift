import NeuralNetwork
import TerminalCanvas
import Workbench

/// The curves, and above them where each run began, how low it came and where it is.
func drawLossZoomed(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let rows = model.workspace.runs.count + 2
  let (top, below) = rect.split(top: rect.height >= 2 * rows + 8 ? rows : 0)
  drawLoss(model, in: below, on: &canvas)
  let hasHeldOut = model.workspace.runs.contains { $0.run.heldOut != nil }
  let titles = ["", "first", "lowest", "at", "now"] + (hasHeldOut ? ["held out"] : [])
  let figures = model.workspace.runs.indices.map {
    Array(lossFigures(ofRun: $0, model).prefix(titles.count))
  }
  TextTable(
    titles.enumerated().map { TableColumn($1, alignment: .trailing, priority: 9 - $0) },
    rows: figures
  ).draw(in: top.inset(left: 2), on: &canvas)
}

/// The losses of a run's batches: its first, its lowest and when that was, the present one; and that of the samples held out.
private func lossFigures(ofRun index: Int, _ model: Model) -> [StyledText] {
  let labeled = model.workspace.runs[index]
  let (run, look) = (labeled.run, labeled.look)
  let now = run.position.phase >= .loss ? run.step.loss : run.curve.buckets.last?.last
  let past = run.curve.buckets.filter { $0.minimum.isFinite }.map { bucket in
    let (first, last) = (bucket.firstUpdate, bucket.lastUpdate)
    return (loss: bucket.minimum, when: first == last ? "\(first)" : "\(first)-\(last)")
  }
  let present = now.map { (loss: $0, when: "now") }
  let lowest = ([present].compactMap(\.self) + past).filter(\.loss.isFinite).min {
    $0.loss < $1.loss
  }
  // The columns stand still as long as the numbers are usual ones.
  func text(_ text: String, width: Int, _ style: Style) -> StyledText {
    StyledText(String(repeating: " ", count: max(0, width - text.count)) + text, style)
  }
  func text(_ value: Double?) -> StyledText {
    text(value.map { $0.formatted(significant: 3) } ?? "-", width: 7, .text)
  }
  let name = model.workspace.runNames[index]
  return [
    StyledText(name.isEmpty ? look.line : name, look.style), text(run.curve.buckets.first?.maximum),
    text(lowest?.loss), text(lowest?.when ?? "-", width: 9, .muted), text(now),
    text(model.isGuessing ? nil : model.summary(ofRun: index).heldOutLoss),
  ]
}
